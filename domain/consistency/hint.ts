import type { MomentId } from '../postMortem';

export type HintKind =
  /** A stated duration that the given times do not bear out. */
  | 'duration'
  /** A date or time that does not exist, or lies before what it ended. */
  | 'impossible-date'
  /** Moments or entries that do not follow each other. */
  | 'order'
  /** One thing with two figures. */
  | 'two-figures'
  /** Something that cannot be decided from what is written; the author knows. */
  | 'unsure';

/** Something in the author's own text that does not fit together. It is shown and never acted upon. */
export interface Hint {
  kind: HintKind;
  /** A sentence for the author, with the figures in question. */
  message: string;
  /** The section's id, `title`, `timeline`, or the moment's id. */
  where: string;
  /** UTF-16 offsets in that section; in a timeline entry's `at` and `text` joined by one space. */
  start?: number;
  end?: number;
  /** The text at that place. */
  value?: string;
}

/** What is read. Moments are ISO 8601 with an offset, or null. */
export interface CheckedDocument extends Record<MomentId, string | null> {
  title?: string;
  timeline: ReadonlyArray<{ at: string; text: string }>;
  /** Prose by section id. A timeline that is written as prose is read as one. */
  sections: Readonly<Record<string, string>>;
}
