import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ARCHIVE_ANSWER, type ArchiveAnswer, hasDied } from '../../../domain/archive/answerRecord';
import { ASK_ARCHIVE } from '../../../domain/archive/asking';
import { selectionOf } from '../../../domain/shape';
import { call } from './call';
import { AnswerFailedError, SilentRunError } from './errors';
import type { Session } from './session';

const CURRENT = `query Current($id: ID!) { getArchiveAnswer(id: $id) { ${selectionOf(ARCHIVE_ANSWER)} } }`;
const DELETE = 'mutation Forget($id: ID!) { deleteArchiveAnswer(input: { id: $id }) { id } }';

const PAUSE_MS = 250;
/** The function begins within moments; a cold one needs some seconds. */
const BEGINS_WITHIN_SECONDS = 60;

/**
 * Asks the archive and waits for the whole answer. The question is not kept: nobody looks for it in a list.
 * @throws RequestRefusedError, AnswerFailedError, SilentRunError
 */
export async function askOnce(session: Session, request: Record<string, unknown>): Promise<ArchiveAnswer> {
  const id = randomUUID();
  await call(session, ASK_ARCHIVE, { ...request, id });
  const asked = Date.now();
  try {
    for (;;) {
      const { getArchiveAnswer: answer } = await call<{ getArchiveAnswer: ArchiveAnswer | null }>(
        session,
        CURRENT,
        { id },
      );
      if (answer?.status === 'FAILED') throw new AnswerFailedError(answer.message);
      if (answer && answer.status !== 'RUNNING') return answer;
      const isLate = answer ? hasDied(answer, Date.now()) : Date.now() - asked > BEGINS_WITHIN_SECONDS * 1000;
      if (isLate) throw new SilentRunError(Math.round((Date.now() - asked) / 1000));
      await wait(PAUSE_MS);
    }
  } finally {
    await call(session, DELETE, { id }).catch(() => {
      // There may be none yet; it is gone after its time then.
    });
  }
}
