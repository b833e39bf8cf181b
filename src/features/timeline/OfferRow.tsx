import { useId } from 'react';
import { LIMITS } from '../../../domain/limits';
import type { TimelineEntry } from '../../../domain/postMortem';
import { fieldById } from '../../../domain/postMortem/fields';
import type { Offer } from '../../../domain/timeline/landing';
import { inOrderOfColumns } from '../../../domain/timeline/rowTimes';
import MomentInZones from '../../components/MomentInZones';
import { say, sayCount, translated } from '../../language/say';
import { edited, type Selection, ticked, withOtherTime } from './selection';

const { kind: KIND } = fieldById('timeline').columns;

/** One line of what was read: an entry to edit or to leave, or a line that was left out and can be taken. */
export function OfferRow(props: {
  offer: Offer;
  unit: 'line' | 'statement';
  index: number;
  entry: TimelineEntry;
  isTicked: boolean;
  onSelection(change: (selection: Selection) => Selection): void;
}) {
  const { offer, unit, index, entry, isTicked, onSelection } = props;
  const { line, joined, note, why, isThere } = offer;
  const id = useId();
  const name = unit === 'line' ? say('Line') : say('Statement');
  const unitName = name.toLowerCase();
  const change = (changed: TimelineEntry) =>
    onSelection((selection) => edited(selection, index, inOrderOfColumns(changed)));
  if (why !== null && !isTicked) {
    return (
      <li className="offer offer-left">
        <p className="small">
          <span className="soft">
            {say('{name} {line} is left out.', { name, line })} {translated(why)}
          </span>{' '}
          <bdi>{entry.text.slice(0, 300)}</bdi>
        </p>
        {entry.text !== '' && (
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => onSelection((selection) => ticked(selection, index, true))}
          >
            {say('Take it')}
            <span className="visually-hidden">
              : {unitName} {line}
            </span>
          </button>
        )}
      </li>
    );
  }
  const of = (
    <span className="visually-hidden">
      , {unitName} {line}
    </span>
  );
  return (
    <li className="offer" data-unticked={!isTicked}>
      <label className="offer-tick">
        <input
          type="checkbox"
          checked={isTicked}
          onChange={({ target }) => onSelection((selection) => ticked(selection, index, target.checked))}
        />
        <span className="visually-hidden">{say('Add {unit} {line}', { unit: unitName, line })}</span>
      </label>
      <div className="offer-fields">
        <div className="field">
          <label htmlFor={`${id}at`}>
            {say('Time')}
            {of}
          </label>
          <input
            id={`${id}at`}
            dir="auto"
            value={entry.at}
            onChange={({ target }) =>
              onSelection((selection) => withOtherTime(selection, index, target.value))
            }
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}text`}>
            {say('What happened')}
            {of}
          </label>
          <textarea
            id={`${id}text`}
            dir="auto"
            rows={Math.min(6, Math.max(1, entry.text.split('\n').length, Math.ceil(entry.text.length / 60)))}
            value={entry.text}
            aria-invalid={entry.text.length > LIMITS.lineLength}
            onChange={({ target }) => change({ ...entry, text: target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}kind`}>
            {say('Kind')}
            {of}
          </label>
          <select
            id={`${id}kind`}
            value={entry.kind ?? ''}
            onChange={({ target }) => {
              const { kind: _, ...rest } = entry;
              const kind = KIND.choices.find((one) => one.id === target.value)?.id;
              change(kind ? { ...rest, kind } : rest);
            }}
          >
            <option value="">–</option>
            {KIND.choices.map((one) => (
              <option key={one.id} value={one.id}>
                {translated(one.label)}
              </option>
            ))}
          </select>
        </div>
        <p className="offer-facts small soft">
          {isThere && <span className="chip">{say('Already in the timeline')}</span>}
          {entry.moment ? (
            <MomentInZones moment={entry.moment} zone={entry.zone} />
          ) : (
            <span>{say('No certain moment.')}</span>
          )}
          <span>
            {name} {line}
            {joined.length > 0 &&
              sayCount(joined.length, ', with line {range}', ', with lines {range}', {
                range: rangeOf(joined),
              })}
            {entry.source && ` · ${entry.source}`}
          </span>
          {note !== null && <span>{translated(note)}</span>}
        </p>
      </div>
    </li>
  );
}

/** "4", "4 to 6", or "4, 6, 9 and 12 more". */
function rangeOf(lines: readonly number[]): string {
  const [first = 0, last = 0] = [lines[0], lines.at(-1)];
  if (lines.length === 1) return String(first);
  if (last - first === lines.length - 1) return say('{low} to {high}', { low: first, high: last });
  const named = lines.slice(0, 3).join(', ');
  return lines.length > 3 ? `${named} ${say('and {n} more', { n: lines.length - 3 })}` : named;
}
