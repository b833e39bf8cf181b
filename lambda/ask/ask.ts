import type { ArchiveAnswer } from '../../domain/archive/answerRecord';
import type { Caller } from '../../domain/postMortem/access';
import type { Retrieve } from '../retrieval/retrieve';
import type { AnswerQuestion } from './answering';
import { ArchiveNotReachedError, AskRefusedError, NobodyAskedError, NoEarlierAnswerError } from './errors';
import type { Records, Told } from './records';
import { type Question, readQuestion } from './request';

/** What AppSync hands to a Lambda resolver, as far as it is used here. */
export interface AskEvent {
  arguments: Record<string, unknown>;
  identity: { sub?: string; issuer?: string } | null;
}

export interface Collaborators {
  records: Records;
  retrieve: Retrieve;
  answer: AnswerQuestion;
  warn: (message: string, error: unknown) => void;
}

/** Passages that an answer is made from: what a small model still reads to the end. */
const PASSAGES = 8;

const UNEXPECTED = 'Something went wrong while answering. Nothing is lost: ask again.';

/**
 * Answers a question from the archive into a record of its own, sentence by sentence. AppSync waits for none of it, so
 * all that whoever asked hears is in that record. Whose it is comes from the verified identity and from nothing else.
 * The same id again, however often it is delivered, asks nothing.
 */
export const askArchive =
  (with_: Collaborators) =>
  async ({ arguments: input, identity }: AskEvent): Promise<void> => {
    const { sub, issuer } = identity ?? {};
    if (!sub || !issuer) throw new NobodyAskedError();
    const { asked, refusal } = readQuestion(input);
    if (!(await with_.records.create(asked, sub))) return;
    try {
      if (refusal) throw refusal;
      await answerInto(asked, { sub, issuer }, with_);
    } catch (error) {
      if (!(error instanceof AskRefusedError))
        with_.warn(`The question ${asked.id} was not answered.`, error);
      const message = error instanceof AskRefusedError ? error.message : UNEXPECTED;
      await with_.records.tell(asked.id, { status: 'FAILED', message });
    }
  };

async function answerInto(asked: Question, caller: Caller, { records, retrieve, answer }: Collaborators) {
  const { id, question, followUpOf, filters } = asked;
  const earlier = followUpOf === null ? undefined : await earlierOf(followUpOf, caller, records);
  // "Why?" alone finds nothing: what was asked before is looked for too.
  const text = earlier ? `${question}\n${earlier.question}` : question;
  const found = await retrieve({ text, filters, limit: PASSAGES }, caller).catch((cause: unknown) => {
    throw new ArchiveNotReachedError({ cause });
  });
  const { passages, meaning, embeddedBy } = found;
  const foundBy: Told = { passages: passages.length, meaning, embeddedBy };
  if (passages.length === 0) {
    await records.tell(id, { ...foundBy, status: 'DONE' });
    return;
  }
  if (!(await records.tell(id, foundBy))) return;
  let last: Told = {};
  for await (const { sentences, left, call } of answer({ runId: id, question, passages, earlier })) {
    last = { sentences: [...sentences], left: [...left], ...(call && { call }) };
    // It was stopped or deleted: leaving the loop ends the model's request.
    if (!call && !(await records.tell(id, last))) return;
  }
  await records.tell(id, { ...last, status: 'DONE' });
}

async function earlierOf(id: string, { sub }: Caller, records: Records): Promise<ArchiveAnswer> {
  const earlier = await records.answer(id);
  if (!earlier || earlier.owner !== sub) throw new NoEarlierAnswerError();
  return earlier;
}
