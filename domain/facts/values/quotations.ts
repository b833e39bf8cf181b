import type { Collector, Found } from './fact';

const QUOTED = /(?<![\w"])"((?:[^"\n\uFFFC]|\n(?![\s>*#|-]|\d+[.)])){2,400})"(?!\w)/g;

/** Words compare without capitals, white space and the marks at their ends. */
export const quotedWords = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!?]+|[\s.,;:!?]+$/g, '')
    .toLowerCase();

/** What stands in double quotation marks; its own figures and names stay for the families that follow. */
export function readQuotations(collector: Collector): void {
  for (const match of collector.text.matchAll(QUOTED)) {
    const words = quotedWords(match[1] as string);
    const found: Found = {
      kind: 'quotation',
      keys: [`s:${words}`],
      // A single word in quotation marks is a manner of speaking.
      severity: words.includes(' ') ? 'hard' : 'soft',
    };
    collector.note(match.index, match.index + match[0].length, found);
  }
}
