import { type FormEvent, useId, useState } from 'react';
import { LONGEST_QUESTION } from '../../../domain/archive/answerRecord';
import { SEVERITIES, type Severity } from '../../../domain/postMortem';
import type { QuestionFilters } from '../../data/archive';
import { say, translated } from '../../language/say';

const ANY: QuestionFilters = { service: '', severity: '', from: '', to: '' };

interface Props {
  label: string;
  action: string;
  /** What stands in the field at first. */
  initial?: string;
  /** Where the archive can be narrowed. */
  hasFilters?: boolean;
  /** Resolves to whether the question is on its way: then the field is emptied. */
  onAsk(question: string, filters: QuestionFilters): Promise<boolean>;
}

/** A question, and what narrows the archive for it. Enter asks; Shift and Enter begin a new line. */
export function QuestionForm({ label, action, initial = '', hasFilters = false, onAsk }: Props) {
  const id = useId();
  const [text, setText] = useState(initial);
  const [filters, setFilters] = useState(ANY);
  const [isSending, setSending] = useState(false);
  const set = (change: Partial<QuestionFilters>) => setFilters({ ...filters, ...change });
  const isLong = text.trim().length > LONGEST_QUESTION;
  const isBackwards = filters.from !== '' && filters.to !== '' && filters.from > filters.to;
  const canAsk = text.trim() !== '' && !isLong && !isBackwards && !isSending;
  const ask = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!canAsk) return;
    setSending(true);
    if (await onAsk(text.trim(), filters)) setText('');
    setSending(false);
  };
  const day = (which: 'from' | 'to', name: string) => (
    <div className="field">
      <label htmlFor={`${id}${which}`}>{name}</label>
      <input
        id={`${id}${which}`}
        type="date"
        value={filters[which]}
        aria-invalid={isBackwards}
        onChange={(event) => set({ [which]: event.target.value })}
      />
    </div>
  );
  return (
    <form className="stack ask-form" onSubmit={(event) => void ask(event)}>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          dir="auto"
          rows={2}
          value={text}
          aria-invalid={isLong}
          aria-describedby={isLong ? `${id}long` : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void ask();
          }}
        />
      </div>
      {isLong && (
        <p className="field-problem" id={`${id}long`}>
          {say('At most {most} characters. Ask for one thing at a time.', { most: LONGEST_QUESTION })}
        </p>
      )}
      {hasFilters && (
        <details>
          <summary>{say('Filters')}</summary>
          <div className="ask-filters">
            <div className="field">
              <label htmlFor={`${id}service`}>{say('Service')}</label>
              <input
                id={`${id}service`}
                type="text"
                dir="auto"
                maxLength={200}
                value={filters.service}
                onChange={(event) => set({ service: event.target.value })}
              />
            </div>
            <div className="field">
              <label htmlFor={`${id}severity`}>{say('Severity')}</label>
              <select
                id={`${id}severity`}
                value={filters.severity}
                onChange={(event) => set({ severity: event.target.value as Severity | '' })}
              >
                <option value="">{say('Any')}</option>
                {SEVERITIES.map((one) => (
                  <option key={one.id} value={one.id}>
                    {translated(one.label)}
                  </option>
                ))}
              </select>
            </div>
            {day('from', say('Started from'))}
            {day('to', say('Started until'))}
          </div>
        </details>
      )}
      {isBackwards && (
        <p className="field-problem">{say('The first day is after the last, so nothing fits.')}</p>
      )}
      <p>
        <button type="submit" className="button button-primary" aria-disabled={!canAsk}>
          {isSending && <span className="spinner" />}
          {action}
        </button>
      </p>
    </form>
  );
}
