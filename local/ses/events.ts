import { randomUUID } from 'node:crypto';
import type { ConfigurationSet } from '../assembly';
import type { Mail } from '../outbox';
import { domainOf } from './addresses';
import type { Result } from './simulator';

export interface Place {
  readonly region: string;
  readonly account: string;
}

/** Types of events by what EventBridge calls them; a destination names the types in capitals. */
const DETAIL_TYPES = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
} as const;

type EventType = keyof typeof DETAIL_TYPES;

/** What happened to a mail, in SES's words: one for all who got it, one for each bounce and complaint. */
function happenings({ results }: Mail, at: string): Array<{ type: EventType; detail: object }> {
  const got = results.filter(({ state }) => state === 'delivered' || state === 'complained');
  const each = (type: EventType, states: readonly Result['state'][], detail: (result: Result) => object) =>
    results
      .filter(({ state }) => states.includes(state))
      .map((result) => ({ type, detail: { [type.toLowerCase()]: detail(result) } }));
  return [
    { type: 'Send', detail: { send: {} } },
    ...(got.length > 0
      ? [
          {
            type: 'Delivery' as const,
            detail: {
              delivery: {
                timestamp: at,
                processingTimeMillis: 1,
                recipients: got.map(({ address }) => address),
                smtpResponse: '250 2.6.0 Message received',
                reportingMTA: 'local',
              },
            },
          },
        ]
      : []),
    ...each('Bounce', ['bounced', 'suppressed'], ({ address, state }) => ({
      feedbackId: randomUUID(),
      bounceType: 'Permanent',
      bounceSubType: state === 'suppressed' ? 'Suppressed' : 'General',
      bouncedRecipients: [
        {
          emailAddress: address,
          action: 'failed',
          status: '5.1.1',
          diagnosticCode:
            state === 'suppressed'
              ? 'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.'
              : 'smtp; 550 5.1.1 user unknown',
        },
      ],
      timestamp: at,
      reportingMTA: 'dsn; local',
    })),
    ...each('Complaint', ['complained'], ({ address }) => ({
      feedbackId: randomUUID(),
      complaintSubType: null,
      complainedRecipients: [{ emailAddress: address }],
      timestamp: at,
      userAgent: 'Amazon SES Mailbox Simulator',
      complaintFeedbackType: 'abuse',
      arrivalDate: at,
    })),
  ];
}

/** A mail on its way, beside what is shown of it. */
export interface Sent {
  readonly mail: Mail;
  /** Address of the sender. */
  readonly source: string;
  readonly messageId: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What EventBridge is told about a mail, as SES publishes it where the configuration set has such a destination. */
export function eventsOf(
  { mail, source, messageId, at }: Sent,
  set: ConfigurationSet | undefined,
  { region, account }: Place,
): object[] {
  const wanted = new Set(
    set?.destinations.flatMap(({ service, eventTypes }) => (service === 'EventBridge' ? eventTypes : [])),
  );
  const described = {
    timestamp: at,
    source,
    sourceArn: `arn:aws:ses:${region}:${account}:identity/${domainOf(source)}`,
    sendingAccountId: account,
    messageId,
    destination: mail.results.map(({ address }) => address),
    headersTruncated: false,
    headers: [
      { name: 'From', value: mail.from },
      { name: 'To', value: mail.to.join(', ') },
      ...(mail.cc.length > 0 ? [{ name: 'Cc', value: mail.cc.join(', ') }] : []),
      { name: 'Subject', value: mail.subject },
      ...mail.headers,
    ],
    commonHeaders: { from: [mail.from], to: mail.to, messageId, subject: mail.subject },
    tags: {
      'ses:configuration-set': [set?.name],
      'ses:from-domain': [domainOf(source)],
      ...Object.fromEntries(mail.tags.map(({ name, value }) => [name, [value]])),
    },
  };
  return happenings(mail, at)
    .filter(({ type }) => wanted.has(type.toUpperCase()))
    .map(({ type, detail }) => ({
      version: '0',
      id: randomUUID(),
      'detail-type': DETAIL_TYPES[type],
      source: 'aws.ses',
      account,
      time: `${at.slice(0, 19)}Z`,
      region,
      resources: [`arn:aws:ses:${region}:${account}:configuration-set/${set?.name}`],
      detail: { eventType: type, mail: described, ...detail },
    }));
}

/** Who else would be told on AWS, and is not served here, in a sentence each. */
export const untoldDestinations = ({ mail, at }: Sent, set: ConfigurationSet | undefined): string[] =>
  (set?.destinations ?? [])
    .filter(({ service }) => service !== 'EventBridge')
    .flatMap(({ service, eventTypes }) => {
      const told = [...new Set(happenings(mail, at).map(({ type }) => type))].filter((type) =>
        eventTypes.includes(type.toUpperCase()),
      );
      return told.length === 0
        ? []
        : [`On AWS, ${service} would be told (${told.join(', ')}). The local cloud tells EventBridge only.`];
    });
