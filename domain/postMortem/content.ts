import { en } from 'zod/locales';
// A third of the other one, and all that a page needs: it loads before an author can write.
import * as z from 'zod/mini';
import { LIMITS } from '../limits';
import { type AuthoredContent, type AuthoredField, type Column, FIELDS, type FieldId } from './fields';

// The words for what has none of its own.
z.config(en());

const textOf = (most: number, beyond?: string) => z.string().check(z.maxLength(most, beyond));

const CELLS: Record<Exclude<Column['kind'], 'choice'>, z.ZodMiniType> = {
  line: textOf(LIMITS.lineLength, `Keep it under ${LIMITS.lineLength} characters.`),
  /** Empty when there is none. */
  date: z.union([z.literal(''), z.iso.date()]),
  tick: z.boolean(),
};

function cellOf({ kind, choices = [], optional }: Column): z.ZodMiniType {
  const cell = kind === 'choice' ? z.enum(choices.map(({ id }) => id)) : CELLS[kind];
  return optional ? z.optional(cell) : cell;
}

/** What a field takes, with the words for what it does not. */
function limitsOf(field: AuthoredField): z.ZodMiniType {
  switch (field.kind) {
    case 'line':
      return 'required' in field
        ? z.string().check(z.trim(), z.minLength(1, field.required), z.maxLength(field.most, field.beyond))
        : textOf(field.most, field.beyond);
    case 'prose':
      return textOf(field.most, field.beyond);
    case 'choice':
      return z.enum(field.choices.map(({ id }) => id));
    case 'moment':
      return z.nullable(z.iso.datetime({ offset: true }));
    case 'labels':
      return z
        .array(z.string().check(z.minLength(1), z.maxLength(field.mostEach)))
        .check(z.maxLength(field.most, field.beyond));
    case 'rows': {
      const cells = Object.entries<Column>(field.columns).map(([id, column]) => [id, cellOf(column)]);
      return z.array(z.object(Object.fromEntries(cells))).check(z.maxLength(field.most, field.beyond));
    }
  }
}

/** What an author can write: everything of a post-mortem but its id, owner and revision. */
export const postMortemContent = z.object({
  ...(Object.fromEntries(FIELDS.map((field) => [field.id, limitsOf(field)])) as {
    [Id in FieldId]: z.ZodMiniType<AuthoredContent[Id]>;
  }),
  editors: z.array(z.string().check(z.minLength(1))).check(z.maxLength(LIMITS.editors)),
});
