import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { sectionToMarkdown } from '../../../domain/export/markdown';
import { LIMITS } from '../../../domain/limits';
import type { Section } from '../../../domain/sections';
import { CopyButton } from '../../components/CopyButton';
import { LazyMarkdown } from '../../components/LazyMarkdown';
import { useDebounced } from '../../components/useDebounced';
import { numberWords, say, translated } from '../../language/say';
import { WritingField } from './writing/WritingField';

/** From here on the author sees how much room is left. */
const SHOW_COUNTER_FROM = LIMITS.sectionLength * 0.9;
/** A long section takes a third of a second to render; it need not happen with every key. */
const PREVIEW_PAUSE_MS = 300;

interface Props {
  section: Section;
  text: string;
  onChange(text: string): void;
  /** What stands below the text: the enhancement, with these tools beside its button. */
  children(tools: ReactNode): ReactNode;
}

/** One prose section: its text as it will be read, and what can be done with it where the cursor is. */
export function ProseSection({ section, text, onChange, children }: Props) {
  const id = useId();
  const [previewing, setPreviewing] = useState(false);
  const [note, setNote] = useState<string | null>(null);
  const name = translated(section.label).toLowerCase();
  const tools = (
    <>
      <button
        type="button"
        className="button button-quiet button-small"
        aria-pressed={previewing}
        onClick={() => setPreviewing(!previewing)}
      >
        {say('Preview')}
        <span className="visually-hidden"> {name}</span>
      </button>
      <CopyButton
        className="button button-quiet button-small"
        text={() => sectionToMarkdown(section.id, text)}
      >
        <span>
          {say('Copy')}
          <span className="visually-hidden"> {say('{name} as Markdown', { name })}</span>
        </span>
      </CopyButton>
    </>
  );
  return (
    <section
      className="prose-section"
      id={`section-${section.id}`}
      data-empty={text.trim() === '' || undefined}
    >
      <div className="section-head">
        <h2 tabIndex={-1}>
          <label htmlFor={id}>{translated(section.label)}</label>
        </h2>
        <p className="hint" id={`${id}hint`} title={translated(section.hint)}>
          {translated(section.hint)}
        </p>
      </div>
      <WritingField
        id={id}
        text={text}
        placeholder={say('Such as: {example}', { example: translated(section.example) })}
        describedBy={`${id}hint ${id}limit`}
        invalid={text.length > LIMITS.sectionLength}
        onText={onChange}
        onNote={setNote}
        onSubmit={pressEnhance}
      />
      <Room id={`${id}limit`} used={text.length} note={note} />
      {previewing && <Preview text={text} />}
      {children(tools)}
    </section>
  );
}

/** Whether there is something to enhance now is what its button says: it is not pressed while it is disabled. */
const pressEnhance = (field: HTMLElement): void =>
  field.closest('section')?.querySelector<HTMLButtonElement>('button[data-shortcut="enhance"]')?.click();

function Room({ id, used, note }: { id: string; used: number; note: string | null }) {
  const over = used - LIMITS.sectionLength;
  const limit = numberWords(LIMITS.sectionLength);
  return (
    <div id={id} className="small" role="status">
      {note !== null && <p className="soft">{note}</p>}
      {over > 0 && (
        <p className="field-problem">
          {say(
            '{used} of {limit} characters: {over} too many to be saved. Nothing is cut off; shorten it, or move a part to another section.',
            { used: numberWords(used), limit, over: numberWords(over) },
          )}
        </p>
      )}
      {over <= 0 && used >= SHOW_COUNTER_FROM && (
        <p className="soft">{say('{used} of {limit} characters', { used: numberWords(used), limit })}</p>
      )}
    </div>
  );
}

function Preview({ text }: { text: string }) {
  const shown = useDeferredValue(useDebounced(text, PREVIEW_PAUSE_MS));
  return (
    <div className="preview">
      {shown.trim() === '' ? (
        <p className="soft">{say('Nothing to preview yet.')}</p>
      ) : (
        <LazyMarkdown text={shown} headingAbove={2} />
      )}
    </div>
  );
}
