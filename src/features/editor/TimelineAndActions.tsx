import { useId } from 'react';
import { LIMITS } from '../../../domain/limits';
import type { ActionItem, TimelineEntry } from '../../../domain/postMortem';
import { withoutControlCharacters } from '../../../domain/text';
import { RowList } from './RowList';

interface TimelineProps {
  entries: readonly TimelineEntry[];
  onChange(entries: TimelineEntry[]): void;
}

/** What happened when, one line each. Times as the author knows them, "14:02 UTC" or "time unknown". */
export function Timeline({ entries, onChange }: TimelineProps) {
  return (
    <section className="panel stack" id="section-timeline">
      <h2 tabIndex={-1}>Timeline</h2>
      <p className="hint">What happened, in order. Times as you know them: “14:02 UTC”, “about ten later”.</p>
      <RowList
        rowName="timeline entry"
        rows={entries}
        newRow={{ at: '', text: '' }}
        most={LIMITS.timelineEntries}
        onChange={onChange}
      >
        {(entry, number, change) => (
          <div className="row-fields timeline-fields">
            <LineField
              label="Time"
              of={`timeline entry ${number}`}
              value={entry.at}
              onChange={(at) => change({ ...entry, at })}
            />
            <LineField
              label="What happened"
              of={`timeline entry ${number}`}
              value={entry.text}
              onChange={(text) => change({ ...entry, text })}
            />
          </div>
        )}
      </RowList>
    </section>
  );
}

interface ActionItemsProps {
  items: readonly ActionItem[];
  onChange(items: ActionItem[]): void;
}

/** What is going to be done about it, by whom and by when. */
export function ActionItems({ items, onChange }: ActionItemsProps) {
  return (
    <section className="panel stack" id="section-actionItems">
      <h2 tabIndex={-1}>Action items</h2>
      <p className="hint">What keeps it from happening again. One owner each.</p>
      <RowList
        rowName="action item"
        rows={items}
        newRow={{ text: '', owner: '', dueDate: '', done: false }}
        most={LIMITS.actionItems}
        onChange={onChange}
      >
        {(item, number, change) => (
          <div className="row-fields action-fields">
            <LineField
              label="Action"
              of={`action item ${number}`}
              value={item.text}
              onChange={(text) => change({ ...item, text })}
            />
            <LineField
              label="Owner"
              of={`action item ${number}`}
              value={item.owner}
              onChange={(owner) => change({ ...item, owner })}
            />
            <LineField
              label="Due"
              of={`action item ${number}`}
              type="date"
              value={item.dueDate}
              onChange={(dueDate) => change({ ...item, dueDate })}
            />
            <label className="done-field">
              <input
                type="checkbox"
                checked={item.done}
                onChange={(event) => change({ ...item, done: event.target.checked })}
              />
              <span>
                Done<span className="visually-hidden">: action item {number}</span>
              </span>
            </label>
          </div>
        )}
      </RowList>
    </section>
  );
}

function LineField(props: {
  label: string;
  /** Which row, for those who cannot see where the field stands. */
  of: string;
  value: string;
  type?: 'text' | 'date';
  onChange(value: string): void;
}) {
  const { label, of, value, type = 'text', onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="visually-hidden">, {of}</span>
      </label>
      <input
        id={id}
        dir="auto"
        type={type}
        value={value}
        aria-invalid={value.length > LIMITS.lineLength}
        onChange={(event) => onChange(withoutControlCharacters(event.target.value))}
      />
    </div>
  );
}
