import { type DurableContext, StepError } from '@aws/durable-execution-sdk-js';
import { retryArchiveStep } from '../durable/retry';
import type { Collaborators } from './collaborators';
import { deleted, embedded, type Plan, planned, put } from './steps';

/** One change of a document that matters to the archive. */
export interface ArchiveRequest {
  documentId: string;
  /** What names the execution: the same change runs once. */
  change: string;
}

/** What an execution has done. */
export interface ArchiveEnding {
  /** Passages that the index holds of the document now. */
  passages: number;
  entered: number;
  removed: number;
}

/** A document was changed so often meanwhile that the index could not follow. Whoever changed it last has started another execution. */
export class NeverSettledError extends Error {
  override name = 'NeverSettledError';
  constructor(readonly documentId: string) {
    super(
      `The post-mortem ${documentId} was changed so often that the archive did not come to an end with it. ` +
        'It is tried again within minutes.',
    );
  }
}

/** How a step is taken: durably, or at once by whoever makes the index anew. */
export type Take = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

/** Passages that are embedded and put at once: with 1,024 dimensions their vectors are 90 KB of text. */
const AT_ONCE = 16;
/** A document that is not changed meanwhile takes two. */
const MOST_ROUNDS = 12;

/**
 * Brings the index in line with one record, whatever that is by now: an older execution that comes late does what the
 * newer one does. It ends when the record and the index agree, which the last look says.
 */
export async function settle(
  with_: Collaborators,
  { documentId, again = false }: { documentId: string; again?: boolean },
  take: Take,
): Promise<ArchiveEnding> {
  let entered = 0;
  let removed = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const isAgain = again && round === 0;
    const plan: Plan = await take('read-document', () => planned(with_, documentId, isAgain));
    if (plan.missing.length + plan.stale.length === 0) return { passages: plan.passages, entered, removed };
    for (let from = 0; from < plan.missing.length; from += AT_ONCE) {
      const keys = plan.missing.slice(from, from + AT_ONCE);
      const made = await take('embed-passages', () => embedded(with_, documentId, keys));
      const done = await take('put-passages', () => put(with_, documentId, made));
      entered += done.entered;
      if (done.isOvertaken) break;
    }
    if (plan.stale.length > 0)
      removed += await take('delete-what-is-stale', () => deleted(with_, documentId, plan.stale));
  }
  throw new NeverSettledError(documentId);
}

/**
 * One document, entered into the index of meaning or taken out of it.
 *
 * Only orchestration: no clock, no network, no randomness, because after a crash the SDK runs it again from the top
 * and hands back the results of the steps that had finished.
 */
export const archiveWorkflow =
  (with_: Collaborators) =>
  async ({ documentId }: ArchiveRequest, context: DurableContext): Promise<ArchiveEnding> => {
    try {
      return await settle(with_, { documentId }, (name, work) =>
        context.step(name, work, { retryStrategy: retryArchiveStep }),
      );
    } catch (error) {
      if (!(error instanceof StepError || error instanceof NeverSettledError)) throw error;
      // What fails for good is not forgotten; the execution is told to have failed all the same.
      await context.step('note-what-is-owed', () => with_.owed.add(documentId), {
        retryStrategy: retryArchiveStep,
      });
      throw error;
    }
  };
