import { useId, useState } from 'react';
import { LIMITS } from '../../../domain/limits';
import { SEVERITIES, STATUSES } from '../../../domain/postMortem';
import type { DocumentContent } from '../../data/types';
import { Cobweb } from '../../theme/Raven';
import { MomentFields } from './MomentFields';

interface Props {
  content: DocumentContent;
  /** A new document starts in its title. */
  focusTitle: boolean;
  onChange(change: Partial<DocumentContent>): void;
}

/** What an incident is called, how bad it was, where and when. */
export function FactFields({ content, focusTitle, onChange }: Props) {
  const id = useId();
  const tooLong = content.title.trim().length > LIMITS.titleLength;
  const severity = SEVERITIES.find((one) => one.id === content.severity);
  return (
    <section className="panel stack" aria-label="Facts">
      <Cobweb />
      <div className="field">
        <label htmlFor={`${id}title`}>Title</label>
        <input
          id={`${id}title`}
          dir="auto"
          className="title-input"
          value={content.title}
          // biome-ignore lint/a11y/noAutofocus: the author has just asked for a new document
          autoFocus={focusTitle}
          placeholder="What broke, in a line"
          aria-invalid={tooLong}
          aria-describedby={tooLong ? `${id}title-problem` : undefined}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        {tooLong && (
          <p className="field-problem" id={`${id}title-problem`}>
            {content.title.trim().length} characters; at most {LIMITS.titleLength} can be saved.
          </p>
        )}
      </div>
      <div className="fact-fields">
        <div className="field">
          <label htmlFor={`${id}severity`}>Severity</label>
          <select
            id={`${id}severity`}
            value={content.severity}
            aria-describedby={`${id}severity-hint`}
            onChange={(event) => {
              const chosen = SEVERITIES.find((one) => one.id === event.target.value);
              if (chosen) onChange({ severity: chosen.id });
            }}
          >
            {SEVERITIES.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
          <p className="hint" id={`${id}severity-hint`}>
            {severity?.meaning}
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${id}status`}>Status</label>
          <select
            id={`${id}status`}
            value={content.status}
            onChange={(event) => {
              const chosen = STATUSES.find((one) => one.id === event.target.value);
              if (chosen) onChange({ status: chosen.id });
            }}
          >
            {STATUSES.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}service`}>Service</label>
          <input
            id={`${id}service`}
            dir="auto"
            value={content.service}
            placeholder="checkout-api"
            onChange={(event) => onChange({ service: event.target.value })}
          />
        </div>
        <TagsField tags={content.tags} onChange={(tags) => onChange({ tags })} />
      </div>
      <MomentFields content={content} onChange={onChange} />
    </section>
  );
}

/** Tags as people type them: separated by commas. */
function TagsField({ tags, onChange }: { tags: readonly string[]; onChange(tags: string[]): void }) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="field">
      <label htmlFor={id}>Tags</label>
      <input
        id={id}
        dir="auto"
        value={typed ?? tags.join(', ')}
        placeholder="database, migration"
        aria-describedby={`${id}hint`}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(tagsIn(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
      <p className="hint" id={`${id}hint`}>
        Separated by commas
      </p>
    </div>
  );
}

const tagsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim().replace(/^#/, ''))
      .filter(Boolean),
  ),
];
