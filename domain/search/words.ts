import { folded } from '../text';
import { runsIn } from './runs';

/** A word as it is indexed. */
export interface Word {
  /** All of it, folded: `err_conn_reset`. */
  whole: string;
  /** What it is made of, where that is more than one thing: `err`, `conn`, `reset`. */
  parts: readonly string[];
}

/** A word of a text, and where it stands: UTF-16 offsets in the text. */
export interface Token extends Word {
  start: number;
  end: number;
}

/** Longer runs of letters (a key, a picture in base 64) are found by their beginning. */
const LONGEST_WORD = 64;
/** A single letter tells nothing. */
const SHORTEST_WORD = 2;

/** What identifiers, versions, paths and addresses are held together by. */
const JOINT = /[._\-:/@+]/u;
/** Between the humps of `NullPointerException` and `HTTPServer`. */
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

const cut = (word: string): string => word.slice(0, LONGEST_WORD);

/** What nearly every text has, in English and in Italian: looking for it finds everything. */
const STOP_WORDS = new Set(
  (
    'a an and are as at be been but by did do does for from had has have he her his if in into is it its no not of on ' +
    'or our she so than that the their them then there these they this to too us was we were what when which who will ' +
    'with would you your ' +
    'ad ai al alla alle anche che chi ci col come con cui da dai dal dalla dei del della delle di dopo ed era ' +
    'gli ha hanno il in la le lo loro ma nei nel nella non per piu poi quando questa questo se si sono stata stato su ' +
    'sul sulla tra un una uno'
  ).split(' '),
);

const isTold = (word: string): boolean => word.length >= SHORTEST_WORD && !STOP_WORDS.has(word);
const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word);
/** A short number within something else (14:02, 1.2.3) is no word of its own. */
const isPart = (word: string): boolean => isTold(word) && !(isNumber(word) && word.length < 3);

/** What was made of words before: texts repeat the same few thousand, and taking one apart costs a good deal. */
const known = new Map<string, Word | null>();
const MOST_KNOWN = 20_000;

/** What a run of letters is as a word; null where nobody looks for it. */
function read(found: string): Word | null {
  const before = known.get(found);
  if (before !== undefined) return before;
  const made = readAnew(found);
  if (found.length <= LONGEST_WORD) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(found, made);
  }
  return made;
}

function readAnew(found: string): Word | null {
  const pieces = found.split(JOINT).flatMap((piece) => {
    const humps = piece.split(HUMP);
    return humps.length > 1 ? [piece, ...humps] : humps;
  });
  const whole = cut(folded(found));
  const parts = [...new Set(pieces.map((piece) => cut(folded(piece))))].filter(
    (part) => part !== whole && isPart(part),
  );
  return isTold(whole) || parts.length > 0 ? { whole, parts } : null;
}

/** The words of a text in their order; what nobody looks for is left out. Time grows with the length of the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { start, end } of runsIn(text)) {
    const word = read(text.slice(start, end));
    if (word) tokens.push({ whole: word.whole, parts: word.parts, start, end });
  }
  return tokens;
}

/** The words of a text in their order, without their places; one that comes again is mostly the same object. */
export function wordsAlong(text: string): Word[] {
  const words: Word[] = [];
  for (const { start, end } of runsIn(text)) {
    const word = read(text.slice(start, end));
    if (word) words.push(word);
  }
  return words;
}

/** Everything that a text can be found by. */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const { whole, parts } of wordsAlong(text)) {
    if (isTold(whole)) words.add(whole);
    for (const part of parts) words.add(part);
  }
  return words;
}
