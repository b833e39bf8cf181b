import * as z from 'zod';
import { ORDERS } from '../../../domain/search/match';
import { SEARCHED_SHELVES } from '../../../domain/search/shelves';
import { NOTICE } from '../answers';
import { maskedExcerpts } from '../excerpts';
import { CURSOR, DAY, LISTING, listed, NOTICED, SEVERITY, STATUS } from '../shapes';
import { tool } from '../tool';

/** Exact words, names and error codes. */
export const searchPostMortems = tool({
  name: 'search_post_mortems',
  title: 'Search post-mortems',
  description:
    'Finds post-mortems of past incidents by the words in them: services, error codes, host names, phrases in quotation marks, -word to leave one out. All words must be there. Returns what a list shows of each and the passage where the words stand; read one whole with get_post_mortem. Only what the signed-in person may read is found.',
  writes: false,
  isIdempotent: true,
  input: z.object({
    query: z.string().min(1).max(500).describe('Words that must be in the document.'),
    shelf: z
      .enum(SEARCHED_SHELVES)
      .optional()
      .describe('MINE, SHARED with me or PUBLISHED for all; every one of them when left out.'),
    severity: SEVERITY.optional(),
    status: STATUS.optional(),
    service: z.string().max(200).optional(),
    tag: z.string().max(60).optional(),
    from: DAY.optional().describe('The first day on which the incident began, as 2026-03-04.'),
    to: DAY.optional().describe('The last such day.'),
    order: z.enum(ORDERS).optional(),
    limit: z.int().min(1).max(50).default(10),
    cursor: CURSOR.optional(),
  }),
  output: z.object({
    notice: NOTICED,
    items: z.array(z.object({ ...LISTING, passage: z.object({ field: z.string(), text: z.string() }) })),
    count: z.number().describe('How many there are on all pages.'),
    isWhole: z.boolean().describe('False when a word is so common that there may be more.'),
    nextCursor: z.string().nullable(),
  }),
  async run({ query, cursor, from, to, ...rest }, library) {
    const { items, count, isWhole, next } = await library.search({
      ...rest,
      text: query,
      ...(from && { from: `${from}T00:00:00.000Z` }),
      ...(to && { to: `${to}T23:59:59.999Z` }),
      nextToken: cursor,
    });
    const found = await maskedExcerpts(
      items.map(({ passage: { field, text }, ...one }) => ({
        from: [one.id],
        told: { ...listed(one), passage: { field, text } },
      })),
      library,
    );
    return { notice: NOTICE, items: found, count, isWhole, nextCursor: next };
  },
});
