import { toCsv } from '../csv';
import type { OpenAction } from './openActions';

const COLUMNS: readonly (readonly [string, (action: OpenAction) => string])[] = [
  ['Action', ({ item }) => item.text],
  ['Owner', ({ item }) => item.owner],
  ['Due', ({ item }) => item.dueDate],
  ['Overdue', ({ isOverdue }) => (isOverdue ? 'yes' : 'no')],
  ['Type', ({ item }) => item.type ?? ''],
  ['Priority', ({ item }) => item.priority ?? ''],
  ['Ticket', ({ item }) => item.ticket ?? ''],
  ['Ticket is', ({ item }) => item.ticketState ?? ''],
  ['Severity', ({ severity }) => severity],
  ['Post-mortem', ({ title }) => title],
  ['Id', ({ postMortemId }) => postMortemId],
  ['Days since the post-mortem was begun', ({ ageInDays }) => (ageInDays === null ? '' : String(ageInDays))],
];

/** The actions as a CSV file; see `toCsv`. */
export const actionsToCsv = (actions: readonly OpenAction[]): string =>
  toCsv([COLUMNS.map(([name]) => name), ...actions.map((action) => COLUMNS.map(([, read]) => read(action)))]);
