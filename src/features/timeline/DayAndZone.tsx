import { useId } from 'react';
import { readZone } from '../../../domain/timeline';
import { momentIn } from '../../../domain/timeline/rowTimes';
import { readersZone } from '../../components/momentWords';
import type { DocumentContent } from '../../data/types';
import { say, translated } from '../../language/say';

/**
 * The day an incident started, as its zone has it; as this computer has it while no zone is known. Where nothing
 * says when it started, the day of the first certain moment of its timeline.
 */
export function dayOf({ startedAt, timeline }: DocumentContent, zone: string): string {
  const first = timeline.find(({ moment }) => moment !== undefined)?.moment;
  if (startedAt === null) return first?.slice(0, 10) ?? '';
  const entry = { at: '', moment: startedAt };
  return (momentIn(zone, entry) ?? momentIn(readersZone(), entry) ?? startedAt).slice(0, 10);
}

/** A few zones to choose with one click: UTC, this computer's, and those that the timeline was told in. */
const zonesToChoose = ({ timeline }: DocumentContent): string[] =>
  [...new Set(['UTC', readersZone(), ...timeline.flatMap(({ zone }) => zone ?? [])])]
    .filter((zone) => zone.length < 40)
    .slice(0, 4);

/** The day and the zone of times that tell none themselves. Neither is ever taken from the computer unasked. */
export function DayAndZone(props: {
  content: DocumentContent;
  date: string;
  onDate(date: string): void;
  zone: string;
  onZone(zone: string): void;
}) {
  const { content, date, onDate, zone, onZone } = props;
  const id = useId();
  const problem = problemWith(zone.trim());
  const here = readersZone();
  return (
    <fieldset className="given-fields">
      <legend className="field-label">{say('Where a line does not say it')}</legend>
      <div className="field">
        <label htmlFor={`${id}date`}>{say('Day of the first line')}</label>
        <input id={`${id}date`} type="date" value={date} onChange={({ target }) => onDate(target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}zone`}>{say('Time zone')}</label>
        <input
          id={`${id}zone`}
          list={`${id}zones`}
          value={zone}
          placeholder={say('Not known')}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem !== null}
          aria-describedby={`${id}problem`}
          onChange={({ target }) => onZone(target.value)}
        />
        <datalist id={`${id}zones`}>
          {['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <p id={`${id}problem`} className="field-problem" role="status">
          {problem}
        </p>
      </div>
      <div className="row given-zones">
        {zonesToChoose(content).map((name) => (
          <button
            key={name}
            type="button"
            className="button button-quiet button-small"
            aria-pressed={zone === name}
            onClick={() => onZone(zone === name ? '' : name)}
          >
            {name}
            {name === here && ` ${say('(this computer)')}`}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function problemWith(zone: string): string | null {
  if (zone === '') return null;
  const read = readZone(zone);
  if (!read) return say('There is no time zone “{zone}”. Write Europe/Rome, CET or +01:00.', { zone });
  return read.kind === 'several'
    ? say('“{zone}” is the name of several: {which}. Write the place.', {
        zone,
        which: translated(read.which),
      })
    : null;
}
