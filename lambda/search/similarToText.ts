import { askedWords } from '../../domain/archive/question';
import { quoted } from '../../domain/archive/shared';
import { wordsIn } from '../../domain/archive/wordRanking';
import type { Severity } from '../../domain/postMortem';
import type { Caller } from '../../domain/postMortem/access';
import { type Retrieval, retrieveWith } from '../retrieval/retrieve';
import { InvalidSearchError } from './errors';

/** A published incident that a text may be about, and why: what somebody is told while they type a title. */
export interface SimilarIncident {
  id: string;
  title: string;
  severity: Severity;
  service: string;
  startedAt: string | null;
  /** Words of the text that it says. */
  words: string[];
  /** The passage that answers best. */
  section: string;
  quote: string;
}

/** Longer than any title. */
const LONGEST_TEXT = 500;
const MOST_READ = 20;
const MOST = 3;
/** A title is a few words, and near nothing by chance: less than two whole passages must be. */
const NEAR = 0.4;

/**
 * Published incidents that are like a text, the likeliest first: at most three, and none that shares a single plain
 * word. Nobody has asked, so nothing is better than a guess.
 * @throws InvalidSearchError
 */
export async function similarToText(
  { text, exceptPostMortemId }: Record<string, unknown>,
  caller: Caller,
  retrieval: Retrieval,
): Promise<SimilarIncident[]> {
  if (typeof text !== 'string' || text.length > LONGEST_TEXT)
    throw new InvalidSearchError(`Give a text of at most ${LONGEST_TEXT} characters.`);
  const asked = askedWords(text);
  if (asked.length === 0) return [];
  const { passages } = await retrieveWith(retrieval)(
    {
      ...{ text, limit: MOST_READ },
      ...(typeof exceptPostMortemId === 'string' && { exceptDocument: exceptPostMortemId }),
    },
    caller,
  );
  const found = new Map<string, SimilarIncident>();
  for (const passage of passages) {
    const { documentId: id, title, severity, service, startedAt, nearness = 0 } = passage;
    if (found.has(id)) continue;
    const words = wordsIn(`${title}\n${service}\n${passage.text}`, asked);
    const isMeant = asked.some(({ said, isIdentifier }) => isIdentifier && words.includes(said));
    if (words.length < Math.min(2, asked.length) && !isMeant && nearness < NEAR) continue;
    const { section, text: quote } = quoted(passage);
    found.set(id, { ...{ id, title, severity, service, startedAt }, words, section, quote });
  }
  return [...found.values()].slice(0, MOST);
}
