import * as z from 'zod';
import { masked, NOTICE } from '../answers';
import { LISTING, listed, NOTICED, POST_MORTEM_ID } from '../shapes';
import { tool } from '../tool';

export const findSimilar = tool({
  name: 'find_similar',
  title: 'Find similar post-mortems',
  description:
    'Finds post-mortems that are like one that you name, the most alike first, and says what they share: rare words, the service, tags. Use it to see whether something happened before. Only what the signed-in person may read is found.',
  writes: false,
  isIdempotent: true,
  input: z.object({ id: POST_MORTEM_ID }),
  output: z.object({
    notice: NOTICED,
    items: z.array(
      z.object({
        ...LISTING,
        shared: z.object({
          words: z.array(z.string()),
          service: z.boolean(),
          tags: z.array(z.string()),
        }),
      }),
    ),
  }),
  async run({ id }, library) {
    // Whether there is such a document for the caller is asked first: an empty list would not say it.
    await library.document(id);
    const items = (await library.similar(id)).map(({ words, sameService, sameTags, ...one }) =>
      masked({ ...listed(one), shared: { words, service: sameService, tags: sameTags } }),
    );
    return { notice: NOTICE, items };
  },
});
