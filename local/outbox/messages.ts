import { z } from 'zod';

/** What became of a mail at one of its recipients. */
const result = z.object({
  address: z.string(),
  state: z.enum(['delivered', 'bounced', 'complained', 'suppressed']),
  /** In a sentence, for people. */
  because: z.string().optional(),
});

const mail = z.object({
  kind: z.literal('mail'),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  replyTo: z.array(z.string()),
  subject: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  /** Those that the sender set beside the usual ones. */
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  tags: z.array(z.object({ name: z.string(), value: z.string() })),
  configurationSet: z.string().optional(),
  /** Their content is not kept. */
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), bytes: z.number() })),
  results: z.array(result),
  /** What would be different, or surprising, for a real reader. */
  notes: z.array(z.string()),
});

const webhook = z.object({
  kind: z.literal('webhook'),
  /** The last part of its URL. */
  name: z.string(),
  /** In whose words it was posted; none for what nobody would take. */
  format: z.enum(['slack', 'teams']).optional(),
  /** What a reader of the channel would see of it, in plain text. */
  text: z.string(),
  /** As it was posted. */
  body: z.string(),
  answer: z.object({ status: z.number(), text: z.string() }),
  notes: z.array(z.string()),
});

const about = {
  /** Whole numbers that grow, from 1. */
  number: z.int().positive(),
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
};

/** A message as it is kept. */
export const KEPT_MESSAGE = z.discriminatedUnion('kind', [mail.extend(about), webhook.extend(about)]);

export type Mail = z.infer<typeof mail>;
export type Webhook = z.infer<typeof webhook>;
export type Kept = z.infer<typeof KEPT_MESSAGE>;

/** What became of a message as a whole, the worst of it first. */
export type MessageState =
  | 'bounced'
  | 'suppressed'
  | 'complained'
  | 'sent'
  /** A webhook took it. */
  | 'caught'
  /** A webhook would not take it. */
  | 'refused'
  /** A webhook was told to fail. */
  | 'failed';

export function stateOf(message: Mail | Webhook): MessageState {
  if (message.kind === 'webhook') {
    if (message.answer.status < 300) return 'caught';
    return message.format === undefined ? 'refused' : 'failed';
  }
  const states = new Set(message.results.map(({ state }) => state));
  return (['bounced', 'suppressed', 'complained'] as const).find((state) => states.has(state)) ?? 'sent';
}
