import { OWN_TEXT } from '../../../../domain/enhancement';
import type { SectionId } from '../../../../domain/sections';
import { type ThemeId, themeById } from '../../../../domain/themes';
import type { Enhancement } from '../../../data/types';
import { isByRules } from '../names';

/** The runs on a post-mortem by id. */
export type Runs = ReadonlyMap<string, Enhancement>;

/**
 * Takes a snapshot in. Each is whole, and a later one says everything an earlier one did, so one that is
 * older than what is shown is dropped: subscriptions and re-reads arrive in any order.
 */
export function withSnapshot(runs: Runs, snapshot: Enhancement): Runs {
  const known = runs.get(snapshot.id);
  if (known && (known.progress > snapshot.progress || isOver(known))) return runs;
  return new Map(runs).set(snapshot.id, snapshot);
}

export const withSnapshots = (runs: Runs, snapshots: readonly Enhancement[]): Runs =>
  snapshots.reduce(withSnapshot, runs);

/** The run a section shows: the one that was started last. */
export function latestRun(runs: Runs, section: SectionId): Enhancement | undefined {
  return [...runs.values()]
    .filter((run) => run.section === section)
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
}

export const isOver = (run: Enhancement): boolean => run.stage === 'FINISHED';

/** Whether the author has rewritten the section since the run began; white space around it does not count. */
export const changedSince = (run: Enhancement, text: string): boolean => run.source.trim() !== text.trim();

/** The finished run before this one on the same section, if there was one. */
const runBefore = (runs: Runs, run: Enhancement): Enhancement | undefined =>
  [...runs.values()]
    .filter((other) => other.section === run.section && other.id !== run.id && isOver(other))
    .filter((other) => other.startedAt < run.startedAt)
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))[0];

/**
 * Whether asking again would come to the very same drafts: rules say in the calm voice what they said
 * before, and what answered twice alike will a third time. What failed deserves another try.
 */
export function wouldRepeat(runs: Runs, run: Enhancement, text: string, theme: ThemeId): boolean {
  const { verdict, drafts } = run;
  if (changedSince(run, text) || theme !== run.theme) return false;
  if (!verdict || verdict.outcome === 'JUDGE_FALLBACK' || drafts.length === 0) return false;
  if (drafts.some((draft) => draft.text === null)) return false;
  if (!themeById(theme).jokes && drafts.every(isByRules)) return true;
  const before = runBefore(runs, run);
  return (
    before !== undefined &&
    before.theme === run.theme &&
    before.source === run.source &&
    before.material === run.material &&
    before.drafts.length === drafts.length &&
    before.drafts.every((draft, index) => draft.text === drafts[index]?.text)
  );
}

/** The text that won a run: a draft's, or the author's own; nothing where no draft was written. */
export function winningText({ verdict, drafts, source }: Enhancement): string | null {
  if (!verdict || drafts.length === 0) return null;
  return verdict.winner === OWN_TEXT ? source : (drafts[verdict.winner - 1]?.text ?? null);
}

/** The last run in the other voice that started from the same text and came to a winner. */
export function inOtherVoice(runs: Runs, run: Enhancement): Enhancement | undefined {
  return [...runs.values()]
    .filter((other) => other.section === run.section && other.theme !== run.theme)
    .filter((other) => !changedSince(other, run.source) && other.material === run.material)
    .filter((other) => winningText(other) !== null)
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
}
