/**
 * A spreadsheet takes a cell that begins so for a formula, also after spaces and inside quotation marks; an
 * apostrophe before it makes it a text: https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r\n|%]/u;

function cell(value: string | number): string {
  // A number that we have computed is one; a minus before it is no formula.
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** Rows as a CSV file (RFC 4180) that no spreadsheet computes anything of, with a mark for its encoding. */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\u{FEFF}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
