import * as z from 'zod';
import type { PostMortem } from '../../../domain/postMortem';
import { reservationsAbout } from '../../../domain/readiness';
import { REMARK_KINDS, type Remark, reviewOf } from '../../../domain/review';
import { maskWithin } from '../../../domain/secrets/everyText';
import { DEFAULT_THEME, THEME_IDS, type ThemeId } from '../../../domain/themes';
import { NOTICE } from '../answers';
import { contentOf } from '../content';
import { NOTICED, POST_MORTEM_ID, uriOf } from '../shapes';
import { tool } from '../tool';

const PLACED = { where: z.string().describe('A section or a field.'), entry: z.number().nullable() };

export const reviewPostMortem = tool({
  name: 'review_post_mortem',
  title: 'Review a post-mortem',
  description:
    'Says what rules have to say of a whole post-mortem, without a model and without changing it: secrets, contradictions, what is missing, open questions, weak actions, blame. `remarks` are what a careful colleague would say, `reservations` what speaks against publishing it as it stands.',
  writes: false,
  isIdempotent: true,
  input: z.object({
    id: POST_MORTEM_ID,
    theme: z.enum(THEME_IDS as [ThemeId, ...ThemeId[]]).default(DEFAULT_THEME.id),
  }),
  output: z.object({
    notice: NOTICED,
    id: z.string(),
    uri: z.string(),
    title: z.string(),
    revision: z.number(),
    remarks: z.array(
      z.object({
        kind: z.string(),
        label: z.string(),
        ...PLACED,
        message: z.string(),
        quote: z.string().nullable(),
        instead: z.string().nullable().describe('What could stand there instead of the quote.'),
      }),
    ),
    reservations: z.array(z.object({ kind: z.string(), ...PLACED, message: z.string() })),
  }),
  async run({ id, theme }, library) {
    const document = await library.document(id);
    const told = {
      notice: NOTICE,
      id: document.id,
      uri: uriOf(document.id),
      title: document.title,
      revision: document.revision,
      ...claimsOn(document, theme),
    };
    return maskWithin(told, contentOf(document)).value;
  },
});

const claimsOn = (document: PostMortem, theme: ThemeId) => ({
  remarks: reviewOf(document, theme).map(({ kind, where, entry, message, quote, change }) => ({
    kind,
    label: REMARK_KINDS[kind],
    where,
    entry: entry ?? null,
    message,
    // A key that was found is not told on, whatever its form.
    quote: isPrivate(kind) ? null : (quote ?? null),
    instead: change?.instead ?? null,
  })),
  reservations: reservationsAbout(document, { now: Date.now() }).map(({ kind, where, entry, message }) => ({
    kind,
    where,
    entry: entry ?? null,
    message,
  })),
});

const isPrivate = (kind: Remark['kind']): boolean => kind === 'secret' || kind === 'personal-data';
