import { type MouseEvent, useRef, useState } from 'react';
import { hasControlCharacters, visibleText } from '../pastedText';
import { asInField, edited } from './change';
import { toggleMarks, useKeptCursor } from './insertion';
import { CLEANED, Pasting, refuseFiles } from './pasting';
import { beginWriting, endWriting } from './resting';
import { useFormatter } from './useFormatter';
import { useSeenPart } from './useSeenPart';
import './writing.css';

/** With Ctrl or Cmd. */
const MARKS = new Map([
  ['b', '**'],
  ['i', '*'],
]);

interface Props {
  id: string;
  text: string;
  placeholder: string;
  describedBy: string;
  invalid: boolean;
  onText(text: string): void;
  /** Something happened to what was pasted that its author should know; null when that is over. */
  onNote(note: string | null): void;
  /** Ctrl-Enter or Cmd-Enter. */
  onSubmit(field: HTMLTextAreaElement): void;
}

/**
 * Where Markdown is written and read. The field is the browser's own, so that its undo, its input methods and
 * what reads screens work as everywhere; its text is the document's, byte for byte. Under it lies the same text
 * as its Markdown means it: with its marks in place while one writes, and without them while one reads.
 */
export function WritingField(props: Props) {
  const { id, placeholder, describedBy, invalid, onText, onNote, onSubmit } = props;
  const text = asInField(props.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const formatted = useRef<HTMLDivElement>(null);
  const [pasting] = useState(() => new Pasting());
  const formatter = useFormatter(text);
  const part = useSeenPart(text, field, formatted, formatter);
  useKeptCursor(field, text);

  const take = (typed: string) => {
    const dirty = hasControlCharacters(typed);
    onNote(dirty ? CLEANED : null);
    onText(edited(props.text, dirty ? visibleText(typed) : typed));
  };
  const point = (event: MouseEvent<HTMLTextAreaElement>) => {
    const page = formatted.current;
    if (!page || !formatter || event.button !== 0 || event.shiftKey) return;
    const link =
      event.ctrlKey || event.metaKey ? formatter.linkAt(event.currentTarget, page, event) : undefined;
    if (link) window.open(link, '_blank', 'noopener,noreferrer');
    const isAtRest = document.activeElement !== event.currentTarget && part === null;
    if (link || (isAtRest && formatter.pointInto(event.currentTarget, page, event))) event.preventDefault();
  };
  return (
    <div
      className="writing"
      data-formatted={formatter !== null || undefined}
      data-long={part !== null || undefined}
    >
      {formatter && (
        <div className="writing-page" dir="auto" aria-hidden="true" ref={formatted}>
          <formatter.default text={text} part={part} />
        </div>
      )}
      <textarea
        id={id}
        ref={field}
        dir="auto"
        rows={2}
        placeholder={placeholder}
        value={text}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onPaste={(event) => pasting.paste(event, onNote)}
        onDrop={(event) => refuseFiles(event, onNote)}
        onMouseDown={point}
        onFocus={beginWriting}
        onBlur={endWriting}
        onKeyDown={(event) => {
          pasting.keyDown(event);
          if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
          const mark = event.shiftKey ? undefined : MARKS.get(event.key.toLowerCase());
          if (event.key === 'Enter') onSubmit(event.currentTarget);
          if (mark === undefined) return;
          event.preventDefault();
          toggleMarks(event.currentTarget, mark);
        }}
        onCompositionStart={({ currentTarget }) =>
          currentTarget.parentElement?.setAttribute('data-composing', '')
        }
        onCompositionEnd={({ currentTarget }) =>
          currentTarget.parentElement?.removeAttribute('data-composing')
        }
        onChange={(event) => take(event.target.value)}
      />
    </div>
  );
}
