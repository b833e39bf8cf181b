import { toCsv } from '../csv';
import { SEVERITIES } from '../postMortem';
import type { Trends } from '.';
import { type Durations, MEASURES } from './durations';
import type { AgeCount } from './openActions';
import { nameOfStretch } from './period';

/** How many there were, by severity and time. */
export const countsToCsv = ({ columns, counts, total }: Trends): string =>
  toCsv([
    ['Started', 'From', 'To', ...SEVERITIES.map(({ label }) => label), 'All'],
    ...columns.map((column) => [
      nameOfStretch(column),
      column.from,
      column.to,
      ...SEVERITIES.map(({ id }) => column.counts[id]),
      column.total,
    ]),
    ['All', '', '', ...SEVERITIES.map(({ id }) => counts[id]), total],
  ]);

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100;

const figures = ({ count, missing, contradicting, quartiles }: Durations): (string | number)[] => [
  count,
  ...(quartiles === null
    ? ['', '', '', '', '']
    : [quartiles.min, quartiles.low, quartiles.median, quartiles.high, quartiles.max].map(rounded)),
  missing,
  contradicting,
];

/** How long they took, in minutes, by measure and time. */
export const durationsToCsv = ({ columns, durations }: Trends): string =>
  toCsv([
    [
      ...['Measure', 'Started', 'From', 'To', 'Measured', 'Shortest', 'First quartile', 'Median'],
      ...['Third quartile', 'Longest', 'Without these times', 'Times that contradict each other'],
    ],
    ...MEASURES.flatMap(({ id, label }) => [
      ...columns.map((column) => [
        ...[`${label} (minutes)`, nameOfStretch(column), column.from, column.to],
        ...figures(column.durations[id]),
      ]),
      [`${label} (minutes)`, 'All', '', '', ...figures(durations[id])],
    ]),
  ]);

/** The services that come back. */
export const servicesToCsv = ({ services }: Trends): string =>
  toCsv([['Service', 'Incidents', 'Last'], ...services.map(({ name, count, last }) => [name, count, last])]);

/** The open actions by their age. */
export const agesToCsv = (ages: readonly AgeCount[]): string =>
  toCsv([['Age', 'Open', 'Overdue'], ...ages.map(({ label, count, overdue }) => [label, count, overdue])]);
