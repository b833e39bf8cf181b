import { type ReactNode, useRef } from 'react';
import './formatted.css';
import { blocksOf, type ParsedText, parsedText } from './parsedText';
import { Between, Block, isBlock } from './pieces';

/** From where to where of a long text it is formatted. */
export interface Part {
  from: number;
  to: number;
  /** It begins and ends with the end of a line. */
  apart: boolean;
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
  const below = part ? text.slice(part.to) : '';
  const formatted = (
    <>
      {pieces}
      <Between afterBlock={afterBlock}>{shown.slice(at)}</Between>
      {below === '' && LAST_LINE}
    </>
  );
  if (!part) return formatted;
  const className = part.apart ? 'md-stretch' : undefined;
  return (
    <>
      <span className={className}>{text.slice(0, part.from)}</span>
      <span className={className}>{formatted}</span>
      {below !== '' && (
        <span className={className}>
          {below}
          {LAST_LINE}
        </span>
      )}
    </>
  );
}

/** The line behind a last line break is a line as well. */
const LAST_LINE = '\u200b';

export { linkAt, placeAt, pointInto } from './pointing';
