import { toCsv } from '../csv';
import { type AuthoredContent, type Column, fieldById } from '../postMortem/fields';

/** The action items as a CSV file, with the title of their post-mortem in front; see `toCsv`. */
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
  return toCsv([head, ...rows]);
}
