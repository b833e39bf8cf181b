import * as z from 'zod';
import { checkFacts as compare } from '../../../domain/facts';
import { LIMITS } from '../../../domain/limits';
import { SECTIONS } from '../../../domain/sections';
import { FINDING } from '../shapes';
import { tool } from '../tool';

/** Twice a whole document with every section full, as `npm run facts` takes it. */
const MOST = 2 * SECTIONS.length * LIMITS.sectionLength;
const list = (what: string) => z.array(FINDING).describe(what);

export const checkFacts = tool({
  name: 'check_facts',
  title: 'Check facts',
  description:
    'Compares a draft with its source by rules, without a model: numbers, times, names, versions and identifiers that were added, lost or moved, doubts that were dropped, sentences that the source does not bear out. Use it on every text that you write from somebody’s notes, before you show it. Nothing is stored.',
  writes: false,
  isIdempotent: true,
  input: z.object({
    source: z.string().max(MOST).describe('What is known: notes, a log, a document.'),
    draft: z.string().max(MOST).describe('What was written from it.'),
  }),
  output: z.object({
    added: list('In the draft, and not in the source.'),
    lost: list('In the source, and not in the draft.'),
    moved: list('The right value in the wrong place.'),
    hedges: list('Doubts of the source that the draft states without them.'),
    claims: list('Sentences that the source does not support.'),
  }),
  run: async ({ source, draft }) => compare(source, draft),
});
