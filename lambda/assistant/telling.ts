import type { ConversationRecords } from '../conversations/records';
import type { Collaborators } from './collaborators';

/**
 * Writes how far a message is, unless a later publication is there already, or the person has stopped it. Only into
 * the record that the execution was started for: deleted and made again it is another one.
 */
export const tellThrough =
  (records: Pick<ConversationRecords, 'change' | 'message'>, now: () => Date): Collaborators['tell'] =>
  async ({ messageId, caller, startedAt }, progress, told) => {
    const isOver = told.status !== undefined && told.status !== 'RUNNING';
    const written = await records.change(
      messageId,
      { ...told, progress, ...(isOver && { finishedAt: now().toISOString() }) },
      {
        progress: { lt: progress },
        status: { eq: 'RUNNING' },
        owner: { eq: caller.sub },
        startedAt: { eq: startedAt },
      },
    );
    if (written) return { isStopped: false };
    const there = await records.message(messageId);
    // Gone, or stopped; what has told as much before, and died after it, goes on.
    return { isStopped: there?.status !== 'RUNNING' || there.startedAt !== startedAt };
  };
