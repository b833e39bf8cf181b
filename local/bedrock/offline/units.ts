import { type Block, isListItem } from './blocks';
import { unwrap } from './lines';
import { splitSentences } from './sentences';
import { tidySentence } from './tidySentence';

/** A piece of a passage, in the author's order. */
export type Unit =
  | {
      kind: 'sentence';
      text: string;
      /** It begins a paragraph of the author's. */
      opensParagraph: boolean;
      /** The author gave it a line of its own. */
      ownLine: boolean;
    }
  /** Statements that each begin with a time, in the order given. */
  | { kind: 'timed'; items: string[] }
  | { kind: 'list' | 'verbatim'; raw: string };

/** What a block holds. Its neighbours tell whether a sentence runs on into code or a list, or out of code. */
export function unitsOf(
  block: Exclude<Block, { kind: 'heading' | 'label' }>,
  before: Block | undefined,
  after: Block | undefined,
): Unit[] {
  if (block.kind === 'verbatim') return [block];
  if (block.kind === 'list') {
    const stray = strayBullet(block.raw);
    return stray ? sentencesOf([stray], {}) : [{ kind: 'list', raw: block.raw.replace(/^(\s*)•/gm, '$1-') }];
  }
  return sentencesOf(unwrap(block.lines), {
    comesFromCode: before?.kind === 'verbatim',
    runsOn: after?.kind === 'verbatim' || after?.kind === 'list',
  });
}

function sentencesOf(lines: readonly string[], edges: { comesFromCode?: boolean; runsOn?: boolean }): Unit[] {
  return lines.flatMap((line, lineNumber) => {
    const sentences = splitSentences(line);
    return sentences.map((sentence, position): Unit => {
      const isFirst = lineNumber === 0 && position === 0;
      const isLast = lineNumber === lines.length - 1 && position === sentences.length - 1;
      return {
        kind: 'sentence',
        text: tidySentence(sentence, {
          keepStart: isFirst && edges.comesFromCode,
          keepEnd: isLast && edges.runsOn,
        }),
        opensParagraph: isFirst,
        ownLine: lines.length > 1 && sentences.length === 1,
      };
    });
  });
}

/** The words of a list that has a single bullet on a single line: that is a sentence, not a list. */
function strayBullet(raw: string): string | undefined {
  if (raw.includes('\n')) return undefined;
  return /^\s*[-*+•]\s+(?!\[[ x]\])(\S.*)$/.exec(raw)?.[1];
}

/** The author's words in a unit, for reading only. */
export const wordsOf = (unit: Unit): string =>
  unit.kind === 'sentence' ? unit.text : unit.kind === 'timed' ? unit.items.join('\n') : unit.raw;

/** A list whose items are all empty: somebody meant to come back to it. */
export const isEmptyList = (unit: Unit | undefined): boolean =>
  unit?.kind === 'list' && unit.raw.split('\n').every((line) => isListItem(line) && /^\s*\S+\s*$/.test(line));
