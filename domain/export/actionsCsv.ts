import { type AuthoredContent, type Column, fieldById } from '../postMortem/fields';

/** What a spreadsheet takes for a formula at the start of a cell: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A cell that a spreadsheet shows and does not compute. */
export function csvCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

/** The action items as RFC 4180, with the title of their post-mortem in front; the mark tells Excel that it is UTF-8. */
export function actionItemsToCsv({
  title,
  actionItems,
}: Pick<AuthoredContent, 'title' | 'actionItems'>): string {
  const columns = Object.entries<Column>(fieldById('actionItems').columns);
  const rows = actionItems
    .filter(({ text }) => text.trim() !== '')
    .map((item) => [
      title,
      ...columns.map(([id, { choices }]) => {
        const cell = item[id as keyof typeof item];
        if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
        return choices?.find((choice) => choice.id === cell)?.label ?? cell ?? '';
      }),
    ]);
  const head = ['Post-mortem', ...columns.map(([, { label }]) => label)];
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
