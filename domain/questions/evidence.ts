import { type AuthoredContent, type AuthoredField, FIELDS, type FieldOf } from '../postMortem/fields';
import { SECTION_IDS, type SectionId } from '../sections';
import { momentsIn, readStatements, type Statement, type StatementKind } from '../story';

/**
 * What of a post-mortem may answer a question. Everything may be missing: scripts and other clients write
 * records with nulls.
 */
export type DocumentSoFar = {
  readonly [Id in ToldFieldId]?: AsStored<AuthoredContent[Id]>;
};

/** How bad it was, how far it is and its labels answer nothing. */
const isTold = (field: AuthoredField): field is FieldOf<'line' | 'prose' | 'moment' | 'rows'> =>
  field.kind !== 'choice' && field.kind !== 'labels';
type ToldFieldId = FieldOf<'line' | 'prose' | 'moment' | 'rows'>['id'];

/** The fields of `DocumentSoFar`. */
export const TOLD_FIELDS = FIELDS.filter(isTold);

type AsStored<Value> =
  | (Value extends ReadonlyArray<infer Row>
      ? ReadonlyArray<{ readonly [Cell in keyof Row]?: Row[Cell] | null } | null>
      : Value)
  | null;

/** Longer documents are read this far; it bounds the work. */
const LONGEST = 60_000;

/** A section's text with all that stands around it. */
export class Evidence {
  /** The section's own text. */
  readonly own: string;
  /** The text, and the rest of the document as lines behind it. */
  readonly all: string;
  private known: Statement[] | undefined;

  constructor(
    section: SectionId,
    text: string,
    readonly document: DocumentSoFar,
  ) {
    this.own = text;
    const others = SECTION_IDS.filter((id) => id !== section).map((id) => document[id] ?? '');
    const timeline = (document.timeline ?? []).map((entry) => `${entry?.at ?? ''} ${entry?.text ?? ''}`);
    const actions = (document.actionItems ?? []).map((item) => item?.text ?? '');
    this.all = [text, ...others, ...timeline, ...actions].filter(Boolean).join('\n').slice(0, LONGEST);
  }

  /** Whether any of these patterns is found in the document. */
  says(...patterns: readonly RegExp[]): boolean {
    return patterns.some((pattern) => pattern.test(this.all));
  }

  /** Whether a statement of the document tells one of these, however surely. */
  tells(...kinds: readonly StatementKind[]): boolean {
    this.known ??= readStatements(this.all);
    return this.known.some(({ kind }) => kind !== null && kinds.includes(kind));
  }

  /** Whether one statement matches both. */
  saysTogether(one: RegExp, other: RegExp): boolean {
    this.known ??= readStatements(this.all);
    return this.known.some(({ text }) => one.test(text) && other.test(text));
  }

  /** What the section's own text tells of causes. */
  ownCauses(): string[] {
    return readStatements(this.own).flatMap(({ kind, text }) => (kind === 'cause' ? [text] : []));
  }

  /** How many moments of the day the document tells, Facts not counted. */
  moments(): number {
    return momentsIn(this.all).length;
  }

  /** Whether these facts are filled in. */
  has(...fields: ReadonlyArray<FieldOf<'moment'>['id']>): boolean {
    return fields.every((field) => Boolean(this.document[field]));
  }
}
