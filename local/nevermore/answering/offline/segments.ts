import { type Block, parseBlocks } from './blocks';

/** A run of prose (paragraphs and plain lists), or a block that stays byte for byte where it stands. */
export type Segment = { kind: 'prose' | 'fixed'; text: string };

/** Indented items, tasks, numbers and code within a list are a structure of the author's. */
const PLAIN_LIST = /^(?:[-*+•] (?!\[[ xX]\])[^\n`]*(?:\n|$))+$/;

/** A text as what may be written anew and what may not. */
export function segmentsOf(source: string): Segment[] {
  const segments: Segment[] = [];
  for (const block of parseBlocks(source)) {
    const segment = segmentOf(block);
    const last = segments.at(-1);
    if (last?.kind === 'prose' && segment.kind === 'prose') last.text += `\n${segment.text}`;
    else segments.push(segment);
  }
  return segments;
}

function segmentOf(block: Block): Segment {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'prose', text: block.lines.join('\n') };
    case 'list':
      return PLAIN_LIST.test(block.raw)
        ? { kind: 'prose', text: block.raw }
        : { kind: 'fixed', text: block.raw };
    case 'heading':
    case 'verbatim':
      return { kind: 'fixed', text: block.raw };
    case 'label':
      return {
        kind: 'fixed',
        text: block.label.bold ? `**${block.label.words}:**` : `${block.label.words}:`,
      };
  }
}
