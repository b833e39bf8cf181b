import { WordFinder } from '../reading/words/tokens';

/** A stretch of a text, in UTF-16 units. */
interface Run {
  start: number;
  end: number;
}

const finder = new WordFinder('._-:/@+', 'letter, figure or mark');

/**
 * Letters, digits and their marks, held together by what identifiers, versions, paths and addresses are held together
 * by: parts of one or more of them, with one joint between two parts. A regular expression takes ten times as long.
 */
export function runsIn(text: string): Run[] {
  const runs: Run[] = [];
  for (let at = 0; finder.find(text, at); at = finder.end)
    runs.push({ start: finder.start, end: finder.end });
  return runs;
}
