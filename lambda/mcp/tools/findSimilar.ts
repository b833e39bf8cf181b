import * as z from 'zod';
import { NOTICE } from '../answers';
import { InvalidArgumentError } from '../errors';
import { maskedExcerpts } from '../excerpts';
import type { Library } from '../library';
import { NOTICED, POST_MORTEM_ID, uriOf } from '../shapes';
import { tool } from '../tool';

/** As a title may be long, with some words on what was seen. */
const LONGEST_TEXT = 500;

const QUOTED = z.object({ section: z.string(), text: z.string() });

export const findSimilar = tool({
  name: 'find_similar',
  title: 'Find similar post-mortems',
  description:
    'Finds post-mortems of incidents that are like one that you name by its id, or like a text in a sentence or two (“checkout times out after a certificate expired”), the most alike first, and says what they share: rare words, the service, tags, the closest passages. Use it to see whether something happened before. Only what the signed-in person may read is found.',
  writes: false,
  isIdempotent: true,
  input: z.object({
    id: POST_MORTEM_ID.optional(),
    text: z.string().min(1).max(LONGEST_TEXT).optional().describe('Instead of an id: what is going on.'),
  }),
  output: z.object({
    notice: NOTICED,
    items: z.array(
      z.object({
        id: z.string(),
        uri: z.string(),
        title: z.string(),
        severity: z.string(),
        service: z.string(),
        startedAt: z.string().nullable(),
        shared: z.object({ words: z.array(z.string()), service: z.boolean(), tags: z.array(z.string()) }),
        passage: QUOTED.nullable().describe('The passage that is closest.'),
        toThis: QUOTED.nullable().describe(
          'The passage of the document that you named to which it is close.',
        ),
      }),
    ),
  }),
  async run({ id, text }, library) {
    if ((id === undefined) === (text === undefined))
      throw new InvalidArgumentError('Give the id of a post-mortem or a text, one of the two.');
    const items = id === undefined ? await likeText(text ?? '', library) : await likeDocument(id, library);
    const told = await maskedExcerpts(
      items.map((one) => ({
        // It quotes the document that was named, too.
        from: [one.id, ...(id === undefined ? [] : [id])],
        told: { ...one, uri: uriOf(one.id) },
      })),
      library,
    );
    return { notice: NOTICE, items: told };
  },
});

async function likeDocument(id: string, library: Library) {
  // Whether there is such a document for the caller is asked first: an empty list would not say it.
  await library.document(id);
  return (await library.similar(id)).map(({ words, sameService, sameTags, closest, ...one }) => ({
    id: one.id,
    title: one.title,
    severity: one.severity,
    service: one.service,
    startedAt: one.startedAt,
    shared: { words, service: sameService, tags: sameTags },
    passage: closest?.other ?? null,
    toThis: closest?.own ?? null,
  }));
}

const likeText = async (text: string, library: Library) =>
  (await library.similarToText(text)).map(({ words, section, quote, startedAt, ...one }) => ({
    ...one,
    startedAt: startedAt ?? null,
    shared: { words, service: false, tags: [] },
    passage: { section, text: quote },
    toThis: null,
  }));
