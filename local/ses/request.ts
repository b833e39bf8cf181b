import { z } from 'zod';
import type { Mail } from '../outbox';
import { type Mailbox, mailboxOf, splitAddresses } from './addresses';
import { decodeWords, isCharset } from './encodings';
import { BadRequestError, NotServedBySesError } from './errors';
import { headerOf, readMime } from './mime';
import { resultAt } from './simulator';

/** SES's quotas: recipients of one message, and bytes of one after base64 encoding. */
const MOST_RECIPIENTS = 50;
const LARGEST_MESSAGE = 40 * 1024 * 1024;

/** What `SendEmail` asks for, read and checked. */
export interface Submission {
  readonly mail: Mail;
  readonly sender: Mailbox;
  /** Raw content needs another permission. */
  readonly isRaw: boolean;
  /** Where bounces would be sent by mail. */
  readonly feedback?: string;
}

const TEXT = z.string();
const content = z.object({ Data: TEXT, Charset: TEXT.optional() });
const header = z.object({
  Name: z.string().regex(/^[!-9;-~]{1,126}$/, 'must be 1 to 126 printable ASCII characters without a colon'),
  Value: z.string().regex(/^[\x20-\x7e]{0,995}$/, 'must be at most 995 printable ASCII characters'),
});
const tag = z.object({
  Name: z.string().regex(/^[\w-]{1,256}$/, 'must be 1 to 256 ASCII letters, digits, _ or -'),
  Value: z.string().regex(/^[\w-]{1,256}$/, 'must be 1 to 256 ASCII letters, digits, _ or -'),
});
const attachment = z.object({
  RawContent: z.base64(),
  FileName: TEXT.min(1).max(255),
  ContentType: TEXT.max(78).optional(),
});
const simple = z.object({
  Subject: content,
  Body: z.object({ Text: content.optional(), Html: content.optional() }),
  Headers: z.array(header).max(15).optional(),
  Attachments: z.array(attachment).optional(),
});
const addresses = z.array(TEXT).optional();
const request = z.object({
  FromEmailAddress: TEXT.optional(),
  Destination: z
    .object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })
    .optional(),
  ReplyToAddresses: addresses,
  FeedbackForwardingEmailAddress: TEXT.optional(),
  Content: z.object({ Simple: simple.optional(), Raw: z.object({ Data: z.base64() }).optional() }),
  EmailTags: z.array(tag).optional(),
  ConfigurationSetName: TEXT.optional(),
});
type Request = z.infer<typeof request>;

/** Parts of the request that change who may send, or what is sent. */
const NOT_SERVED = [
  'FromEmailAddressIdentityArn',
  'FeedbackForwardingEmailAddressIdentityArn',
  'ListManagementOptions',
  'EndpointId',
  'TenantName',
  'ConfigurationOverrides',
];

/**
 * Reads the body of `SendEmail`, with the checks that SES makes before it looks at who sends.
 * @throws BadRequestError, NotServedBySesError
 */
export function readSubmission(body: Buffer): Submission {
  const given = jsonOf(body);
  for (const name of NOT_SERVED) if (given[name] !== undefined) throw new NotServedBySesError(name);
  if ((given.Content as { Template?: unknown } | undefined)?.Template !== undefined)
    throw new NotServedBySesError('templates');
  const parsed = request.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new BadRequestError(`${issue?.path.join('.') || 'The request'}: ${issue?.message}`);
  }
  const { Simple, Raw } = parsed.data.Content;
  if ((Simple === undefined) === (Raw === undefined))
    throw new BadRequestError('Content must hold exactly one of Simple, Raw and Template.');
  return Simple
    ? fromSimple(parsed.data, Simple)
    : fromRaw(parsed.data, Buffer.from(Raw?.Data ?? '', 'base64'));
}

function jsonOf(body: Buffer): Record<string, unknown> {
  try {
    const given: unknown = JSON.parse(body.toString('utf8'));
    if (typeof given === 'object' && given !== null) return given as Record<string, unknown>;
  } catch {
    // Said below, as for every other body that is no object.
  }
  throw new BadRequestError('The request body must be a JSON object.');
}

function fromSimple(asked: Request, message: z.infer<typeof simple>): Submission {
  const { Subject, Body, Headers = [], Attachments = [] } = message;
  if (/[\r\n]/.test(Subject.Data)) throw new BadRequestError('Subject must not contain line breaks.');
  if (!Body.Text && !Body.Html) throw new BadRequestError('Body must hold Text, Html or both.');
  if (asked.FromEmailAddress === undefined) throw new BadRequestError('FromEmailAddress is missing.');
  for (const { Name, Value } of Headers)
    if (Name.length + Value.length > 996) throw new BadRequestError(`The header ${Name} is longer than 996.`);
  const notes: string[] = [];
  const sent = (part: string, { Data, Charset }: z.infer<typeof content>): string => {
    if (Charset !== undefined && !isCharset(Charset))
      throw new BadRequestError(`${part}: the character set ${Charset} is not known.`);
    if (Charset !== undefined || !/[^\0-\x7f]/.test(Data)) return Data;
    notes.push(
      `${part} has characters beyond 7-bit ASCII and names no Charset: SES sends "?" for each of them.`,
    );
    return Data.replace(/[^\0-\x7f]/gu, '?');
  };
  const attachments = Attachments.map(
    ({ FileName, ContentType = 'application/octet-stream', RawContent }) => ({
      name: FileName,
      contentType: ContentType,
      bytes: Buffer.byteLength(RawContent, 'base64'),
    }),
  );
  checkSize(
    [Subject, Body.Text, Body.Html].reduce((sum, part) => sum + Buffer.byteLength(part?.Data ?? ''), 0) +
      Attachments.reduce((sum, { RawContent }) => sum + RawContent.length, 0),
  );
  const headers = Headers.map(({ Name, Value }) => ({ name: Name, value: Value }));
  return submission(asked, {
    from: asked.FromEmailAddress,
    recipients: recipientsOf(asked.Destination),
    replyTo: asked.ReplyToAddresses ?? [],
    subject: decodeWords(sent('Subject', Subject)),
    ...(Body.Text && { text: sent('Text', Body.Text) }),
    ...(Body.Html && { html: sent('Html', Body.Html) }),
    headers,
    attachments,
    tags: [],
    isRaw: false,
    notes,
  });
}

/** Headers of a raw message that have a place of their own in what is kept, or say nothing to a reader. */
const SHOWN_ELSEWHERE =
  /^(?:from|to|cc|bcc|reply-to|subject|date|message-id|mime-version|content-.*|x-ses-.*|return-path)$/i;

function fromRaw(asked: Request, raw: Buffer): Submission {
  checkSize(raw.length);
  const { headers, text, html, attachments } = readMime(raw);
  const value = (name: string) => headerOf({ headers }, name);
  const listed = (name: string) => splitAddresses(value(name) ?? '');
  const from = asked.FromEmailAddress ?? value('from');
  if (value('from') === undefined || from === undefined)
    throw new BadRequestError("Missing required header 'From'.");
  const isNamed = Object.values(asked.Destination ?? {}).some((list) => (list ?? []).length > 0);
  return submission(
    { ...asked, ConfigurationSetName: asked.ConfigurationSetName ?? value('x-ses-configuration-set') },
    {
      from,
      recipients: isNamed
        ? recipientsOf(asked.Destination)
        : { to: listed('to'), cc: listed('cc'), bcc: listed('bcc') },
      replyTo: asked.ReplyToAddresses ?? listed('reply-to'),
      subject: value('subject') ?? '',
      ...(text !== undefined && { text }),
      ...(html !== undefined && { html }),
      headers: headers.filter(({ name }) => !SHOWN_ELSEWHERE.test(name)),
      attachments: [...attachments],
      tags: splitAddresses(value('x-ses-message-tags') ?? '').map((one) => {
        const [name = '', tagged = ''] = one.split('=', 2).map((part) => part.trim());
        return { name, value: tagged };
      }),
      isRaw: true,
      notes: [],
    },
  );
}

interface Content
  extends Pick<Mail, 'subject' | 'text' | 'html' | 'headers' | 'attachments' | 'tags' | 'notes'> {
  from: string;
  recipients: { to: string[]; cc: string[]; bcc: string[] };
  replyTo: string[];
  isRaw: boolean;
}

function submission(
  asked: Request,
  { from, recipients, replyTo, isRaw, tags, ...content }: Content,
): Submission {
  const sender = mailboxIn(from, 'FromEmailAddress', isRaw);
  const boxes = {
    to: recipients.to.map((one) => mailboxIn(one, 'ToAddresses', isRaw)),
    cc: recipients.cc.map((one) => mailboxIn(one, 'CcAddresses', isRaw)),
    bcc: recipients.bcc.map((one) => mailboxIn(one, 'BccAddresses', isRaw)),
  };
  const all = [...boxes.to, ...boxes.cc, ...boxes.bcc];
  if (all.length === 0) throw new BadRequestError('Destination must hold at least one recipient.');
  if (all.length > MOST_RECIPIENTS) throw new BadRequestError(`Recipient count exceeds ${MOST_RECIPIENTS}.`);
  const { ConfigurationSetName, EmailTags = [], FeedbackForwardingEmailAddress: feedback } = asked;
  if (feedback !== undefined) mailboxOf(feedback, 'FeedbackForwardingEmailAddress');
  return {
    sender,
    isRaw,
    ...(feedback !== undefined && { feedback }),
    mail: {
      kind: 'mail',
      from: shown(sender),
      to: boxes.to.map(shown),
      cc: boxes.cc.map(shown),
      bcc: boxes.bcc.map(shown),
      replyTo: replyTo.map((one) => shown(mailboxIn(one, 'ReplyToAddresses', isRaw))),
      ...content,
      tags: [...tags, ...EmailTags.map(({ Name, Value }) => ({ name: Name, value: Value }))],
      ...(ConfigurationSetName !== undefined && { configurationSet: ConfigurationSetName }),
      results: all.map(({ address }) => resultAt(address)),
    },
  };
}

/** Headers of a raw message were decoded already; only their addresses are checked. */
function mailboxIn(text: string, field: string, isRaw: boolean): Mailbox {
  const [, name = '', address] = (isRaw && /^(.*)<([^<>]*)>$/s.exec(text.trim())) || [];
  if (address === undefined) return mailboxOf(text, field);
  return { name: name.trim().replace(/^"(.*)"$/s, '$1'), address: mailboxOf(address, field).address };
}

/** As a mail program shows it. */
const shown = ({ name, address }: Mailbox): string =>
  name === '' ? address : `${decodeWords(name)} <${address}>`;

const recipientsOf = (destination: Request['Destination']) => ({
  to: destination?.ToAddresses ?? [],
  cc: destination?.CcAddresses ?? [],
  bcc: destination?.BccAddresses ?? [],
});

function checkSize(bytes: number): void {
  if (bytes > LARGEST_MESSAGE)
    throw new BadRequestError(`Message length is more than ${LARGEST_MESSAGE} bytes long: '${bytes}'.`);
}
