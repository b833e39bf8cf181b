/** Characters of a passage at most: some 200 words, what a person reads at a glance and a model embeds as one thing. */
export const LONGEST_PASSAGE = 1_200;

/** A cut leaves no piece shorter than this part of the longest, unless there is no better place. */
const SHORTEST_PART = 0.25;
const PARAGRAPH = /\n[^\S\n]*\n/g;
const SENTENCE = /[.!?…]["'”’»)\]]*\s/g;
const LINE = /\n/g;
const SPACE = /\s/g;

/**
 * A text in pieces of at most `most` characters, each as it stands there: whole paragraphs, else whole sentences,
 * else whole words. Only a word that is longer than a piece is cut itself. Nothing but white space is left out.
 */
export function cutText(text: string, most = LONGEST_PASSAGE): string[] {
  const pieces: string[] = [];
  const whole = text.trimEnd();
  let start = afterSpace(whole, 0);
  while (start < whole.length) {
    const end = whole.length - start <= most ? whole.length : start + placeToCut(whole, start, most);
    pieces.push(whole.slice(start, end).trimEnd());
    start = afterSpace(whole, end);
  }
  return pieces;
}

function afterSpace(text: string, from: number): number {
  const gap = text.slice(from).search(/\S/);
  return gap < 0 ? text.length : from + gap;
}

function placeToCut(text: string, start: number, most: number): number {
  // One more, so that a word which ends with the piece is seen to end.
  const window = text.slice(start, start + most + 1);
  for (const [end, shortest] of [
    [PARAGRAPH, SHORTEST_PART * most],
    [SENTENCE, SHORTEST_PART * most],
    [LINE, SHORTEST_PART * most],
    [SPACE, 1],
  ] as const) {
    const at = lastEnd(window, end, most);
    if (at >= shortest) return at;
  }
  const isWithinPair = /[\uD800-\uDBFF]/.test(window.charAt(most - 1));
  return isWithinPair && most > 1 ? most - 1 : most;
}

/** Where the last match ends that leaves no more than `most` characters before its white space. */
function lastEnd(window: string, end: RegExp, most: number): number {
  let last = -1;
  for (const { 0: found, index } of window.matchAll(end))
    if (index + found.trimEnd().length <= most) last = index + found.length;
  return Math.min(last, most + 1);
}

/** Lines put together into pieces of at most `most` characters, in their order; a longer line is cut. */
export function runsOf(lines: readonly string[], most = LONGEST_PASSAGE): string[] {
  const runs: string[] = [];
  let run = '';
  for (const line of lines.flatMap((each) => cutText(each, most))) {
    if (run !== '' && run.length + 1 + line.length > most) {
      runs.push(run);
      run = '';
    }
    run = run === '' ? line : `${run}\n${line}`;
  }
  return run === '' ? runs : [...runs, run];
}
