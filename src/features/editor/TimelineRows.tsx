import type { ReactNode } from 'react';
import { LIMITS } from '../../../domain/limits';
import type { TimelineEntry } from '../../../domain/postMortem';
import { fieldById } from '../../../domain/postMortem/fields';
import { RowList } from './RowList';
import { ChoiceField, LineField, withCell } from './rowFields';

interface TimelineProps {
  entries: readonly TimelineEntry[];
  onChange(entries: TimelineEntry[]): void;
  /** What else makes entries: an import, for instance. */
  tools: ReactNode;
}

/** What happened when, one line each. Times as the author knows them, "14:02 UTC" or "time unknown". */
export function Timeline({ entries, onChange, tools }: TimelineProps) {
  return (
    <section className="panel stack" id="section-timeline">
      <div className="row row-between">
        <h2 tabIndex={-1}>Timeline</h2>
        <div className="row">{tools}</div>
      </div>
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
            <ChoiceField
              label="Kind"
              of={`timeline entry ${number}`}
              choices={fieldById('timeline').columns.kind.choices}
              value={entry.kind}
              onChange={(kind) => change(withCell(entry, 'kind', kind))}
            />
          </div>
        )}
      </RowList>
    </section>
  );
}
