import { SECTIONS } from '../sections';
import type { Passage } from './passage';
import type { PassageSection } from './section';

/** A passage as it is quoted: where it stands, and its beginning. */
export interface Quoted {
  section: PassageSection;
  text: string;
}

/** What two documents share by meaning: the two passages that are closest. */
export interface Closest {
  own: Quoted;
  other: Quoted;
  /** From -1 to 1. */
  nearness: number;
}

/**
 * How near two passages must be for a document to be called similar by that alone. Of 14 published incidents, each
 * embedded by rules, a passage of one is nearer than that to one of another in 2 of 100 pairs.
 */
export const NEAR = 0.45;

const LONGEST_QUOTE = 240;

/** A passage as it is quoted beside another: some two lines, cut after a word. */
export function quoted({ section, text }: Passage): Quoted {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_QUOTE) return { section, text: line };
  const cut = line.slice(0, LONGEST_QUOTE);
  return { section, text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_QUOTE / 2)).trim()}…` };
}

/** Sections by how much they tell of what an incident was. */
const TELLING = ['summary', 'rootCause', 'description', 'impact', 'background', 'detection', 'resolution'];

/** The passages of a document by which others are looked for: one of each telling section, then more of what there is. */
export function tellingPassages(passages: readonly Passage[], most: number): Passage[] {
  const order = [...TELLING, ...SECTIONS.map(({ id }) => id), 'timeline', 'actions'];
  const rank = ({ section }: Passage) => order.indexOf(section);
  const sorted = [...passages].sort((a, b) => rank(a) - rank(b));
  const firsts = sorted.filter(
    (one, at) =>
      one.section !== 'actions' && sorted.findIndex(({ section }) => section === one.section) === at,
  );
  const others = sorted.filter((one) => one.section !== 'actions' && !firsts.includes(one));
  return [...firsts, ...others].slice(0, most);
}

/** A passage of one document that is near one of another. */
export interface Pair {
  own: Passage;
  other: Passage;
  nearness: number;
}

/** The closest pair for each other document, the nearest documents first. */
export function closestByDocument(pairs: readonly Pair[]): Map<string, Closest> {
  const best = new Map<string, Pair>();
  for (const pair of pairs) {
    const id = pair.other.documentId;
    if (pair.nearness > (best.get(id)?.nearness ?? Number.NEGATIVE_INFINITY)) best.set(id, pair);
  }
  return new Map(
    [...best]
      .sort(([, a], [, b]) => b.nearness - a.nearness)
      .map(([id, { own, other, nearness }]) => [id, { own: quoted(own), other: quoted(other), nearness }]),
  );
}
