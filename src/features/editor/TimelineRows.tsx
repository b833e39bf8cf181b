import {
  type ClipboardEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { LIMITS } from '../../../domain/limits';
import type { TimelineEntry } from '../../../domain/postMortem';
import { fieldById } from '../../../domain/postMortem/fields';
import { anchorsOf, withLink } from '../../../domain/timeline/anchors';
import { CopyButton } from '../../components/CopyButton';
import { lazily } from '../../components/lazily';
import { say } from '../../language/say';
import { saying } from '../../language/saying';
import { KindFilter, type KindOrNone } from './KindFilter';
import { type Jump, RowList } from './RowList';
import { ChoiceField, LineField, withCell } from './rowFields';
import { atEnter, TextField } from './TextField';
import { type ChangeTimeline, useTimelineWork } from './useTimelineWork';

/** Only entries with a certain moment have one. */
const MomentInZones = lazily(() => import('../../components/MomentInZones'));

interface Props {
  entries: readonly TimelineEntry[];
  onChange: ChangeTimeline;
  /** Somebody has just added the first entry, and goes on writing in it. */
  isBegun: boolean;
  /** What is worth a look at the time of an entry (from 0). */
  flags(entry: number): ReactNode;
}

/** The entries of a timeline: loaded once there is one. */
export default function TimelineRows({ entries, onChange, isBegun, flags }: Props) {
  const id = useId();
  const work = useTimelineWork(entries, onChange);
  const [kind, setKind] = useState<KindOrNone | null>(null);
  const anchors = useMemo(() => anchorsOf(entries), [entries]);
  const jump = useJump(anchors, isBegun);
  const pasteInto = (row: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    void work.paste(row, text);
  };
  return (
    <>
      {entries.length > 1 && (
        <div className="row row-between">
          <KindFilter entries={entries} kind={kind} onKind={setKind} />
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => void work.putInOrder()}
          >
            {say('Put in order of time')}
          </button>
        </div>
      )}
      <RowList
        rowName="timeline entry"
        rows={entries}
        newRow={{ at: '', text: '' }}
        most={LIMITS.timelineEntries}
        onChange={onChange}
        filter={kind && { name: kind, has: (entry) => (entry.kind ?? 'none') === kind }}
        onUnfilter={() => setKind(null)}
        anchorOf={(index) => anchors[index] as string}
        jump={jump}
        foot={(entry) => <Facts entry={entry} />}
        buttons={(entry, { index, number, change }) => (
          <LinkButton entry={entry} number={number} anchor={anchors[index] as string} onLink={change} />
        )}
      >
        {(entry, { index, number, change, addBelow }) => (
          <div className="row-fields timeline-fields">
            <LineField
              label={say('Time')}
              of={say('timeline entry {number}', { number })}
              value={entry.at}
              describedBy={`${id}${number}`}
              onFocus={() => work.beginTime(index)}
              onPaste={pasteInto(index)}
              onChange={(at) => work.writeTime(index, at)}
            />
            <TextField
              label={say('What happened')}
              of={say('timeline entry {number}', { number })}
              value={entry.text}
              onPaste={pasteInto(index)}
              onEnter={addBelow}
              onChange={(text) => change({ ...entry, text })}
            />
            <ChoiceField
              label={say('Kind')}
              of={say('timeline entry {number}', { number })}
              choices={fieldById('timeline').columns.kind.choices}
              value={entry.kind}
              onKeyDown={atEnter(addBelow)}
              onChange={(chosen) => change(withCell(entry, 'kind', chosen))}
            />
            <div id={`${id}${number}`} className="row-flags">
              {flags(index)}
            </div>
          </div>
        )}
      </RowList>
    </>
  );
}

/** When an entry was on two clocks, and where it comes from unless it was lines of somebody's own. */
function Facts({ entry: { moment, zone, source } }: { entry: TimelineEntry }) {
  if (!moment && !source) return null;
  return (
    <p className="row row-facts small soft">
      {moment && (
        <Suspense fallback={null}>
          <MomentInZones moment={moment} zone={zone} />
        </Suspense>
      )}
      {source && source !== 'text' && <span>{saying('from {source}', { source: <bdi>{source}</bdi> })}</span>}
    </p>
  );
}

/** Copies the link to an entry, which is its link from then on, whatever becomes of its words. */
function LinkButton(props: {
  entry: TimelineEntry;
  number: number;
  anchor: string;
  onLink(entry: TimelineEntry): void;
}) {
  const { entry, number, anchor, onLink } = props;
  return (
    <CopyButton
      className="icon-button"
      text={() => {
        if (entry.link === undefined) onLink(withLink(entry, anchor));
        return `${location.origin}${location.pathname}#${anchor}`;
      }}
    >
      <span className="visually-hidden">{say('Copy the link to timeline entry {number}', { number })}</span>
    </CopyButton>
  );
}

/** The entry that the page's address names: when it is opened, and when somebody follows a link to another one. */
function useJump(anchors: readonly string[], isBegun: boolean): Jump | null {
  const [jump, setJump] = useState<Jump | null>(isBegun ? { row: 0, within: 'input' } : null);
  const latest = useRef(anchors);
  latest.current = anchors;
  useEffect(() => {
    const follow = () => {
      const row = latest.current.indexOf(location.hash.slice(1));
      if (row >= 0) setJump({ row });
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return jump;
}
