import type { EntryKind } from '../postMortem/choices';

/** A moment as it is told, and as far as it is certain. */
export interface ToldMoment {
  /** As it is written: "14:02 UTC", "Mar 4, 2026 - 14:02 UTC". */
  told: string;
  /** ISO 8601 with its offset; null where date or zone is not certain. */
  at: string | null;
  /** The zone it was told in, as it was told, or the one that was given for all. */
  zone: string | null;
  /** Why `at` is null, or what else is worth a look, in a sentence. */
  note: string | null;
}

/** Something that happened, out of one line or several. */
export interface ImportedEntry extends ToldMoment {
  text: string;
  kind: EntryKind | null;
  /** Where it comes from: `slack`, `teams`, `pagerduty`, `status page`, `syslog`, `log`, `table`, `text`, … */
  source: string;
}

/** What became of one line of what was pasted. Lines count from 1; of a JSON export each message is one. */
export type LineReading =
  | ({ line: number; taken: true } & ImportedEntry)
  /** It continues the entry of line `joins`. */
  | { line: number; taken: true; at: null; told: null; text: string; joins: number }
  | { line: number; taken: false; text: string; why: string };

/** What is known beside the text. */
export interface Given {
  /** The day of the first time that has none, as `2026-03-04`. */
  date?: string | undefined;
  /** The zone of times that tell none: IANA (`Europe/Rome`), an abbreviation (`CET`) or an offset (`+01:00`). */
  zone?: string | undefined;
}
