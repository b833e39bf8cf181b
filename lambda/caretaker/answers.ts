import { ANSWER_ENDED_UNTOLD, type ArchiveAnswer, LONGEST_RUN_MS } from '../../domain/archive/answerRecord';
import { type Exchange, MESSAGE_ENDED_UNTOLD } from '../../domain/conversation/conversation';
import { type Graphql, unlessChanged } from '../appsync';
import { UPDATE_ANSWER } from '../ask/records';
import { UPDATE_MESSAGE } from '../conversations/records';
import { SweepIncompleteError } from './errors';
import type { FindExecution } from './executions';
import { pagesThrough } from './pages';

/** Answers that are said to be on their way, as the sweep's own role sees them. */
export interface OpenAnswers<Answer> {
  /** Those that were asked for before a moment (ISO 8601). */
  askedBefore(moment: string): AsyncIterable<Answer>;
  /** Says of one that it ended without an answer, unless it has told its end by itself meanwhile. */
  markEnded(answer: Answer): Promise<void>;
}

export interface AnswerSweep {
  messages: OpenAnswers<Pick<Exchange, 'id'>>;
  archive: OpenAnswers<Pick<ArchiveAnswer, 'id'>>;
  findExecution: FindExecution;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
}

/** Lambda takes an execution within seconds; what was said earlier than this must have one by now. */
const MUST_BE_STARTED_MS = 2 * 60_000;
/** The function that answers from the archive is not tried again; a minute more, for clocks that differ. */
const MUST_HAVE_ENDED_MS = LONGEST_RUN_MS + 60_000;

/**
 * Ends every answer that is said to be on its way while nothing works on it any more: of the assistant's messages
 * those without an execution that goes on, of the archive's those that are older than their function can become.
 * None is begun again: whoever asked has seen for minutes that nothing comes, and a late answer to an old message
 * would stand where nobody looks.
 * @throws SweepIncompleteError after all others were looked after, when some could not be
 */
export async function sweepAnswers(with_: AnswerSweep): Promise<void> {
  const before = (ms: number) => new Date(with_.now().getTime() - ms).toISOString();
  const left: string[] = [];
  const each = async <Answer extends { id: string }>(
    answers: AsyncIterable<Answer>,
    lookAfter: (answer: Answer) => Promise<void>,
  ) => {
    for await (const answer of answers) {
      try {
        await lookAfter(answer);
      } catch (error) {
        left.push(answer.id);
        with_.warn(`The answer ${answer.id} could not be looked after.`, error);
      }
    }
  };
  await each(with_.messages.askedBefore(before(MUST_BE_STARTED_MS)), async (message) => {
    if ((await with_.findExecution(message.id)) !== 'RUNNING') await with_.messages.markEnded(message);
  });
  await each(with_.archive.askedBefore(before(MUST_HAVE_ENDED_MS)), (answer) =>
    with_.archive.markEnded(answer),
  );
  if (left.length > 0) throw new SweepIncompleteError(left);
}

const MESSAGES = `query Unanswered($before: String!, $nextToken: String) {
  messagesByStatus(status: RUNNING, startedAt: { lt: $before }, limit: 100, nextToken: $nextToken) {
    items { id } nextToken
  }
}`;
const ANSWERS = `query Unanswered($before: String!, $nextToken: String) {
  answersByStatus(status: RUNNING, askedAt: { lt: $before }, limit: 100, nextToken: $nextToken) {
    items { id } nextToken
  }
}`;

/** Open answers in their tables. */
export function openAnswersThrough(
  graphql: Graphql,
  now: () => Date = () => new Date(),
): Pick<AnswerSweep, 'messages' | 'archive'> {
  const pages = pagesThrough(graphql);
  const ended = (id: string, message: string) => ({
    input: { id, status: 'FAILED', message, finishedAt: now().toISOString() },
    condition: { status: { eq: 'RUNNING' } },
  });
  // What is gone, or has told its end meanwhile, is as it should be.
  const end =
    (mutation: string, message: string) =>
    async ({ id }: { id: string }) => {
      await unlessChanged(() => graphql(mutation, ended(id, message)));
    };
  return {
    messages: {
      askedBefore: (before) => pages<{ id: string }>(MESSAGES, { before }),
      markEnded: end(UPDATE_MESSAGE, MESSAGE_ENDED_UNTOLD),
    },
    archive: {
      askedBefore: (before) => pages<{ id: string }>(ANSWERS, { before }),
      markEnded: end(UPDATE_ANSWER, ANSWER_ENDED_UNTOLD),
    },
  };
}
