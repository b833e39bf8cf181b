import type { Stretch } from '../../../domain/trends/period';
import { shortStretchWords } from './stretchWords';

/** Room for the names of the columns and their years. */
export const BOTTOM = 34;
/** The least that a column needs. */
export const LEAST_COLUMN = 20;
/** The least between the middles of two names. */
const LEAST_NAME = 34;

/** How wide a column is, and where its middle stands. */
export function columnsIn(width: number, count: number): { each: number; middle(index: number): number } {
  const each = width / Math.max(1, count);
  return { each, middle: (index) => (index + 0.5) * each };
}

/** The names of the columns under a picture, as many as there is room for, with a year where it changes. */
export function ColumnNames(props: { columns: readonly Stretch[]; width: number; y: number }) {
  const { columns, width, y } = props;
  const { each, middle } = columnsIn(width, columns.length);
  const step = Math.max(1, Math.ceil(LEAST_NAME / each));
  const yearOf = ({ to }: Stretch) => to.slice(0, 4);
  return columns.map((column, index) => {
    // Counted from the end: the present one is always told.
    if ((columns.length - 1 - index) % step !== 0) return null;
    const before = columns[index - step];
    const isNewYear = before === undefined || yearOf(before) !== yearOf(column);
    // The first name and the last one are not cut off at the edges.
    const x = Math.min(width - 16, Math.max(16, middle(index)));
    const hasYear = column.unit === 'month' || column.unit === 'quarter';
    return (
      <g key={column.to} className="picture-text" textAnchor="middle">
        <text x={x} y={y + 14}>
          {shortStretchWords(column)}
        </text>
        {hasYear && isNewYear && (
          <text x={x} y={y + 29}>
            {yearOf(column)}
          </text>
        )}
      </g>
    );
  });
}
