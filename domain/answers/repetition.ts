/** The same line so often in a row is no list. */
const ENDLESS = 4;
/** Longest passage, in words, that is looked for as a circle. */
const LONGEST_CIRCLE = 120;
/** A short phrase may well stand three times in a row; a long one may not. */
const timesOf = (words: number): number => (words >= 12 ? 3 : words >= 3 ? 4 : 8);
/** Text that holds less than this before its circle says nothing. */
const FEWEST_WORDS = 12;

/**
 * The text up to where it begins to go round in circles: by lines, by sentences or in the middle of one, as
 * small models do ("…, how it was restored, how it was restored, …"). `undefined` when nothing whole stands
 * before that. What the source itself repeats is no circle.
 */
export function beforeRepetition(text: string, source: string): string | undefined {
  const lines = beforeRepeatedLine(text);
  const sentences = lines === undefined ? undefined : beforeRepeatedSentence(lines);
  return sentences === undefined ? undefined : beforeCircle(sentences, source);
}

function beforeRepeatedLine(text: string): string | undefined {
  const lines = text.split('\n');
  let run = 1;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]?.trim() ?? '';
    run = line.length > 12 && line === lines[at - 1]?.trim() ? run + 1 : 1;
    if (run >= ENDLESS) return enough(lines.slice(0, at - run + 2).join('\n'));
  }
  return text;
}

function beforeRepeatedSentence(text: string): string | undefined {
  const found = /([^\n.!?]{12,400}[.!?])(?:\s*\1){3,}/.exec(text.slice(0, 20_000));
  return found ? enough(text.slice(0, found.index + (found[1] as string).length)) : text;
}

function beforeCircle(text: string, source: string): string | undefined {
  // A chain of hyphens is as many words: "Spectrum-Spectrum-Spectrum".
  const words = [...text.matchAll(WORDS)];
  const said = words.map(([word]) => plain(word));
  const circle = firstCircle(said);
  if (!circle) return text;
  const unit = said.slice(circle.start, circle.start + circle.length).join(' ');
  const written = [...source.matchAll(WORDS)].map(([word]) => plain(word)).join(' ');
  if (written.includes(`${unit} ${unit}`)) return text;
  const last = words[circle.start + circle.length - 1] as RegExpMatchArray;
  return enough(text.slice(0, (last.index ?? 0) + last[0].length));
}

const WORDS = /[^\s-]+-?|-/g;

/** Letters, and figures as such: models count their circles ("41. When …", "42. When …"). */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{N}+/gu, '0');

/** Where words first come back in the same order often enough, and how many they are. */
function firstCircle(words: readonly string[]): { start: number; length: number } | undefined {
  let first: { start: number; length: number } | undefined;
  for (let length = 1; length <= Math.min(LONGEST_CIRCLE, words.length / 3); length += 1) {
    const needed = length * (timesOf(length) - 1);
    let run = 0;
    for (let at = 0; at + length < words.length; at += 1) {
      // Marks of a list or a table have no letters, and repeat by nature.
      run = words[at] !== '' && words[at] === words[at + length] ? run + 1 : 0;
      if (run < needed) continue;
      const start = at - run + 1;
      if (!first || start < first.start) first = { start, length };
      break;
    }
  }
  return first;
}

const enough = (text: string): string | undefined =>
  text.trim().split(/\s+/).length >= FEWEST_WORDS ? text.trim() : undefined;
