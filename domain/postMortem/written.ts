import { type AuthoredContent, type Column, FIELDS } from './fields';

type Row = Record<string, string | boolean>;

/**
 * The document with each of the texts that its author wrote and that its readers are told put through `change`:
 * sections, lines, labels, and cells by the column that they stand in. Moments, choices and what is only for the
 * page are as they were.
 */
export function mapWritten(
  document: AuthoredContent,
  change: (text: string, column?: string) => string,
): AuthoredContent {
  const cells = (row: Row, columns: Readonly<Record<string, Column>>): Row =>
    Object.fromEntries(
      Object.entries(row).map(([id, cell]) =>
        typeof cell !== 'string' || columns[id]?.kind !== 'line' || id === 'moment'
          ? [id, cell]
          : [id, change(cell, id)],
      ),
    );
  return Object.fromEntries(
    FIELDS.map((field) => {
      const value = document[field.id];
      if (field.exported === 'not' || field.kind === 'choice' || field.kind === 'moment')
        return [field.id, value];
      if (field.kind === 'labels') return [field.id, (value as string[]).map((one) => change(one))];
      if (field.kind !== 'rows') return [field.id, change(value as string)];
      return [field.id, (value as Row[]).map((row) => cells(row, field.columns))];
    }),
  ) as unknown as AuthoredContent;
}

/** The texts that `mapWritten` goes through, in its order. */
export function writtenTexts(document: AuthoredContent): string[] {
  const texts: string[] = [];
  mapWritten(document, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}
