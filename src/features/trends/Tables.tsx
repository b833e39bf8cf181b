import { Link } from 'react-router';
import { SEVERITIES } from '../../../domain/postMortem';
import type { Column, Trends } from '../../../domain/trends';
import { type Durations, MEASURES } from '../../../domain/trends/durations';
import { nameOfStretch } from '../../../domain/trends/period';
import { minutesInWords } from './minutesInWords';
import type { Asked } from './scope';

interface Props {
  trends: Trends;
  /** The library with what a cell counts; all columns together where there is none. */
  addressOf(column: Column | null, asked: Asked): string;
}

const Count = ({ count, to }: { count: number; to: string }) =>
  count === 0 ? (
    <td>0</td>
  ) : (
    <td>
      <Link to={to}>{count}</Link>
    </td>
  );

/** How many there were, by severity and time. */
export function CountTable({ trends, addressOf }: Props) {
  const row = (name: string, of: Pick<Column, 'counts' | 'total'>, column: Column | null) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {SEVERITIES.map(({ id }) => (
        <Count key={id} count={of.counts[id]} to={addressOf(column, { severity: id })} />
      ))}
      <Count count={of.total} to={addressOf(column, {})} />
    </tr>
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Started</th>
          {SEVERITIES.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
          <th scope="col">All</th>
        </tr>
      </thead>
      <tbody>
        {trends.columns.map((column) => row(nameOfStretch(column), column, column))}
        {row('All', trends, null)}
      </tbody>
    </table>
  );
}

/** How long they took, by measure and time. */
export function DurationTable({ trends, addressOf }: Props) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Started</th>
          {MEASURES.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...trends.columns, null].map((column) => (
          <tr key={column?.to ?? 'all'}>
            <th scope="row">
              <Link to={addressOf(column, {})}>{column ? nameOfStretch(column) : 'All'}</Link>
            </th>
            {MEASURES.map(({ id }) => (
              <td key={id}>
                <Figures of={(column ?? trends).durations[id]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figures({ of: { quartiles, count, missing, contradicting } }: { of: Durations }) {
  const none = [
    missing > 0 && `${missing} without`,
    contradicting > 0 && `${contradicting} contradicting`,
  ].filter(Boolean);
  return (
    <>
      {quartiles === null ? '–' : <strong>{minutesInWords(quartiles.median)}</strong>}
      <span className="small soft">
        {quartiles && ` (${minutesInWords(quartiles.low)} to ${minutesInWords(quartiles.high)}), `}
        {quartiles === null && ' '}
        {count} measured{none.length > 0 && `, ${none.join(', ')}`}
      </span>
    </>
  );
}

/** Rows of texts and numbers under their headings, the first of each being what it is called. */
export function PlainTable(props: {
  heads: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}) {
  return (
    <table>
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            {cells.map((cell, index) => (
              <td key={props.heads[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
