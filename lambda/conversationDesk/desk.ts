import { LONGEST_WORDS_SAID, overBudget, spentBy } from '../../domain/conversation/budget';
import type { AssistantRequest, Exchange } from '../../domain/conversation/conversation';
import type { Caller } from '../../domain/postMortem/access';
import { withoutControlCharacters } from '../../domain/text';
import type { ConversationRecords } from '../conversations/records';
import type { StartExecution } from '../durable/startExecution';
import {
  AnswerNotStartedError,
  BudgetReachedError,
  InvalidMessageError,
  NoSuchConversationError,
  ProposalsBusyError,
  StillAnsweringError,
} from './errors';

/** What AppSync hands to a Lambda resolver, as far as it is used here. */
export interface DeskEvent {
  fieldName: string;
  arguments: Readonly<Record<string, unknown>>;
  identity: { sub?: string; issuer?: string } | null;
}

export interface Collaborators {
  records: ConversationRecords;
  start: StartExecution<AssistantRequest>;
  now: () => Date;
}

/** The schema has a field that this function does not know. */
export class UnknownFieldError extends Error {
  override name = 'UnknownFieldError';
  constructor(readonly field: string) {
    super(
      `The desk of conversations knows no field ${field}. The schema and the function do not fit together.`,
    );
  }
}

/**
 * The Lambda function behind everything that people do in conversations. Its role reads and writes every
 * conversation: so it compares each with the caller that AppSync has verified.
 * @throws ConversationRefusedError
 */
export const desk =
  (with_: Collaborators) =>
  async ({ fieldName, identity, arguments: input }: DeskEvent): Promise<Exchange> => {
    const { sub, issuer } = identity ?? {};
    if (!sub || !issuer) throw new NoSuchConversationError();
    switch (fieldName) {
      case 'sayToAssistant':
        return say(with_, { sub, issuer }, input);
      case 'stopAssistant':
        return stop(with_, sub, input);
      case 'settleProposal':
        return settle(with_, sub, input);
      default:
        throw new UnknownFieldError(fieldName);
    }
  };

/** Lambda accepts 1 to 64 of these as an execution's name, and a message's id becomes that name. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const LONGEST_TITLE = 80;

function idIn(input: DeskEvent['arguments'], name: string): string {
  const value = input[name];
  if (typeof value !== 'string' || !ID.test(value))
    throw new InvalidMessageError(`"${name}" has 1 to 64 letters, digits, hyphens or underscores.`);
  return value;
}

/** Records a message and starts its answer. Sent twice under one id it is one. */
async function say({ records, start, now }: Collaborators, caller: Caller, input: DeskEvent['arguments']) {
  const conversationId = idIn(input, 'conversationId');
  const id = idIn(input, 'messageId');
  const words = withoutControlCharacters(typeof input.text === 'string' ? input.text : '').trim();
  if (words === '') throw new InvalidMessageError('Say something: the message is empty.');
  if (words.length > LONGEST_WORDS_SAID)
    throw new InvalidMessageError(
      `The message has ${words.length} characters; at most ${LONGEST_WORDS_SAID} can be said at once.`,
    );
  const postMortemId = typeof input.postMortemId === 'string' ? idIn(input, 'postMortemId') : null;
  const at = now().toISOString();
  const title = words.replace(/\s+/g, ' ').slice(0, LONGEST_TITLE);
  const conversation =
    (await records.conversation(conversationId)) ??
    (await records.begin({ id: conversationId, owner: caller.sub, title, startedAt: at, lastAt: at })) ??
    (await records.conversation(conversationId));
  if (conversation?.owner !== caller.sub) throw new NoSuchConversationError();

  const before = (await records.messages(conversationId)).filter((one) => one.id !== id);
  const spent = spentBy(before);
  const known = await records.message(id);
  if (!known) {
    if (before.some(({ status }) => status === 'RUNNING')) throw new StillAnsweringError();
    const over = overBudget(spent);
    if (over !== null) throw new BudgetReachedError(over);
  }
  const exchange =
    known ?? (await records.say(begun({ id, conversationId, caller, words, postMortemId, at })));
  const isSame =
    exchange?.owner === caller.sub && exchange.conversationId === conversationId && exchange.words === words;
  if (!exchange || !isSame)
    throw new InvalidMessageError('Another message has that id. Send it again under a new one.');
  if (known) {
    // Sent again by a browser that did not hear the answer: its execution may never have begun.
    if (known.status !== 'RUNNING') return known;
  } else await records.touch(conversationId, at);
  try {
    await start(id, {
      ...{ messageId: id, conversationId, caller, words, postMortemId: exchange.postMortemId },
      startedAt: exchange.startedAt,
      spent: { tokens: spent.tokens, costUsd: spent.costUsd },
    });
  } catch (cause) {
    const refusal = new AnswerNotStartedError({ cause });
    const ended = { status: 'FAILED' as const, message: refusal.message, finishedAt: now().toISOString() };
    await records.change(id, ended, { progress: { eq: 0 }, status: { eq: 'RUNNING' } });
    throw refusal;
  }
  return exchange;
}

interface Begun {
  id: string;
  conversationId: string;
  caller: Caller;
  words: string;
  postMortemId: string | null;
  at: string;
}

const begun = ({ id, conversationId, caller, words, postMortemId, at }: Begun): Exchange => ({
  ...{ id, conversationId, owner: caller.sub, words, postMortemId, startedAt: at, finishedAt: null },
  ...{ status: 'RUNNING', progress: 0, steps: [], proposals: [], settled: [], answer: '', unsupported: [] },
  ...{ model: '', writtenBy: '', inputTokens: 0, outputTokens: 0, costUsd: 0, message: '' },
});

async function own(
  { records }: Collaborators,
  sub: string,
  input: DeskEvent['arguments'],
): Promise<Exchange> {
  const exchange = await records.message(idIn(input, 'messageId'));
  if (!exchange || exchange.owner !== sub) throw new NoSuchConversationError();
  return exchange;
}

/** Ends an answer that is on its way; what it has looked at stays. One that is over stays as it is. */
async function stop(with_: Collaborators, sub: string, input: DeskEvent['arguments']): Promise<Exchange> {
  const exchange = await own(with_, sub, input);
  const ended = { status: 'STOPPED' as const, finishedAt: with_.now().toISOString() };
  const stopped = await with_.records.change(exchange.id, ended, { status: { eq: 'RUNNING' } });
  return stopped ?? own(with_, sub, input);
}

/** Clicks at the same moment are as many as there are proposals, at most; each time one of them comes through. */
const SETTLE_ATTEMPTS = 10;

/** Notes that a proposal was taken or dismissed. What follows from it the page has done, with the person's own rights. */
async function settle(with_: Collaborators, sub: string, input: DeskEvent['arguments']): Promise<Exchange> {
  const key = typeof input.key === 'string' ? input.key : '';
  const mark = input.isTaken === true ? '+' : input.isTaken === false ? '-' : '';
  for (let attempt = 0; attempt < SETTLE_ATTEMPTS; attempt += 1) {
    const exchange = await own(with_, sub, input);
    if (!exchange.proposals.some((one) => one.key === key))
      throw new InvalidMessageError('There is no such proposal in that message.');
    const others = exchange.settled.filter((one) => one.slice(1) !== key);
    const settled = mark === '' ? others : [...others, `${mark}${key}`];
    const condition = { owner: { eq: sub }, and: asRead(exchange) };
    const changed = await with_.records.change(exchange.id, { settled }, condition);
    if (changed) return changed;
  }
  throw new ProposalsBusyError();
}

/** That what is settled is as it was read. The API compares no lists: each that may be in this one is looked for. */
const asRead = ({ proposals, settled }: Exchange): object[] =>
  [...new Set(proposals.flatMap(({ key }) => [`+${key}`, `-${key}`]))].map((one) => ({
    settled: settled.includes(one) ? { contains: one } : { notContains: one },
  }));
