import { useId } from 'react';
import { MOMENTS } from '../../../domain/postMortem';
import type { DocumentContent } from '../../data/types';
import { fromLocalField, outOfOrder, toLocalField } from './localMoments';

interface Props {
  content: DocumentContent;
  onChange(change: Partial<DocumentContent>): void;
}

/** When it started, was detected, mitigated and resolved; in the author's own time zone. */
export function MomentFields({ content, onChange }: Props) {
  const hintId = useId();
  const wrong = outOfOrder(content);
  return (
    <div className="stack-tight">
      <div className="moment-fields">
        {MOMENTS.map(({ id, label }) => (
          <MomentField
            key={id}
            label={label}
            value={content[id]}
            describedBy={hintId}
            onChange={(value) => onChange({ [id]: value } as Partial<DocumentContent>)}
          />
        ))}
      </div>
      <p id={hintId} className="hint">
        Your time zone: {Intl.DateTimeFormat().resolvedOptions().timeZone}.
      </p>
      {wrong && (
        <p className="field-problem">
          “{MOMENTS.find(({ id }) => id === wrong.id)?.label}” is before “{wrong.after}”. Is one of them
          mistyped?
        </p>
      )}
    </div>
  );
}

function MomentField(props: {
  label: string;
  value: string | null;
  describedBy: string;
  onChange(value: string | null): void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="datetime-local"
        value={toLocalField(props.value)}
        aria-describedby={props.describedBy}
        onChange={(event) => props.onChange(fromLocalField(event.target.value))}
      />
    </div>
  );
}
