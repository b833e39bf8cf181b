import type { Draft, EnhancementProgress } from '../../domain/enhancement';
import { DRAFTERS } from '../../domain/models';
import { AppSyncError, type Graphql } from '../appsync';
import { ENHANCEMENT_FIELDS } from '../enhancementFields';

const UPDATE = `mutation PublishProgress($input: UpdateEnhancementInput!, $condition: ModelEnhancementConditionInput) {
  updateEnhancement(input: $input, condition: $condition) { ${ENHANCEMENT_FIELDS} }
}`;

/** Numbers of the publications; the ones in between count finished drafts. */
const DRAFTING = 1;
const JUDGING = DRAFTING + DRAFTERS.length + 1;
const ENDING = JUDGING + 1;

/**
 * Tells the author's browser how far a run is, by writing the Enhancement record.
 * The first three do not make the run wait and never fail it: the next publication carries the same and more.
 */
export interface PublishProgress {
  drafting(enhancementId: string): void;
  drafted(enhancementId: string, finished: readonly Draft[]): void;
  judging(enhancementId: string, drafts: readonly Draft[]): void;
  /** @throws AppSyncError when the ending could not be stored */
  ending(enhancementId: string, ending: Omit<EnhancementProgress, 'progress' | 'finishedAt'>): Promise<void>;
}

type Snapshot = Partial<EnhancementProgress> & { progress: number };

export function publishThrough(
  graphql: Graphql,
  warn: (message: string, error: unknown) => void,
  now: () => Date = () => new Date(),
): PublishProgress {
  const sent = new Map<string, number>();
  let inBackground: Promise<unknown> = Promise.resolve();

  /** Writes a snapshot unless a later one is there already: retries and replays may come late. */
  const store = async (id: string, snapshot: Snapshot) => {
    try {
      await graphql(UPDATE, {
        input: { id, ...snapshot },
        condition: { progress: { lt: snapshot.progress } },
      });
    } catch (error) {
      if (!(error instanceof AppSyncError && error.isConditionFailure)) throw error;
    }
  };
  const inTheBackground = (id: string, snapshot: Snapshot) => {
    if ((sent.get(id) ?? 0) >= snapshot.progress) return;
    sent.set(id, snapshot.progress);
    inBackground = inBackground
      .then(() => store(id, snapshot))
      .catch((error: unknown) => warn(`Progress ${snapshot.progress} of ${id} was not published.`, error));
  };

  return {
    drafting: (id) => inTheBackground(id, { status: 'RUNNING', stage: 'DRAFTING', progress: DRAFTING }),
    drafted: (id, finished) =>
      inTheBackground(id, { stage: 'DRAFTING', progress: DRAFTING + finished.length, drafts: [...finished] }),
    judging: (id, drafts) =>
      inTheBackground(id, { stage: 'JUDGING', progress: JUDGING, drafts: [...drafts] }),
    ending: async (id, ending) => {
      await store(id, { ...ending, progress: ENDING, finishedAt: now().toISOString() });
      sent.delete(id);
      // Lambda freezes the process after the answer; a write left in flight would be cut off.
      await inBackground;
    },
  };
}
