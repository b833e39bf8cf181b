import { MONTH_NAME } from '../../../../../domain/reading/times/calendar';

/**
 * What is spelled out where that is certain, outside code, quotations and identifiers. Every rule keeps the
 * meaning, the figures and the doubts; slang that carries a fact is not in here.
 */
export interface Spelling {
  pattern: RegExp;
  replacement: string | ((match: string, ...groups: string[]) => string);
}

/** A word by itself: not a part of `redis-main`, `a.b`, `#ops` or a path. */
const alone = (words: string, flags = 'gi') =>
  new RegExp(`(?<![\\w./@:#$%&'’+-])(?:${words})(?![\\w/@'’-]|\\.\\w)`, flags);

/** Said to let off steam. Whole remarks first. */
const CHATTER: readonly Spelling[] = [
  {
    pattern:
      /^(?:hey|hi|hello|good (?:morning|evening|afternoon))(?:,? (?:team|all|folks|everyone|everybody|guys))?[,!.]\s*/i,
    replacement: '',
  },
  {
    pattern: /^(?:ok |okay |so )?(?:basically,? )?what (?:happened|happend) (?:is|was)(?: that)?,? /i,
    replacement: '',
  },
  // "14:12 ok", "so far 12 users", "right after it": these carry something.
  {
    pattern:
      /^(?:(?:ok|okay)(?:[,:!]+|(?=\s(?:so(?!\s(?:far|much|many|long|called)\b)|then|here|this|we|i|the|let|folks|team)\b))|(?:well|right)[,:!]+|so(?=,|\s(?:we|i|the|it|they|this|there|our|an?|he|she|you|that['’]?s|here|then|basically|today|yesterday|last|on|at|in|after|when)\b)|hmm+|argh+|ugh+|damn|sigh|meh|phew|yay|hi all|hey all)(?![\w-])[,:!. -]*(?:so\b(?!\s(?:far|much|many|long|called)\b)[, ]*)?(?=[\p{L}\p{N}`"“('[])/iu,
    replacement: '',
  },
  { pattern: /^(?:argh+|ugh+|hmm+|lol|lmao|sigh|meh|phew|yay)[.!]*$/i, replacement: '' },
  { pattern: /[,;]?\s*(?<![\w-])(?:lol|lmao|rofl|haha+|hehe+|smh|ffs)(?![\w-])[.!]*/gi, replacement: '' },
  { pattern: /(?<![\w-])(?:btw|fyi|argh+|ugh+)(?![\w-])[,:]?\s*/gi, replacement: '' },
  { pattern: /!{2,}/g, replacement: '.' },
  { pattern: /\?{2,}/g, replacement: '?' },
  { pattern: /\s*\(!+\)/g, replacement: '' },
  { pattern: /\s?(?:[:;]-?[()DP]|<3)(?=\s|$)/g, replacement: '' },
];

const SHORT_FORMS: ReadonlyArray<[RegExp, string]> = [
  // What one thing led to; between two figures or names it is a change from one to the other.
  [/(?<=\S )(?<!\d )(?:->|=>)(?= \S)|(?<=\S )(?:->|=>)(?= [^\s\d~])/gu, '→'],
  [/(?<![\w/])w\/o(?:ut)?(?!\w)/gi, 'without'],
  [/(?<![\w/])w\/\s?(?=[\w`"“(])/gi, 'with '],
  [alone('bc|b/c|cuz|cos|coz'), 'because'],
  [/(?<![\w-])incl\.?(?=\s[\p{L}\d])/giu, 'including'],
  [/(?<![\w-])excl\.?(?=\s[\p{L}\d])/giu, 'excluding'],
  [/(?<![\w-])esp\.?(?=\s\p{L})/giu, 'especially'],
  [/(?<![\w-])acc\. to(?=\s)/gi, 'according to'],
  // In capitals, or behind a clock, it is a time zone.
  [/(?<![\w-]|\d\s?|\d\s?[ap]\.?m\.?\s?)[Ee]st\.?\s?(?=\d)/g, 'estimated '],
  [/(?<![\w-])approx\.?\s(?=\d)/gi, 'approximately '],
  [alone('svc to svc'), 'service-to-service'],
  [alone('svcs'), 'services'],
  [alone('svc'), 'service'],
  [alone('msgs'), 'messages'],
  [alone('msg'), 'message'],
  [alone('reqs'), 'requests'],
  [alone('req'), 'request'],
  [alone('ppl'), 'people'],
  [alone('pls|plz'), 'please'],
  [alone('mgmt'), 'management'],
  [alone('cfg'), 'config'],
  // "the prob was a full disk", "the disk prob is back": a problem, and no doubt.
  [
    alone(
      '(?<!\\b(?:(?:the|an?|our|their|its|some|any|no|same|other|of|with)(?: [\\w-]+)?|this|that|these|those|had|have|has|one|main|big|real|only) )probs?(?! (?:was|is|were|are|with)\\b)',
    ),
    'probably',
  ],
  [alone('imgs'), 'images'],
  [alone('img'), 'image'],
  [alone('dbs'), 'databases'],
  [alone('db'), 'database'],
  [alone('mem'), 'memory'],
  [alone('conns'), 'connections'],
  [alone('conn'), 'connection'],
  [alone('afaik'), 'as far as I know'],
  [alone('afaict'), 'as far as I can tell'],
  [alone('tmrw|tmr|tmw'), 'tomorrow'],
  [alone('yday|ystrday'), 'yesterday'],
  [alone('custs'), 'customers'],
  [alone('cust'), 'customer'],
  [alone('gw(?! ?\\d)'), 'gateway'],
  [alone('tho'), 'though'],
  [alone('iirc'), 'if I recall correctly'],
  [alone('imo|imho'), 'in my opinion'],
  [/^todos?(?::\s*|\s+(?=\p{L}))/giu, 'To do: '],
  [alone('asap'), 'as soon as possible'],
  [alone('b4'), 'before'],
  [alone('thru'), 'through'],
  [/\b(\p{L}{2,}) ?(?:n|'n'|&) ?\1\b/giu, '$1 and $1'],
  [alone('black friday'), 'Black Friday'],
  [alone('cyber monday'), 'Cyber Monday'],
  [alone('good friday'), 'Good Friday'],
  [alone('oomkilled'), 'OOMKilled'],
  [/\bin flight\b(?=\s\w)/gi, 'in-flight'],
  [
    alone(
      'its(?= (?:the|a|an|not|been|just|only|ok|fine|still|down|up|utc|because|gone|dead|now|all|in|on|from|our|that)\\b)',
    ),
    "it's",
  ],
  [alone('thats'), "that's"],
  [alone('theres'), "there's"],
  [alone('whats'), "what's"],
  [alone('dont'), "don't"],
  [alone('doesnt'), "doesn't"],
  [alone('didnt'), "didn't"],
  [alone('couldnt'), "couldn't"],
  [alone('wouldnt'), "wouldn't"],
  [alone('shouldnt'), "shouldn't"],
  [alone('wasnt'), "wasn't"],
  [alone('werent'), "weren't"],
  [alone('isnt'), "isn't"],
  [alone('arent'), "aren't"],
  [alone('hasnt'), "hasn't"],
  [alone('havent'), "haven't"],
  [alone('hadnt'), "hadn't"],
  [alone('cant'), "can't"],
  [alone('im'), "I'm"],
  [alone('ive'), "I've"],
  [alone('i', 'g'), 'I'],
  // Typing slips that are no other word.
  [alone('teh'), 'the'],
  [alone('adn'), 'and'],
  [alone('recieved?'), 'received'],
  [alone('seperate'), 'separate'],
  [alone('occured'), 'occurred'],
  [alone('occuring'), 'occurring'],
  [alone('untill'), 'until'],
  [alone('becuase|becasue|beacuse'), 'because'],
  [alone('wich'), 'which'],
  [alone('thier'), 'their'],
  [alone('definately'), 'definitely'],
  [alone('restared|restarded|restartet'), 'restarted'],
  [alone('conection'), 'connection'],
  [alone('databse|datbase'), 'database'],
  [alone('srever|sevrer'), 'server'],
  [alone('custmers|costumers'), 'customers'],
  [alone('deployd'), 'deployed'],
  [alone('noticd'), 'noticed'],
  [alone('happend'), 'happened'],
  [alone('payed'), 'paid'],
  [alone('unavailible|unavaliable'), 'unavailable'],
  [alone('availible|avaliable'), 'available'],
  [alone('enviroment'), 'environment'],
  [alone('succesfully'), 'successfully'],
  [alone('successfull'), 'successful'],
  [alone('immediatly|imediately'), 'immediately'],
];

/** Names that are written in one way only. */
const NAMES =
  'PagerDuty OpsGenie Pingdom Redis PostgreSQL Postgres MySQL MariaDB MongoDB Kafka RabbitMQ Elasticsearch OpenSearch OpenSSL ' +
  'Ansible Terraform Kubernetes Grafana Prometheus Datadog Splunk Sentry Slack Twitter Reddit GitHub GitLab Jenkins Firebase ' +
  'Cloudflare Fastly Akamai Docker Linux Debian Ubuntu Istio HAProxy Cassandra ZooKeeper Hikari Velero Stripe PayPal ' +
  'Mastercard iOS iPad iPads iPhone iPhones Android Chrome Firefox Safari ' +
  'UTC GMT API APIs CPU CPUs RAM DNS CDN VPN SSL TLS TTL SQL SSH JWT HTTP HTTPS TCP UDP IP IPs URL URLs AWS GCP RDS VPC SLA SLAs SLO SLOs ' +
  'OOM RSS BI LB DST ETL CI QA UI JVM GC VM VMs SRE DBA NTP BGP LDAP SSO SMTP WAL RAID SSD IOPS MX ' +
  'MQTT AMQP IMAP SAML OIDC OAuth MFA OTP IAM KMS EKS ECS ELB ALB NLB SQS SNS WAF OTA GPU GPUs NFS VLAN DHCP JSON YAML ' +
  'XML CSV PDF HTML SMS ERP CRM PSP PCI PII GDPR RTO RPO HPA CRD CRDs PVC PVCs DAG DAGs DLQ NOC ISP IoT APNs FCM CTR EUR USD ' +
  'GBP CHF IBAN SEPA gRPC GraphQL BigQuery DynamoDB Memcached ClickHouse Kibana Kinesis SendGrid Twilio Adyen Jira Bitbucket ' +
  'Crashlytics Traefik Azure VMware OpenVPN WireGuard macOS NVMe CLI EU UK PR PRs SDK SDKs CORS CNAME UUID UUIDs Google Gmail ' +
  'DNSSEC KSK ZSK SPF DKIM ISR MTU ARP ACL ACLs CIDR ASG EBS EFS AMI AMIs RPC RPS QPS TPS PITR HSM SNI OCSP LVM SIEM ' +
  'YouTube Facebook LinkedIn WhatsApp';

const names: Spelling[] = NAMES.split(' ').map((name) => ({
  // Written small only: in capitals it may be the author's own way. "npm ci" is a command, and "1542 utc" in
  // capitals would be another kind of figure.
  pattern: alone(`(?<!npm |\\d{4} )${name.toLowerCase()}`, 'g'),
  replacement: name,
}));

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const dayNamed = (short: string): string =>
  WEEKDAYS.find((day) => day.toLowerCase().startsWith(short.slice(0, 3).toLowerCase())) ?? short;

const CALENDAR: readonly Spelling[] = [
  // "3 mar. nothing lost": the day that the rest is told of.
  {
    pattern: new RegExp(`^(\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH_NAME}))\\.\\s+(?=\\p{L})`, 'iu'),
    replacement: '$1: ',
  },
  { pattern: alone('(?:sun|mon|tues|wednes|thurs|fri|satur)day', 'g'), replacement: dayNamed },
  { pattern: alone('mon|tue|tues|thu|thur|thurs|fri'), replacement: dayNamed },
  // "sun", "wed" and "sat" are words as well: only beside a time, after a preposition or a verb of time.
  {
    pattern:
      /(?<=\d{1,2}:\d\d(?:\s?(?:utc|gmt|[pmce][sd]?t|cest))?,? |\b(?:on|last|next|since|until|till|by|from|early|late|shipped|out|every|this) )(?:sun|wed|sat)(?![\w-])/gi,
    replacement: dayNamed,
  },
  { pattern: /(?<![\w-])(?:sun|wed|sat)(?= ~?\d{1,2}(?::\d\d|\s?[ap]m))/gi, replacement: dayNamed },
  {
    pattern:
      /(?<=\d{1,2}(?:st|nd|rd|th)? )(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?(?![\w-])/g,
    replacement: (month) => month.charAt(0).toUpperCase() + month.slice(1),
  },
  {
    pattern:
      /(?<=\b(?:in|since|until|by|of|last|next|from) )(?:january|february|march|april|june|july|august|september|october|november|december)(?![\w-])/g,
    replacement: (month) => month.charAt(0).toUpperCase() + month.slice(1),
  },
  {
    pattern:
      /(?<=\b(?:in|since|until|by|last|early|late|mid) )(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)(?![\w-])/g,
    replacement: (month) => month.charAt(0).toUpperCase() + month.slice(1),
  },
  // "on nov 1", "nov 3rd"; "may 1" can be a permission, and "mar 5" a command.
  {
    pattern: alone(
      '(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)(?= \\d{1,2}(?:st|nd|rd|th)?(?![\\w:]|\\.\\d))',
      'g',
    ),
    replacement: (month) => month.charAt(0).toUpperCase() + month.slice(1),
  },
  {
    pattern:
      /(?<=\d(?::\d\d)?(?:\s?[ap]m)?\s?)(?:pst|pdt|mst|mdt|cst|cdt|est|edt|cet|cest|bst|eet|eest|jst|aest|aedt)(?![\w-])/gi,
    replacement: (zone) => zone.toUpperCase(),
  },
];

/** In the order in which they are applied. */
export const SPELLINGS: readonly Spelling[] = [
  ...CHATTER,
  ...SHORT_FORMS.map(([pattern, replacement]) => ({ pattern, replacement })),
  ...CALENDAR,
  ...names,
];
