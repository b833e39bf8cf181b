import { SEVERITIES } from '../../../domain/postMortem';
import type { Column } from '../../../domain/trends';
import { say } from '../../language/say';
import { BOTTOM, ColumnNames, columnsIn, LEAST_COLUMN } from './axis';
import { type Mark, Picture } from './Picture';
import type { Asked } from './scope';
import { stretchWords } from './stretchWords';

/** A line of bars, with the number above each. */
const LINE = 52;
const TALLEST = 30;
const WIDEST = 36;

interface Props {
  columns: readonly Column[];
  addressOf(column: Column, asked: Asked): string;
}

/** How many there were: a line for each severity, a column for each month. */
export function SeverityPicture({ columns, addressOf }: Props) {
  const most = Math.max(1, ...columns.flatMap(({ counts }) => Object.values(counts)));
  const bottom = SEVERITIES.length * LINE;
  const base = (row: number) => (row + 1) * LINE - 2;
  const marks = (width: number): Mark[] => {
    const { each, middle } = columnsIn(width, columns.length);
    const wide = Math.min(WIDEST, each * 0.7);
    return SEVERITIES.flatMap(({ id, label }, row) =>
      columns.flatMap((column, index) => {
        const count = column.counts[id];
        if (count === 0) return [];
        const tall = Math.max(2, (count / most) * TALLEST);
        const x = middle(index);
        return [
          {
            row,
            column: index,
            label: `${label}, ${stretchWords(column)}: ${count}`,
            to: addressOf(column, { severity: id }),
            area: { x: x - each / 2, y: base(row) - LINE + 4, width: each, height: LINE - 4 },
            drawing: (
              <>
                <rect
                  x={x - wide / 2}
                  y={base(row) - tall}
                  width={wide}
                  height={tall}
                  style={{ fill: `var(--${id.toLowerCase()})` }}
                />
                <text className="picture-number" x={x} y={base(row) - tall - 4} textAnchor="middle">
                  {count}
                </text>
              </>
            ),
          },
        ];
      }),
    );
  };
  return (
    <Picture
      label={say('Incidents by severity and time. Use the arrow keys.')}
      leastWidth={columns.length * LEAST_COLUMN}
      height={bottom + BOTTOM}
      marks={marks}
      names={SEVERITIES.map(({ id, label }, row) => (
        <text key={id} className="picture-text" x={0} y={base(row) - 4}>
          {label}
        </text>
      ))}
      backdrop={(width) => (
        <>
          {SEVERITIES.map(({ id }, row) => (
            <line key={id} className="picture-line" x1={0} x2={width} y1={base(row)} y2={base(row)} />
          ))}
          <ColumnNames columns={columns} width={width} y={bottom} />
        </>
      )}
    />
  );
}
