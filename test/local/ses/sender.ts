import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedPost } from '../../../lambda/signedPost';
import type { ConfigurationSet, MailIdentity } from '../../../local/assembly';
import type { Statement } from '../../../local/iam';
import { type Mail, Outbox } from '../../../local/outbox';
import { createSes, type Ses } from '../../../local/ses';
import { serveToFunction } from '../services/served';

export interface Answer {
  status: number;
  /** AWS's name of the error; empty for a success. */
  error: string;
  body: { MessageId?: string; message?: string };
}

export interface Sender {
  ses: Ses;
  outbox: Outbox;
  folder: string;
  failures: unknown[];
  /** `SendEmail`, signed as a function does it. A plain text to one reader, but for what is given. */
  send(request?: object): Promise<Answer>;
  post(path: string, body: string): Promise<Answer>;
  /** The newest of what was sent. */
  newest(): Mail & { id: string };
  close(): Promise<void>;
}

const ALL: Statement = { Effect: 'Allow', Action: ['ses:SendEmail', 'ses:SendRawEmail'], Resource: '*' };

/** The local SES, and a function that may send with it. */
export async function sender(
  backend: { identities?: MailIdentity[]; sets?: ConfigurationSet[]; policy?: Statement[] } = {},
): Promise<Sender> {
  const folder = mkdtempSync(join(tmpdir(), 'nevermore-ses-'));
  const outbox = new Outbox(folder);
  const ses = createSes({
    mailIdentities: backend.identities ?? [],
    configurationSets: backend.sets ?? [],
    region: 'us-east-1',
    account: '000000000000',
    outbox,
    onError: (error) => served.failures.push(error),
  });
  const served = await serveToFunction('ses', ses, backend.policy ?? [ALL]);
  const { accessKeyId, secretAccessKey, sessionToken } = served.client.credentials;
  const post: Sender['post'] = async (path, body) => {
    const response = await signedPost(`${served.endpoint}${path}`, 'ses', {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    })({ 'content-type': 'application/json' }, body);
    const error = response.headers.get('x-amzn-errortype') ?? '';
    return { status: response.status, error, body: (await response.json()) as Answer['body'] };
  };
  return {
    ses,
    outbox,
    folder,
    failures: served.failures,
    post,
    send: (request = {}) =>
      post(
        '/v2/email/outbound-emails',
        JSON.stringify({
          FromEmailAddress: 'raven@example.com',
          Destination: { ToAddresses: ['ann@example.com'] },
          Content: { Simple: { Subject: { Data: 'Nevermore' }, Body: { Text: { Data: 'Quoth.' } } } },
          ...request,
        }),
      ),
    newest: () => outbox.all()[0] as Mail & { id: string },
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** A raw message as the API takes it. */
export const raw = (...lines: string[]) => ({
  Content: { Raw: { Data: Buffer.from(lines.join('\r\n')).toString('base64') } },
});
