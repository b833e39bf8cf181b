import type { StatementKind } from '../story';

/** What a theme says, everywhere but in its look, which is `src/theme/<id>/`. */
export interface ThemeRoom {
  id: string;
  label: string;
  description: string;
  /**
   * The voice jokes and may be loud: asked about first where people came to harm, and not held to figures. What
   * rules write in it differs from run to run.
   */
  jokes: boolean;
  /** Over the sign-in form. */
  welcome: string;
  /** Over the question to the archive, and beside its silence; null where there is no more to say of that. */
  archive: { invitation: string; silence: string | null };
  /** Who drafts and who judges, and how it is written: for the prompts. */
  persona: { drafter: string; judge: string; voice: string };
  /** What a judge looks for in the voice; null where a voice is not judged. */
  judgedBy: string | null;
  /** What a run says without a model. */
  said: {
    nothingToEnhance: string;
    noDraft: string;
    /** Above the open actions that somebody is asked about: one, or several. */
    stillOpen: { one: string; several: string };
  };
  /** How the judge by rules begins. */
  judgedByRules: string;
}

/** What a draft by rules says beside the author's words. No phrase states anything. */
export interface Asides {
  before: Readonly<Record<StatementKind, readonly string[]>>;
  /** Before what the rules have no kind for. */
  beforeAnything: readonly string[];
  /** Before what is told of a part of the day, by its hours. */
  beforeHours: ReadonlyArray<{ from: number; to: number; phrases: readonly string[] }>;
  openings: readonly string[];
  /** For matters of which nobody makes jokes. */
  solemnOpenings: readonly string[];
  closings: readonly string[];
  questionLabels: readonly string[];
}
