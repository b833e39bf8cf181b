/** Made-up secrets; the prefixes are joined at run time so that no scanner takes this file for a leak. */
const join = (...parts: string[]) => parts.join('');

const GITHUB = join('gh', 'p_', 'aB3dE5gH7jK9mN1pQ3sT5vW7xY9zB1dF3hJ5');
const SLACK = join('xo', 'xb-', '1234567890-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx');
const STRIPE = join('sk', '_live_', '4eC39HqLyjWDarjtT1zdp7dc');
const GOOGLE = join('AI', 'za', 'SyA1234567890abcdefghijklmnopqrstuv');
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
const AWS_SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const PEM = join(
  '-----BEGIN RSA PRIV',
  'ATE KEY-----\nMIIEowIBAAKCAQEA7bq\n-----END RSA PRIV',
  'ATE KEY-----',
);

interface SecretText {
  kind: string;
  text: string;
  value: string;
}

const secret = (kind: string, text: (value: string) => string, value: string): SecretText => ({
  kind,
  text: text(value),
  value,
});

/** Sentences and log lines of incidents with one secret or one person's address in each. */
export const SECRET_TEXTS: readonly SecretText[] = [
  secret('aws-access-key', (it) => `The leaked key was ${it}, in a public bucket.`, 'AKIAIOSFODNN7EXAMPLE'),
  secret('aws-access-key', (it) => `\`${it}\``, 'ASIAIOSFODNN7EXAMPLE'),
  secret('secret', (it) => `aws_secret_access_key = ${it}`, AWS_SECRET),
  secret('aws-secret-key', (it) => `The AWS credentials (${it}) were in the log.`, AWS_SECRET),
  secret('private-key', (it) => `Found in the image:\n${it}\nand removed.`, PEM),
  secret('jwt', (it) => `The gateway logged ${it}.`, JWT),
  secret('bearer-token', (it) => `Authorization: Bearer ${it}`, 'abc.def-1234567890'),
  secret('basic-auth', (it) => `Authorization: Basic ${it}`, 'dXNlcjpwYXNzd29yZDE='),
  secret('github-token', (it) => `CI used ${it} from a fork.`, GITHUB),
  secret('gitlab-token', (it) => `CI used ${it}`, join('gl', 'pat-', 'Ab12Cd34Ef56Gh78Ij90')),
  secret('slack-token', (it) => `The bot (${it}) went silent.`, SLACK),
  secret('stripe-key', (it) => `Charged with ${it}.`, STRIPE),
  secret(
    'npm-token',
    (it) => `Published with ${it}`,
    join('npm', '_', 'aB3dE5gH7jK9mN1pQ3sT5vW7xY9zB1dF3hJ5'),
  ),
  secret('google-key', (it) => `maps?key=${it}`, GOOGLE),
  secret(
    'openai-key',
    (it) => `The model's key ${it} ran out.`,
    join('sk', '-proj-', 'abcdEFGH1234567890abcdEFGH'),
  ),
  secret(
    'webhook',
    (it) => `https://hooks.slack.com/services/${it}`,
    'T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
  ),
  secret('url-credentials', (it) => `postgres://${it}@db-1.internal:5432/orders`, 'app:s3cr3t'),
  secret('url-credentials', (it) => `redis://${it}@cache:6379`, ':s3cr3t'),
  secret('url-credentials', (it) => `amqp://${it}@queue/x`, 'app:p@ss/w0rd'),
  secret('password', (it) => `DB_PASSWORD=${it}`, 'hunter2'),
  secret('password', (it) => `export PGPASSWORD=${it} && psql`, 'p,w;d"x)'),
  secret('password', (it) => `{"user": "bob", "password": "${it}"}`, 'correct horse \\" staple'),
  secret('password', (it) => `password: ${it}\nuser: bob`, 'correcthorse'),
  secret('password', (it) => `**Password:** ${it}`, 'hunter2'),
  secret('password', (it) => `psql --password ${it} -h db`, 'hunter2'),
  secret('password', (it) => `The password is ${it}.`, 'hunter2'),
  secret('password', (it) => `<password>${it}</password>`, 'hunter2'),
  secret('password', (it) => `Server=db;User Id=sa;Password=${it};Encrypt=true`, 'Sup3r!'),
  secret(
    'secret',
    (it) => `AccountKey=${it};EndpointSuffix=core.windows.net`,
    'abcd1234efgh5678=='.replace(/=+$/, ''),
  ),
  secret('secret', (it) => `AWS_SECRET_ACCESS_KEY="${it}"`, '//by+/1//7//O+B///Czz4/lKe++y/BgI0+0++3a'),
  secret('secret', (it) => `api_key: ${it}`, 'a1b2c3d4e5f6'),
  secret('secret', (it) => `"clientSecret": "${it}"`, 'zx9-Qw8_er7'),
  secret('secret', (it) => `GET /v1/users?access_token=${it}&page=2`, 'a1b2c3d4e5f6'),
  secret('secret', (it) => `X-Api-Key: ${it}`, 'a1b2c3d4e5f6'),
  secret(
    'secret',
    (it) => `The leaked token was in the diff: 9f${it}`.replace('9f', ''),
    '9f86d081884c7d659a2feaa0c55ad015',
  ),
  secret('command-line', (it) => `curl -sS -u ${it} https://api.example.com`, 'admin:s3cret'),
  secret('command-line', (it) => `mysql -h db -uroot -p${it} orders`, 'S3cret'),
  secret('command-line', (it) => `docker login -u ci -p ${it}`, 'hunter2'),
  secret('password', (it) => `- name: DB_PASSWORD\n  value: ${it}`, 'hunter2'),
  secret('password', (it) => `{"name": "API_TOKEN", "value": "${it}"}`, 'hunter2'),
  secret('password', (it) => `The root password (${it}) leaked.`, 'hunter2'),
  secret('phone', (it) => `Call me on ${it}.`, '07700 900123'),
  secret('email', (it) => `Mail from ${it}, then silence.`, 'joe.bloggs+oncall@example.co.uk'),
  secret('email', (it) => `<${it}>`, 'zoë@exämple.org'),
  secret('phone', (it) => `We called ${it} twice.`, '+44 20 7946 0958'),
  secret('phone', (it) => `Support line ${it} was busy.`, '(555) 234-5678'),
  secret('phone', (it) => `Pager: 555-2345; phone ${it}`, '030 1234567'),
  secret('phone', (it) => `On-call ${it}`, '+4915112345678'),
  secret('payment-card', (it) => `A test used ${it} in production.`, '4111 1111 1111 1111'),
  secret('payment-card', (it) => `Logged: card=${it}`, '378282246310005'),
  secret('iban', (it) => `Refunds to ${it} failed.`, 'DE89 3704 0044 0532 0130 00'),
  secret('iban', (it) => `payee ${it}, twice`, 'GB82WEST12345698765432'),
  secret('social-security-number', (it) => `The form sent ${it} in clear.`, '536-90-4399'),
  secret('ip-address', (it) => `The client at ${it} retried.`, '84.17.44.12'),
  secret('ip-address', (it) => `Requests came from a phone, ${it}.`, '2a02:8109:9c40:1a2c::42'),
  secret('password', (it) => `Someone pasted the DB password, ${it}, into #incident.`, 'Tr0ub4dor&3x'),
  secret('password', (it) => `Anybody could log in with admin / ${it}.`, 'S3cret!pass'),
  secret('password', (it) => `password = ${it}`, 'A_SUPER_SECRET_PASSWORD'),
  secret('password', (it) => `The file had password = ${it} in it.`, 'A_SUPER_SECRET_PASSWORD'),
  secret('password', (it) => `The login was root / ${it} for years.`, 'toor1234'),
  secret('secret', (it) => `The TOTP seed ${it} leaked.`, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
  secret('secret', (it) => `The routing key was ${it} in Terraform.`, 'R03EXAMPLE7KQ2Z9XW4V1N8P5T6Y0U3I2'),
  secret('secret', (it) => `The API key ${it} was public.`, '3f2504e0-4f89-41d3-9a0c-0305e82c3301'),
  secret(
    'webhook',
    (it) => `https://corp.webhook.office.com/webhookb2/${it}`,
    '3f2504e0-4f89-41d3-9a0c-0305e82c3301@11111111-2222/IncomingWebhook/0123456789abcdef',
  ),
];

/** What incident reports are full of and what nobody needs to hide. */
export const ORDINARY_TEXTS: readonly string[] = [
  'The password was changed and the token expired.',
  'We cloned admin/api-gateway2 and saw admin / console-v2 in the guest / member2 group.',
  'Password: reset. Token: expired. Secret: rotated.',
  'max_tokens=4096, token_ttl: 3600, tokens: 1200, secretName: checkout-db',
  'bearer authentication failed for 3 % of requests',
  'basic authentication was switched off',
  `password=\${DB_PASSWORD} and token=<your token> and secret: ****`,
  'const token = getToken(); if (password == null) return;',
  'token: 30min, token: v1.27.10, token: 2026-03-01T14:02:03Z',
  'Between 14:02 and 14:25 UTC on 2026-03-01, 1,583,157,720 requests failed.',
  'epoch 1583157720123, offset 20210345678, +15000000 requests, +0200',
  'Order 555-234-5678, ticket 5552345678, case #0044-2079-4609',
  'SDK 1.270.0 and 1.257.1 on 10.0.12.255, 192.168.0.1:8080 and fe80::1',
  'Request id 550e8400-e29b-41d4-a716-446655440000, trace 4bf92f3577b34da6a3ce929d0e0e4736',
  'Commit 7f879f3af6cd39f8711ec99ee3b4d2163ff54024 removed the secret from the image.',
  'pod hub-deployment-944c6474c-22sjh could not read its token',
  'git@github.com:example/app.git, root@node-3.cluster.local, lodash@4.17.21, @channel',
  'https://status.example.com:8443/incident/17006?id=42#top',
  'http://localhost:8080/v2/@scope/package',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'arn:aws:iam::123456789012:role/deploy assumed; 12 345 678 rows; 100-200-3000',
  'It took 5 hours 26 minutes (10:45 - 16:11), 305 = 90 + 215 teams.',
  'See https://docs.example.com/Route53/latest/DeveloperGuide2/routing-policy123 for the secret part',
  'The token provider TestClusterOpenIdConnectProviderE18F0FD0 was replaced, (0042846)',
  'masterUserPassword = domain.masterUserPassword; apiKey = new gateway2.ApiKey(); TOKEN=$(curl -s x)',
  'metadata.otelTraceId 4bf92f3577b34da6a3ce929d0e0e4736 shows the password reset call taking 9 s.',
  'The token page came back with ETag 33a64df551425fcc55e4d42a148795d9 from the cache.',
  'Version 1.2.3.4, chrome/120.0.6099.109, v17.0.10.2 and 300.1.1.1; 8.8.8.8 answered, 172.16.4.1 did not',
  'order 4111111111111111, epoch 1583157720123, ids 4111 1111 1111 1112; 2001:db8::1, fe80::1, 14:02:03:04',
  'range 000-12-3456, 900-12-3456, ticket 536-90-4399; GB00WEST12345698765432',
  'Fix: the pass rate went from 12 % to 99 %; pass: 3, fail: 2',
  'Which incident was a password compromise?',
  'Was it a password (compromise)? Which password was compromised?',
  'How did the password expire? Was the token leaked?',
];
