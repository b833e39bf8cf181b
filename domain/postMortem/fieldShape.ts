/** One of what a field may be. */
export interface Choice {
  id: string;
  label: string;
  meaning?: string;
}

/**
 * A cell of a row: a line of text, a calendar date (or empty), a tick, or one of some choices. An optional one
 * is absent where nothing was said, so that rows written before it are rows still.
 */
export interface Column {
  label: string;
  kind: 'line' | 'date' | 'tick' | 'choice';
  choices?: readonly Choice[];
  optional?: true;
}

/** What every field says of itself. */
interface Described {
  id: string;
  /** What its author knows it by. */
  label: string;
  /** How it stands in an exported document; `not` for what is about the page and not about the incident. */
  exported: 'heading' | 'fact' | 'section' | 'table' | 'tasks' | 'people' | 'not';
  /** It changes by a mutation of its own, never with the rest of the document. */
  apart?: true;
  /** The library shows it; the index of listings holds it. */
  listed?: true;
}

/** A field by its kind. `most` is its limit, and `beyond` what is said to somebody who passes it. */
export type Field = Described &
  (
    | { kind: 'line'; most: number; beyond: string; required?: string; unnamed?: string; example?: string }
    | { kind: 'prose'; most: number; beyond: string }
    | {
        kind: 'moment';
        /** What it tells of the incident, in the words of `domain/consistency/`. */
        tells: string;
      }
    | { kind: 'labels'; most: number; beyond: string; mostEach: number; example: string }
    | {
        kind: 'choice';
        /** The enum in the schema. */
        type: string;
        choices: readonly Choice[];
        empty: string;
      }
    | {
        kind: 'rows';
        /** The custom type in the schema. */
        type: string;
        columns: Readonly<Record<string, Column>>;
        most: number;
        beyond: string;
      }
  );
