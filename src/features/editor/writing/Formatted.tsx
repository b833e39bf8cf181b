import { type ReactNode, useRef } from 'react';
import { blocksOf, type ParsedText, parsedText } from './parsedText';
import { Between, Block, isBlock } from './pieces';

/** From where to where of a long text it is formatted. */
export interface Part {
  from: number;
  to: number;
}

/**
 * A text as its Markdown means it, character by character: what lies under a field, in the same place.
 * @param part what of it is formatted; null for all
 */
export default function Formatted({ text, part }: { text: string; part: Part | null }) {
  const last = useRef<ParsedText | null>(null);
  const shown = part ? text.slice(part.from, part.to) : text;
  const parsed = parsedText(shown, last.current);
  // An earlier version saves work and changes nothing of what is drawn.
  last.current = parsed;
  let at = 0;
  let afterBlock = false;
  const pieces: ReactNode[] = [];
  for (const node of blocksOf(parsed)) {
    pieces.push(
      <Between key={pieces.length} afterBlock={afterBlock}>
        {shown.slice(at, node.from)}
      </Between>,
      <Block key={pieces.length + 1} node={node} text={shown} />,
    );
    at = node.to;
    afterBlock = isBlock(node);
  }
  return (
    <>
      {part && text.slice(0, part.from)}
      {pieces}
      <Between afterBlock={afterBlock}>{shown.slice(at)}</Between>
      {part && text.slice(part.to)}
      {/* The line behind a last line break is a line as well. */}
      {'\u200b'}
    </>
  );
}
