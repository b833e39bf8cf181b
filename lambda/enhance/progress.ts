import type { Draft, EnhancementProgress, EnhancementRequest } from '../../domain/enhancement';
import { DRAFTERS } from '../../domain/enhancement/modelRoles';
import { type Graphql, unlessChanged } from '../appsync';
import { UPDATE_ENHANCEMENT } from '../enhancementFields';

/** Numbers of the publications; the ones in between count finished drafts. */
const DRAFTING = 1;
const JUDGING = DRAFTING + DRAFTERS.length + 1;
const ENDING = JUDGING + 1;

/** Which record a run writes. */
export type Run = Pick<EnhancementRequest, 'enhancementId' | 'record'>;

/**
 * Tells the author's browser how far a run is, by writing the Enhancement record.
 * The first three do not make the run wait and never fail it: the next publication carries the same and more.
 */
export interface PublishProgress {
  drafting(run: Run): void;
  drafted(run: Run, finished: readonly Draft[]): void;
  judging(run: Run, drafts: readonly Draft[]): void;
  /** @throws AppSyncError when the ending could not be stored */
  ending(run: Run, ending: Omit<EnhancementProgress, 'progress' | 'finishedAt'>): Promise<void>;
  /** Waits for what is still on its way: Lambda freezes the process after the answer, and would cut it off. */
  settled(): Promise<void>;
}

type Snapshot = Partial<EnhancementProgress> & { progress: number };

export function publishThrough(
  graphql: Graphql,
  warn: (message: string, error: unknown) => void,
  now: () => Date = () => new Date(),
): PublishProgress {
  const sent = new Map<string, number>();
  let inBackground: Promise<unknown> = Promise.resolve();

  /**
   * Writes a snapshot unless a later one is there already: retries and replays may come late. Only into the
   * record that the run was started for: deleted and made again, even by somebody else, it is another one.
   */
  const store = async ({ enhancementId: id, record }: Run, snapshot: Snapshot) => {
    const own = record && { owner: { eq: record.owner }, startedAt: { eq: record.startedAt } };
    await unlessChanged(() =>
      graphql(UPDATE_ENHANCEMENT, {
        input: { id, ...snapshot },
        condition: { progress: { lt: snapshot.progress }, ...own },
      }),
    );
  };
  const inTheBackground = (run: Run, snapshot: Snapshot) => {
    const { enhancementId: id } = run;
    if ((sent.get(id) ?? 0) >= snapshot.progress) return;
    sent.set(id, snapshot.progress);
    inBackground = inBackground
      .then(() => store(run, snapshot))
      .catch((error: unknown) => warn(`Progress ${snapshot.progress} of ${id} was not published.`, error));
  };

  const settled = async () => {
    await inBackground;
  };
  return {
    settled,
    drafting: (run) => inTheBackground(run, { status: 'RUNNING', stage: 'DRAFTING', progress: DRAFTING }),
    drafted: (run, finished) =>
      inTheBackground(run, {
        stage: 'DRAFTING',
        progress: DRAFTING + finished.length,
        drafts: [...finished],
      }),
    judging: (run, drafts) =>
      inTheBackground(run, { stage: 'JUDGING', progress: JUDGING, drafts: [...drafts] }),
    ending: async (run, ending) => {
      await store(run, { ...ending, progress: ENDING, finishedAt: now().toISOString() });
      sent.delete(run.enhancementId);
      await settled();
    },
  };
}
