import type { Column } from '../../../domain/trends';
import type { Measure } from '../../../domain/trends/durations';
import { nameOfStretch } from '../../../domain/trends/period';
import { BOTTOM, ColumnNames, columnsIn, LEAST_COLUMN } from './axis';
import { minutesInWords } from './minutesInWords';
import { type Mark, Picture } from './Picture';
import { durationScale } from './scale';

const TALL = 128;
const ABOVE = 10;

interface Props {
  measure: Measure;
  columns: readonly Column[];
  /** The lengths, in minutes, that all pictures of a page have in common. */
  range: { least: number; most: number };
  addressOf(column: Column): string;
}

/** How long it took: a point for the median of a column, a line for the half around it. */
export function DurationPicture({ measure, columns, range, addressOf }: Props) {
  const { ticks, part } = durationScale(range.least, range.most);
  const y = (minutes: number) => ABOVE + (1 - part(minutes)) * TALL;
  const marks = (width: number): Mark[] => {
    const { each, middle } = columnsIn(width, columns.length);
    return columns.flatMap((column, index) => {
      const { quartiles, count } = column.durations[measure.id];
      if (quartiles === null) return [];
      const { low, median, high } = quartiles;
      const x = middle(index);
      return [
        {
          row: 0,
          column: index,
          label: `${nameOfStretch(column)}: median ${minutesInWords(median)}, half between ${minutesInWords(low)} and ${minutesInWords(high)}, ${count} measured`,
          to: addressOf(column),
          area: { x: x - each / 2, y: 2, width: each, height: TALL + 2 * ABOVE - 4 },
          drawing: (
            <>
              <line className="picture-half" x1={x} x2={x} y1={y(low)} y2={y(high)} />
              {/* One incident is no distribution. */}
              <circle
                className={count === 1 ? 'picture-one' : 'picture-median'}
                cx={x}
                cy={y(median)}
                r={5}
              />
            </>
          ),
        },
      ];
    });
  };
  return (
    <Picture
      label={`${measure.label} over time. Use the arrow keys.`}
      leastWidth={columns.length * LEAST_COLUMN}
      height={TALL + 2 * ABOVE + BOTTOM}
      marks={marks}
      names={ticks.map(({ minutes, label }) => (
        <text key={label} className="picture-text" x={0} y={y(minutes) + 4}>
          {label}
        </text>
      ))}
      backdrop={(width) => (
        <>
          {ticks.map(({ minutes, label }) => (
            <line key={label} className="picture-line" x1={0} x2={width} y1={y(minutes)} y2={y(minutes)} />
          ))}
          <ColumnNames columns={columns} width={width} y={TALL + 2 * ABOVE} />
        </>
      )}
    />
  );
}
