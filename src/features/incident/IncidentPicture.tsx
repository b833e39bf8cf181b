import { useId, useMemo, useState } from 'react';
import { clockOf } from '../../../domain/incident/clocks';
import type { TimedDocument } from '../../../domain/incident/moments';
import { pictureOf } from '../../../domain/incident/picture';
import { readingsOf } from '../../../domain/incident/rowReadings';
import { clockWords } from '../../../domain/incident/telling';
import { instantOfEntry } from '../../../domain/timeline/instant';
import { useDebounced } from '../../components/useDebounced';
import { EntryList } from './EntryList';
import { PictureDrawing } from './PictureDrawing';
import './incident.css';
import { numberWords, say, sayCount, translated } from '../../language/say';

interface Props {
  document: TimedDocument;
  /** Leads to an entry (from 0), or to the facts (null). */
  onShow(entry: number | null): void;
  /** For those who may edit it. */
  onChange?: (timeline: TimedDocument['timeline']) => void;
}

const PAUSE_MS = 500;

/** The incident from trigger to resolution: drawn, and the same in words. */
export function IncidentPicture({ document, onShow, onChange }: Props) {
  const rested = useDebounced(document, PAUSE_MS);
  const picture = useMemo(() => pictureOf(rested), [rested]);
  const [chosen, setChosen] = useState<readonly number[] | null>(null);
  const id = useId();
  const isEmpty = rested.timeline.every(({ at, text }) => at.trim() === '' && text.trim() === '');
  if (picture === null && isEmpty) return null;
  const without = picture?.without ?? rested.timeline.map((_, index) => index);
  return (
    <details className="incident" open>
      <summary id={id}>{say('Picture of the incident')}</summary>
      {picture === null ? (
        <p className="hint">
          {say('Nothing to draw yet: no time tells its day and zone, as in “2026-03-04 14:02 UTC”.')}
        </p>
      ) : (
        <figure className="incident-figure" aria-labelledby={id}>
          <PictureDrawing
            picture={picture}
            onActivate={({ kind, entries }) => {
              if (kind === 'fact') onShow(null);
              else if (entries.length === 1) onShow(entries[0] as number);
              else setChosen(entries);
            }}
          />
          {picture.phases.length > 0 && (
            <ul className="incident-phases small" aria-label={say('Phases')}>
              {picture.phases.map(({ id: phase, label, words }) => (
                <li key={label}>
                  <span className={`incident-swatch incident-phase-${phase}`} aria-hidden="true" />
                  {translated(label)}: {translated(words)}
                </li>
              ))}
            </ul>
          )}
          <figcaption className="small soft">
            {say('{days}, times in {zone}. Arrow keys go from mark to mark; Enter shows the entry.', {
              days: picture.days,
              zone: picture.zone,
            })}
          </figcaption>
        </figure>
      )}
      {chosen && (
        <EntryList
          title={say('{n} entries that stand together', { n: chosen.length })}
          timeline={rested.timeline}
          entries={chosen}
          onShow={onShow}
          onClose={() => setChosen(null)}
        />
      )}
      {without.length > 0 && (
        <EntryList
          title={say('Without a certain time')}
          timeline={rested.timeline}
          entries={without}
          onShow={onShow}
        >
          {onChange && <TakeAll document={document} onChange={onChange} />}
        </EntryList>
      )}
      {picture && <AsTable document={rested} onShow={onShow} />}
    </details>
  );
}

/** Takes what follows from the entries above, or from the start, for all that lack only that. */
function TakeAll(props: { document: TimedDocument; onChange(timeline: TimedDocument['timeline']): void }) {
  const { document, onChange } = props;
  const follows = readingsOf(document).map((reading) =>
    reading.kind === 'uncertain' ? reading.follows : null,
  );
  const count = follows.filter((each) => each !== null).length;
  if (count === 0) return null;
  return (
    <p>
      <button
        type="button"
        className="button button-small"
        onClick={() =>
          onChange(document.timeline.map((row, index) => ({ ...row, ...(follows[index] ?? {}) })))
        }
      >
        {sayCount(
          count,
          'Take the day and zone of its neighbours for one entry',
          'Take the day and zone of their neighbours for {n} entries',
        )}
      </button>
    </p>
  );
}

/** More rows than this are read in the timeline itself. */
const MOST_ROWS = 300;

/** The same for those who read it, in the order of time. */
function AsTable({ document, onShow }: Pick<Props, 'document' | 'onShow'>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('The same as a table')}</summary>
      {isOpen && <Rows document={document} onShow={onShow} />}
    </details>
  );
}

function Rows({ document: { timeline }, onShow }: Pick<Props, 'document' | 'onShow'>) {
  const clock = clockOf({ timeline });
  const rows = timeline
    .flatMap((row, entry) => {
      const at = instantOfEntry(row);
      return at === null ? [] : [{ ...row, entry, instant: at }];
    })
    .sort((a, b) => a.instant - b.instant);
  return (
    <div className="incident-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('Time')}</th>
            <th scope="col">{say('Kind')}</th>
            <th scope="col">{say('What happened')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ entry, instant, kind, text }) => (
            <tr key={entry}>
              <td>{clockWords(clock, instant, true)}</td>
              <td>{kind ? translated(kind) : '–'}</td>
              <td>
                <button type="button" className="link-button" dir="auto" onClick={() => onShow(entry)}>
                  {text.trim().slice(0, 200) || say('Entry {n}', { n: entry + 1 })}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p>{say('{n} more stand in the timeline.', { n: numberWords(rows.length - MOST_ROWS) })}</p>
      )}
    </div>
  );
}
