import { Link } from 'react-router';
import type { Column, Trends } from '../../../domain/trends';
import { durationsToCsv } from '../../../domain/trends/csv';
import { MEASURES, type Measure } from '../../../domain/trends/durations';
import { say, sayCount, translated } from '../../language/say';
import { saying } from '../../language/saying';
import { DurationPicture } from './DurationPicture';
import { Figure } from './Figure';
import { minutesInWords } from './minutesInWords';
import type { Asked } from './scope';
import { DurationTable } from './Tables';

interface Props {
  trends: Trends;
  addressOf(column: Column | null, asked: Asked): string;
}

/** How long incidents took to be detected, mitigated and resolved, and how many of them say so. */
export function HowLong({ trends, addressOf }: Props) {
  const halves = trends.columns.flatMap(({ durations }) =>
    MEASURES.flatMap(({ id }) => durations[id].quartiles ?? []),
  );
  const range = {
    least: Math.min(60, ...halves.map(({ low }) => low)),
    most: Math.max(60, ...halves.map(({ high }) => high)),
  };
  return (
    <Figure
      title={say('How long it took')}
      words={
        <p>
          {say(
            'Medians, counted from the start of each incident: half took less, half took more. A line spans the middle half, and a hollow point is one incident alone. Ten times as long is as far again.',
          )}
        </p>
      }
      table={<DurationTable trends={trends} addressOf={addressOf} />}
      csv={() => durationsToCsv(trends)}
      fileName="time-to-detect-mitigate-resolve.csv"
    >
      <div className="measures">
        {MEASURES.map((measure) => (
          <div key={measure.id} className="measure">
            <h3>
              {translated(measure.label)} <span className="soft">({measure.short})</span>
            </h3>
            <div className="stack-tight">
              <Told measure={measure} trends={trends} addressOf={addressOf} />
            </div>
            {trends.durations[measure.id].count > 0 && (
              <DurationPicture
                measure={measure}
                columns={trends.columns}
                range={range}
                addressOf={(column) => addressOf(column, {})}
              />
            )}
          </div>
        ))}
      </div>
    </Figure>
  );
}

function Told({ measure, trends, addressOf }: Props & { measure: Measure }) {
  const { quartiles, count, missing, contradicting } = trends.durations[measure.id];
  return (
    <>
      {quartiles && (
        <p>
          {saying('{median} median of {count}, half between {low} and {high}', {
            median: <strong className="median">{translated(minutesInWords(quartiles.median))}</strong>,
            count,
            low: translated(minutesInWords(quartiles.low)),
            high: translated(minutesInWords(quartiles.high)),
          })}
        </p>
      )}
      {quartiles === null && <p>{say('Nothing to measure: none tells both times.')}</p>}
      {missing > 0 && (
        <p className="small">
          <Link to={addressOf(null, { without: measure.until })}>
            {sayCount(missing, '{n} does not say when', '{n} do not say when')}
          </Link>
        </p>
      )}
      {contradicting > 0 && (
        <p className="small">
          {sayCount(
            contradicting,
            '{n} tells an end before the start, and is left out.',
            '{n} tell an end before the start, and are left out.',
          )}
        </p>
      )}
    </>
  );
}
