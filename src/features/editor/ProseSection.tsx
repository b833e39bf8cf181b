import { type ClipboardEvent, type ReactNode, useDeferredValue, useId, useState } from 'react';
import { sectionToMarkdown } from '../../../domain/export/markdown';
import { LIMITS } from '../../../domain/limits';
import type { Section } from '../../../domain/sections';
import { CopyButton } from '../../components/CopyButton';
import { LazyMarkdown } from '../../components/LazyMarkdown';
import { useDebounced } from '../../components/useDebounced';
import { hasControlCharacters, visibleText } from './pastedText';

/** From here on the author sees how much room is left. */
const SHOW_COUNTER_FROM = LIMITS.sectionLength * 0.9;
/** A long section takes a third of a second to render; it need not happen with every key. */
const PREVIEW_PAUSE_MS = 300;

interface Props {
  section: Section;
  text: string;
  onChange(text: string): void;
  /** What stands below the text: the enhancement. */
  children: ReactNode;
}

/** One prose section: the author's text, its preview, and what can be done with it. */
export function ProseSection({ section, text, onChange, children }: Props) {
  const id = useId();
  const [previewing, setPreviewing] = useState(false);
  const [cleaned, setCleaned] = useState(false);
  const name = section.label.toLowerCase();
  const take = (typed: string) => {
    const dirty = hasControlCharacters(typed);
    setCleaned(dirty);
    onChange(dirty ? visibleText(typed) : typed);
  };
  // Only for dirty text: the browser's own way of pasting keeps its undo history.
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!hasControlCharacters(pasted)) return;
    event.preventDefault();
    const field = event.currentTarget;
    field.setRangeText(visibleText(pasted), field.selectionStart, field.selectionEnd, 'end');
    setCleaned(true);
    onChange(field.value);
  };
  return (
    <section className="panel stack prose-section" id={`section-${section.id}`}>
      <div className="row row-between">
        <h2 tabIndex={-1}>
          <label htmlFor={id}>{section.label}</label>
        </h2>
        <div className="row">
          <button
            type="button"
            className="button button-quiet button-small"
            aria-pressed={previewing}
            onClick={() => setPreviewing(!previewing)}
          >
            Preview<span className="visually-hidden"> {name}</span>
          </button>
          <CopyButton
            className="button button-quiet button-small"
            text={() => sectionToMarkdown(section.id, text)}
          >
            <span>
              Copy<span className="visually-hidden"> {name} as Markdown</span>
            </span>
          </CopyButton>
        </div>
      </div>
      <p className="hint" id={`${id}hint`}>
        {section.hint}
      </p>
      <textarea
        id={id}
        dir="auto"
        rows={6}
        placeholder={`Such as: ${section.example}`}
        value={text}
        aria-describedby={`${id}hint ${id}limit`}
        aria-invalid={text.length > LIMITS.sectionLength}
        onPaste={paste}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) pressEnhance(event.currentTarget);
        }}
        onChange={(event) => take(event.target.value)}
      />
      <Room id={`${id}limit`} used={text.length} cleaned={cleaned} />
      {previewing && <Preview text={text} />}
      {children}
    </section>
  );
}

/** Whether there is something to enhance now is what its button says: it is not pressed while it is disabled. */
const pressEnhance = (field: HTMLElement): void =>
  field.closest('section')?.querySelector<HTMLButtonElement>('button[data-shortcut="enhance"]')?.click();

function Room({ id, used, cleaned }: { id: string; used: number; cleaned: boolean }) {
  const over = used - LIMITS.sectionLength;
  const limit = LIMITS.sectionLength.toLocaleString();
  return (
    <div id={id} className="small" role="status">
      {cleaned && <p className="soft">Control characters in what you pasted were left out.</p>}
      {over > 0 && (
        <p className="field-problem">
          {used.toLocaleString()} of {limit} characters: {over.toLocaleString()} too many to be saved. Nothing
          is cut off; shorten it, or move a part to another section.
        </p>
      )}
      {over <= 0 && used >= SHOW_COUNTER_FROM && (
        <p className="soft">
          {used.toLocaleString()} of {limit} characters
        </p>
      )}
    </div>
  );
}

function Preview({ text }: { text: string }) {
  const shown = useDeferredValue(useDebounced(text, PREVIEW_PAUSE_MS));
  return (
    <div className="preview">
      {shown.trim() === '' ? (
        <p className="soft">Nothing to preview yet.</p>
      ) : (
        <LazyMarkdown text={shown} headingAbove={2} />
      )}
    </div>
  );
}
