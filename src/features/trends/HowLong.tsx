import { Link } from 'react-router';
import type { Column, Trends } from '../../../domain/trends';
import { durationsToCsv } from '../../../domain/trends/csv';
import { MEASURES, type Measure } from '../../../domain/trends/durations';
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
      title="How long it took"
      words={
        <p>
          Medians, counted from the start of each incident: half took less, half took more. A line spans the
          middle half, and a hollow point is one incident alone. Ten times as long is as far again.
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
              {measure.label} <span className="soft">({measure.short})</span>
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
          <strong className="median">{minutesInWords(quartiles.median)}</strong> median of {count}, half
          between {minutesInWords(quartiles.low)} and {minutesInWords(quartiles.high)}
        </p>
      )}
      {quartiles === null && <p>Nothing to measure: none tells both times.</p>}
      {missing > 0 && (
        <p className="small">
          <Link to={addressOf(null, { without: measure.until })}>
            {missing} {missing === 1 ? 'does' : 'do'} not say when
          </Link>
        </p>
      )}
      {contradicting > 0 && (
        <p className="small">
          {contradicting} {contradicting === 1 ? 'tells' : 'tell'} an end before the start, and{' '}
          {contradicting === 1 ? 'is' : 'are'} left out.
        </p>
      )}
    </>
  );
}
