import { clockOf } from '../../../domain/incident/clocks';
import { type Flag, flagsAbout } from '../../../domain/incident/flags';
import type { TimedDocument } from '../../../domain/incident/moments';
import { clockWords } from '../../../domain/incident/telling';
import { Icon } from '../../components/Icon';
import { useDebounced } from '../../components/useDebounced';
import './incident.css';
import { say, translated } from '../../language/say';

interface Props {
  document: TimedDocument;
  /** The entry's place in the timeline, from 0. */
  entry: number;
  onChange(timeline: TimedDocument['timeline']): void;
}

/** A time is half a time while it is typed. */
const PAUSE_MS = 700;

/** What is worth a look at the time of one entry, under its row. */
export function EntryFlags({ document, entry, onChange }: Props) {
  const rested = useDebounced(document, PAUSE_MS);
  // With a row more or less all places are others, and what rested is of the old ones.
  const isSame = rested.timeline.length === document.timeline.length;
  const flags = flagsByEntry(isSame ? rested : document).get(entry) ?? [];
  if (flags.length === 0) return null;
  const take = ({ moment, zone }: NonNullable<Flag['follows']>) =>
    onChange(document.timeline.map((row, index) => (index === entry ? { ...row, moment, zone } : row)));
  return (
    <ul className="entry-flags small">
      {flags.map(({ kind, message, advice, follows }) => (
        <li key={kind}>
          <Icon name="warning" />
          <span>
            {translated(message)} <span className="soft">{translated(advice)}</span>{' '}
            {follows && (
              <button type="button" className="button button-small" onClick={() => take(follows)}>
                {say('Take {time}', {
                  time: clockWords(clockOf(document), Date.parse(follows.moment), true),
                })}
                <span className="visually-hidden"> {say('for timeline entry {n}', { n: entry + 1 })}</span>
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** All rows ask for the flags of one document: they are looked for once. */
let last: { of: TimedDocument; flags: ReadonlyMap<number, Flag[]> } | undefined;

function flagsByEntry(document: TimedDocument): ReadonlyMap<number, Flag[]> {
  if (last && isSameTime(last.of, document)) return last.flags;
  const flags = new Map<number, Flag[]>();
  for (const flag of flagsAbout(document, Date.now())) {
    const others = flags.get(flag.entry);
    if (others) others.push(flag);
    else flags.set(flag.entry, [flag]);
  }
  last = { of: document, flags };
  return flags;
}

const isSameTime = (a: TimedDocument, b: TimedDocument): boolean =>
  a.timeline === b.timeline &&
  a.startedAt === b.startedAt &&
  a.detectedAt === b.detectedAt &&
  a.mitigatedAt === b.mitigatedAt &&
  a.resolvedAt === b.resolvedAt;
