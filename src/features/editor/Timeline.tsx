import type { ReactNode } from 'react';
import type { TimelineEntry } from '../../../domain/postMortem';
import { lazily } from '../../components/lazily';
import { say } from '../../language/say';
import { OnceBegun } from './OnceBegun';
import type { ChangeTimeline } from './useTimelineWork';

/** What entries are worked on with is loaded once there is one. */
const TimelineRows = lazily(() => import('./TimelineRows'));

/** What happened when, one line each. Times as the author knows them, "14:02 UTC" or "time unknown". */
export function Timeline(props: {
  entries: readonly TimelineEntry[];
  onChange: ChangeTimeline;
  /** What else makes entries: an import, for instance. */
  tools: ReactNode;
  /** What shows all of it at once, above the rows. */
  picture: ReactNode;
  /** What is worth a look at the time of an entry (from 0). */
  flags(entry: number): ReactNode;
}) {
  const { entries, onChange, tools, picture, flags } = props;
  return (
    <section className="panel stack" id="section-timeline">
      <div className="row row-between">
        <h2 tabIndex={-1}>{say('Timeline')}</h2>
        <div className="row">{tools}</div>
      </div>
      <p className="hint">
        {say(
          'What happened, in order. Times as you know them: “14:02 UTC”, “about ten later”. Pasted lines become entries; Enter begins the next one.',
        )}
      </p>
      {picture}
      <OnceBegun
        name="timeline entry"
        count={entries.length}
        onBegin={() => onChange([{ at: '', text: '' }])}
      >
        {(isBegun) => <TimelineRows entries={entries} onChange={onChange} isBegun={isBegun} flags={flags} />}
      </OnceBegun>
    </section>
  );
}
