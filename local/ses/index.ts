import { randomUUID } from 'node:crypto';
import type { ConfigurationSet, MailIdentity } from '../assembly';
import type { Permission, SignedRequest } from '../iam';
import type { Outbox } from '../outbox';
import type { Asked, Service } from '../services';
import { domainOf } from './addresses';
import { ConfigurationSetNotFoundError, NotServedBySesError } from './errors';
import { eventsOf, type Place, untoldDestinations } from './events';
import { identityOf } from './identities';
import { readSubmission, type Submission } from './request';

export interface SesOptions extends Place {
  readonly mailIdentities: readonly MailIdentity[];
  readonly configurationSets: readonly ConfigurationSet[];
  /** Keeps what is sent. */
  readonly outbox: Outbox;
  /** Told when the outbox could not remember that somebody was told of an event: they hear of it once more. */
  readonly onError: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The local SES. */
export interface Ses extends Service {
  /**
   * Begins to tell of bounces, complaints and deliveries: those that a former process came not to, and each new
   * one. Until then they wait.
   */
  publishTo(put: (event: object) => Promise<void>): Promise<void>;
}

/** Version 2 of SES: takes mail for sending, and sends none. What is sent is in the outbox. */
export function createSes(options: SesOptions): Ses {
  const { outbox, region, account, mailIdentities, now = Date.now } = options;
  let put: ((event: object) => Promise<void>) | undefined;

  const publish = async (number: number, events: readonly object[]): Promise<void> => {
    for (const event of events) await put?.(event);
    try {
      outbox.told(number);
    } catch (error) {
      options.onError(error);
    }
  };

  const send = (submission: Submission): string => {
    const { mail, sender } = submission;
    const identity = identityOf(sender.address, mailIdentities, region);
    const set = setOf(mail.configurationSet ?? identity?.configurationSet);
    const at = new Date(now()).toISOString();
    const sent = { mail, source: sender.address, messageId: messageIdAt(now()), at };
    const events = eventsOf(sent, set, { region, account });
    const { number } = outbox.keep(
      {
        ...mail,
        ...(set && { configurationSet: set.name }),
        notes: [...mail.notes, ...untoldDestinations(sent, set)],
      },
      sent.messageId,
      events,
    );
    // After the answer, as on AWS.
    if (put && events.length > 0) setImmediate(() => void publish(number, events));
    return sent.messageId;
  };

  const setOf = (name: string | undefined): ConfigurationSet | undefined => {
    const set = options.configurationSets.find((one) => one.name === name);
    if (name !== undefined && !set) throw new ConfigurationSetNotFoundError(name);
    return set;
  };

  return {
    read: (request): Asked => {
      if (!isSendEmail(request)) throw new NotServedBySesError(`${request.method} ${request.path}`);
      const submission = readSubmission(request.body);
      return {
        permissions: permissionsFor(submission, options),
        run: async () => ({
          statusCode: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ MessageId: send(submission) }),
        }),
      };
    },
    publishTo: async (target) => {
      put = target;
      for (const { number, events } of outbox.untold()) await publish(number, events);
    },
  };
}

const isSendEmail = ({ method, path }: SignedRequest): boolean =>
  method === 'POST' && path === '/v2/email/outbound-emails';

/** The sender's identity, and the configuration set where one is named: IAM wants both allowed. */
function permissionsFor({ mail, sender, isRaw, feedback }: Submission, options: SesOptions): Permission[] {
  const { region, account, mailIdentities } = options;
  const arn = (kind: string, name: string) => `arn:aws:ses:${region}:${account}:${kind}/${name}`;
  const domain = domainOf(sender.address);
  const own = [sender.address, domain].filter((name) => mailIdentities.some((one) => one.name === name));
  const [identity = sender.address, ...others] = own.length > 0 ? own : [sender.address, domain];
  const about = {
    action: isRaw ? 'ses:SendRawEmail' : 'ses:SendEmail',
    context: {
      'ses:FromAddress': sender.address,
      'ses:FromDisplayName': sender.name || undefined,
      'ses:FeedbackAddress': feedback ?? sender.address,
      'ses:ApiVersion': '2',
    },
  };
  return [
    {
      ...about,
      resourceArn: arn('identity', identity),
      orAllowedOn: others.map((one) => arn('identity', one)),
    },
    ...(mail.configurationSet === undefined
      ? []
      : [{ ...about, resourceArn: arn('configuration-set', mail.configurationSet) }]),
  ];
}

/** In the shape that SES's have. */
const messageIdAt = (now: number): string =>
  `0100${now.toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
