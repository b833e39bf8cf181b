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
];

/**
 * A spreadsheet takes a cell that begins so for a formula, also after spaces and inside quotation marks; an
 * apostrophe before it makes it a text: https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r\n|%]/u;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** The actions as a CSV file (RFC 4180) that no spreadsheet computes anything of, with a mark for its encoding. */
export const actionsToCsv = (actions: readonly OpenAction[]): string =>
  `\u{FEFF}${[
    COLUMNS.map(([name]) => cell(name)),
    ...actions.map((action) => COLUMNS.map(([, read]) => cell(read(action)))),
  ]
    .map((row) => `${row.join(',')}\r\n`)
    .join('')}`;
