import { z } from 'zod';
import { readable, type Taken } from './taken';

/** Slack's documented limits (Block Kit reference; "Truncating really long messages"). */
const MOST_BLOCKS = 50;
const LONGEST_MESSAGE = 40_000;

const textObject = (most: number) =>
  z.looseObject({ type: z.enum(['mrkdwn', 'plain_text']), text: z.string().min(1).max(most) });
const plainText = (most: number) =>
  z.looseObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most) });

const element = z.looseObject({
  type: z.string(),
  text: plainText(75).optional(),
  url: z.string().max(3_000).optional(),
  value: z.string().max(2_000).optional(),
});

const about = { block_id: z.string().max(255).optional() };
const block = z.union([
  z
    .looseObject({
      ...about,
      type: z.literal('section'),
      text: textObject(3_000).optional(),
      fields: z.array(textObject(2_000)).min(1).max(10).optional(),
    })
    .refine(({ text, fields }) => text !== undefined || fields !== undefined),
  z.looseObject({ ...about, type: z.literal('header'), text: plainText(150) }),
  z.looseObject({ ...about, type: z.literal('divider') }),
  z.looseObject({
    ...about,
    type: z.literal('context'),
    elements: z
      .array(z.looseObject({ type: z.string() }))
      .min(1)
      .max(10),
  }),
  z.looseObject({ ...about, type: z.literal('actions'), elements: z.array(element).min(1).max(25) }),
  z
    .looseObject({
      ...about,
      type: z.literal('image'),
      alt_text: z.string().max(2_000),
      image_url: z.string().max(3_000).optional(),
    })
    .refine((image) => image.image_url !== undefined || image.slack_file !== undefined),
  z.looseObject({ ...about, type: z.literal('markdown'), text: z.string().min(1).max(12_000) }),
  z.looseObject({ ...about, type: z.literal('rich_text'), elements: z.array(z.looseObject({})) }),
  z.looseObject({ ...about, type: z.literal('table'), rows: z.array(z.array(z.unknown())).min(1).max(100) }),
  z.looseObject({ ...about, type: z.enum(['video', 'input', 'file']) }),
]);

const message = z.looseObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  attachments: z.array(z.looseObject({})).optional(),
});

/** What Slack's incoming webhooks do with a JSON object: `ok`, or one of Slack's own words for why not. */
export function takenBySlack(body: object): Taken {
  const refused = (text: string, note: string): Taken => ({
    answer: { status: 400, text },
    text: readable(body),
    notes: [`Slack refuses it (${text}): ${note}`],
  });
  const parsed = message.safeParse(body);
  if (!parsed.success)
    return refused(
      'invalid_payload',
      'text must be a text, blocks and attachments must be lists of objects.',
    );
  const { text = '', blocks = [], attachments = [] } = parsed.data;
  if (text === '' && blocks.length === 0 && attachments.length === 0)
    return refused('no_text', 'it has no text, no blocks and no attachments.');
  if (blocks.length > MOST_BLOCKS)
    return refused('invalid_blocks', `it has ${blocks.length} blocks, and ${MOST_BLOCKS} are the most.`);
  const wrong = blocks.findIndex((one) => !block.safeParse(one).success);
  if (wrong >= 0)
    return refused(
      'invalid_blocks',
      `block ${wrong + 1} is none that Slack knows, or is over one of its limits.`,
    );
  return {
    format: 'slack',
    answer: { status: 200, text: 'ok' },
    // Where there are blocks, Slack shows them, and the text in notifications only.
    text: (blocks.length > 0 ? readable([blocks, attachments]) : readable(body)).slice(0, LONGEST_MESSAGE),
    notes: [
      ...(text.length > LONGEST_MESSAGE
        ? [`Slack cuts a text after ${LONGEST_MESSAGE} characters; this one has ${text.length}.`]
        : []),
      ...(blocks.length > 0 && text === ''
        ? ['Notifications and screen readers get no text: it has none.']
        : []),
    ],
  };
}
