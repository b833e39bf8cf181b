import { z } from 'zod';
import { readable, type Taken } from './taken';

/** Largest message that a webhook of Teams takes, in bytes (Microsoft's documentation of webhooks). */
const LARGEST = 28 * 1024;

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

const message = z.looseObject({
  type: z.literal('message'),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.literal(ADAPTIVE_CARD),
        content: z.looseObject({
          type: z.literal('AdaptiveCard'),
          version: z.string().regex(/^1\.\d$/),
          body: z.array(z.looseObject({ type: z.string() })),
        }),
      }),
    )
    .min(1),
});

/** Whether a JSON object is meant for Teams rather than Slack. */
export const isForTeams = (body: object): boolean =>
  '@type' in body ||
  ('type' in body && body.type === 'message') ||
  ('attachments' in body &&
    Array.isArray(body.attachments) &&
    body.attachments.some((one) => typeof one?.contentType === 'string'));

/** What a webhook of Teams (the trigger "When a Teams webhook request is received") does with a JSON object. */
export function takenByTeams(body: object, bytes: number): Taken {
  const refused = (status: number, code: string, note: string): Taken => ({
    answer: { status, text: JSON.stringify({ error: { code, message: note } }) },
    text: readable(body),
    notes: [`Teams refuses it (${code}): ${note}`],
  });
  if (bytes > LARGEST)
    return refused(413, 'RequestEntityTooLarge', `it has ${bytes} bytes, and ${LARGEST} are the most.`);
  if ('@type' in body)
    return refused(
      400,
      'TriggerInputSchemaMismatch',
      'message cards belonged to connectors, which Teams has given up; post an Adaptive Card.',
    );
  const parsed = message.safeParse(body);
  if (!parsed.success)
    return refused(
      400,
      'TriggerInputSchemaMismatch',
      `it must be {"type": "message", "attachments": [{"contentType": "${ADAPTIVE_CARD}", "content": {"type": ` +
        '"AdaptiveCard", "version": "1.4", "body": […]}}]}; ' +
        `${parsed.error.issues[0]?.path.join('.') || 'the object'} is not.`,
    );
  return {
    format: 'teams',
    answer: { status: 202, text: '' },
    text: readable(parsed.data.attachments.map(({ content }) => content)),
    notes: [],
  };
}
