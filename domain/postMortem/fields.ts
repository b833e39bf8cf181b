import { LIMITS } from '../limits';
import { SECTIONS } from '../sections';
import type { Shape } from '../shape';
import {
  ACTION_PRIORITIES,
  ACTION_TYPES,
  ENTRY_KINDS,
  ROLES,
  SEVERITIES,
  STATUSES,
  TICKET_STATES,
} from './choices';
import type { Field } from './fieldShape';

export type { Choice, Column } from './fieldShape';

const under = (what: string, most: number): string =>
  `Keep ${what} under ${most.toLocaleString('en')} characters.`;

/**
 * The fields that an author writes, in the order of the page. What a post-mortem is in TypeScript, how it is
 * checked, read from the API, asked for, saved, compared, exported and shown when it is empty all follow this
 * table: a new field is a line here and one in `amplify/data/schema.ts`.
 */
export const FIELDS = [
  {
    id: 'title',
    label: 'Title',
    kind: 'line',
    most: LIMITS.titleLength,
    beyond: under('the title', LIMITS.titleLength),
    required: 'Give the post-mortem a title.',
    /** A record without one is called so. */
    unnamed: 'Untitled',
    example: 'What broke, in a line',
    exported: 'heading',
    listed: true,
  },
  {
    id: 'severity',
    label: 'Severity',
    kind: 'choice',
    type: 'Severity',
    choices: SEVERITIES,
    empty: 'SEV3',
    exported: 'fact',
    listed: true,
  },
  {
    id: 'status',
    label: 'Status',
    kind: 'choice',
    type: 'PostMortemStatus',
    choices: STATUSES,
    empty: 'DRAFT',
    exported: 'fact',
    listed: true,
    apart: true,
  },
  {
    id: 'service',
    label: 'Service',
    kind: 'line',
    most: LIMITS.serviceLength,
    beyond: under('the service', LIMITS.serviceLength),
    example: 'checkout-api',
    exported: 'fact',
    listed: true,
  },
  {
    id: 'tags',
    label: 'Tags',
    kind: 'labels',
    most: LIMITS.tags,
    mostEach: LIMITS.tagLength,
    beyond: `At most ${LIMITS.tags} tags.`,
    example: 'database, migration',
    exported: 'fact',
    listed: true,
  },
  // The moments of an incident stand in the order in which they normally happen.
  { id: 'startedAt', label: 'Started', kind: 'moment', tells: 'started', exported: 'fact', listed: true },
  { id: 'detectedAt', label: 'Detected', kind: 'moment', tells: 'detected', exported: 'fact', listed: true },
  {
    id: 'mitigatedAt',
    label: 'Mitigated',
    kind: 'moment',
    tells: 'repaired',
    exported: 'fact',
    listed: true,
  },
  { id: 'resolvedAt', label: 'Resolved', kind: 'moment', tells: 'resolved', exported: 'fact', listed: true },
  ...SECTIONS.map(
    ({ id, label }) =>
      ({
        id,
        label,
        kind: 'prose',
        most: LIMITS.sectionLength,
        beyond: under('this section', LIMITS.sectionLength),
        exported: 'section',
      }) as const,
  ),
  {
    id: 'timeline',
    label: 'Timeline',
    kind: 'rows',
    type: 'TimelineEntry',
    columns: {
      /** When, as the author writes it: "14:02", "2026-03-01 14:02 UTC", "Time TBC". */
      at: { label: 'Time', kind: 'line' },
      text: { label: 'What happened', kind: 'line' },
      kind: { label: 'Kind', kind: 'choice', choices: ENTRY_KINDS, optional: true },
      /** The moment in ISO 8601 with its offset, where it is certain: what the picture and the order go by. */
      moment: { label: 'Moment', kind: 'line', optional: true },
      /** The zone it was told in, as it was told; never guessed. */
      zone: { label: 'Zone', kind: 'line', optional: true },
      /** Where it comes from: "slack", "pagerduty", a link. */
      source: { label: 'Source', kind: 'line', optional: true },
      /** The end of the link to it, once somebody has copied one: it holds when the words change. */
      link: { label: 'Link', kind: 'line', optional: true },
    },
    most: LIMITS.timelineEntries,
    beyond: `Keep it to ${LIMITS.timelineEntries} entries.`,
    exported: 'table',
  },
  {
    id: 'actionItems',
    label: 'Action items',
    kind: 'rows',
    type: 'ActionItem',
    columns: {
      text: { label: 'Action', kind: 'line' },
      owner: { label: 'Owner', kind: 'line' },
      /** Empty when nobody has promised one. */
      dueDate: { label: 'Due', kind: 'date' },
      done: { label: 'Done', kind: 'tick' },
      type: { label: 'Type', kind: 'choice', choices: ACTION_TYPES, optional: true },
      priority: { label: 'Priority', kind: 'choice', choices: ACTION_PRIORITIES, optional: true },
      ticket: { label: 'Ticket', kind: 'line', optional: true },
      ticketState: { label: 'Ticket is', kind: 'choice', choices: TICKET_STATES, optional: true },
    },
    most: LIMITS.actionItems,
    beyond: `Keep it to ${LIMITS.actionItems} items.`,
    exported: 'tasks',
  },
  {
    id: 'people',
    label: 'People',
    kind: 'rows',
    type: 'Participant',
    columns: {
      name: { label: 'Name', kind: 'line' },
      role: { label: 'Role', kind: 'choice', choices: ROLES, optional: true },
    },
    most: LIMITS.people,
    beyond: `Keep it to ${LIMITS.people} people.`,
    exported: 'people',
  },
  {
    /** The template's name; empty for the standard one. Its sections stand in `layout`. */
    id: 'template',
    label: 'Template',
    kind: 'line',
    most: LIMITS.templateName,
    beyond: under('the template’s name', LIMITS.templateName),
    exported: 'not',
  },
  {
    /** The sections it shows, by their ids, in its order; empty for those of the standard template. */
    id: 'layout',
    label: 'Sections',
    kind: 'labels',
    most: LIMITS.layout,
    mostEach: LIMITS.tagLength,
    beyond: `At most ${LIMITS.layout} sections.`,
    example: 'summary, impact',
    exported: 'not',
  },
] as const satisfies readonly Field[];

/** A field that an author writes. */
export type AuthoredField = (typeof FIELDS)[number];
export type FieldId = AuthoredField['id'];
export type FieldKind = AuthoredField['kind'];
export type FieldOf<Kind extends FieldKind> = Extract<AuthoredField, { kind: Kind }>;

/** The fields of one kind, in the order of the page. */
export const fieldsOf = <Kind extends FieldKind>(kind: Kind): FieldOf<Kind>[] =>
  FIELDS.filter((field): field is FieldOf<Kind> => field.kind === kind);

/** The field with this id. */
export const fieldById = <Id extends FieldId>(id: Id): Extract<AuthoredField, { id: Id }> =>
  FIELDS.find((field) => field.id === id) as Extract<AuthoredField, { id: Id }>;

export type ListedField = Extract<AuthoredField, { listed: true }>;
/** What the library shows, filters and counts of a post-mortem, beside its dates. */
export const LISTED_FIELDS = FIELDS.filter((field): field is ListedField => 'listed' in field);

/** The fields that are saved together: what an author types. */
export const SAVED_FIELDS = FIELDS.filter((field) => !('apart' in field));

/** Somebody who did something to a post-mortem, as its record holds them. */
const AUTHOR = { id: 'ID', name: 'String' } as const;

/** What a record holds beside what its author writes, by its type in the schema. */
export const RECORD_FIELDS = {
  id: 'ID',
  owner: 'String',
  editors: ['String'],
  /** Who may read it and comment on it, and who may read it, beside those above. */
  commenters: ['String'],
  readers: ['String'],
  /** Grows by one with every saved change. */
  revision: 'Int',
  savedBy: AUTHOR,
  /** Only its owner, editors and those it is shared with may read it, whatever its status. */
  isPrivate: 'Boolean',
  /** Who set the status as it is, and when; nothing for a draft that nobody has moved. */
  statusBy: AUTHOR,
  statusAt: 'AWSDateTime',
  createdAt: 'AWSDateTime',
  updatedAt: 'AWSDateTime',
} as const satisfies Shape;
export type RecordFieldId = keyof typeof RECORD_FIELDS;

type CellOf<C> = C extends { kind: 'tick' }
  ? boolean
  : C extends { kind: 'choice'; choices: ReadonlyArray<{ id: infer Id }> }
    ? Id
    : string;
type Optional<Columns> = {
  [Id in keyof Columns]: Columns[Id] extends { optional: true } ? Id : never;
}[keyof Columns];
type RowOf<Columns> = {
  -readonly [Id in Exclude<keyof Columns, Optional<Columns>>]: CellOf<Columns[Id]>;
} & { -readonly [Id in Optional<Columns>]?: CellOf<Columns[Id]> };

/** What stands in a field. */
export type ValueOf<F extends AuthoredField> = F extends { kind: 'choice'; choices: infer Choices }
  ? Choices extends ReadonlyArray<{ id: infer Id }>
    ? Id
    : never
  : F extends { kind: 'rows'; columns: infer Columns }
    ? RowOf<Columns>[]
    : F extends { kind: 'moment' }
      ? string | null
      : F extends { kind: 'labels' }
        ? string[]
        : string;

/** Everything that an author writes. */
export type AuthoredContent = { [F in AuthoredField as F['id']]: ValueOf<F> };
