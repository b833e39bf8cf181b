import {
  type Decision,
  fingerprintOf,
  type ReviewOutcome,
  type ReviewRequest,
} from '../../../domain/humanReview';
import { type ActionItem, emptyPostMortem } from '../../../domain/postMortem';
import { readPostMortem } from '../../../domain/postMortem/stored';
import type { DynamoDb } from '../../../lambda/dynamodb';
import { deliverIn, type Send } from '../../../lambda/humanReview/deliveries';
import type { Move } from '../../../lambda/humanReview/documents';
import { reviewsIn, type StoredReview } from '../../../lambda/humanReview/records';
import type { Collaborators } from '../../../lambda/review/collaborators';
import { movesOf } from '../../../lambda/review/document';
import { postTo } from '../../../lambda/review/people';
import { reviewWorkflow } from '../../../lambda/review/workflow';
import type { WholeDocument } from '../../../lambda/wholeDocument';
import { type Crash, DurableService, type Operation } from '../durableService';
import { memoryTable } from './memoryTable';

export const AUTHOR = { id: 'ann', name: 'ann@example.com' };
export const REVIEWER = { id: 'ben', name: 'ben@example.com' };
export const START = '2026-03-02T10:00:00.000Z';
const DAY = 86_400;

export const action = (text: string, dueDate = '', more: Partial<ActionItem> = {}): ActionItem => ({
  ...{ text, dueDate, owner: '', done: false },
  ...more,
});

const documentOf = (actions: ActionItem[]): WholeDocument => ({
  ...readPostMortem({
    ...emptyPostMortem('The raven tapped at the database'),
    id: 'pm-1',
    owner: AUTHOR.id,
    summary: 'Checkout was down from 14:02 to 14:25 UTC.',
    actionItems: actions,
    revision: 3,
  }),
  audience: [],
});

export interface Script {
  /** What is said while it waits, in the order of the waits: an outcome, or nothing until the time is over. */
  words: ReadonlyArray<ReviewOutcome | null>;
  actions?: ActionItem[];
  crash?: Crash;
  /** Whether somebody decides before the workflow waits at all. */
  early?: boolean;
  /** Changes the document or the record at the so-manieth wait of a follow-up, from 0. */
  onWait?: (world: World, wait: number) => Promise<void> | void;
  send?: Send;
  reviewers?: ReviewRequest['reviewers'];
  /** The name of the team's channel. */
  channel?: string;
  /** While a message is on its way. */
  onSend?: (world: World, which: { review: string; message: string }) => Promise<void>;
  /** What an earlier version of the workflow has left of this execution. */
  stored?: Operation[];
  /** Changes the world before the workflow begins, before somebody decides, and after that. */
  atStart?: (world: World) => Promise<void> | void;
  beforeWord?: (world: World) => void;
  afterWord?: (world: World) => void;
}

/** Everything around the workflow, in memory. */
export interface World {
  document: WholeDocument | undefined;
  records: ReturnType<typeof reviewsIn>;
  review(): Promise<StoredReview>;
  decide(outcome: ReviewOutcome): Promise<Decision>;
  sent: { to: string; subject: string; text: string; tag: string }[];
  /** Every status that the document was moved to. */
  moves: Move[];
  now: Date;
  dynamoDb: DynamoDb;
}

/**
 * A world with a review that nobody has begun, and what that is begun with.
 * @param wake how what waits is woken
 */
export async function newWorld(script: Script, wake: (callbackId: string) => void) {
  const actions = script.actions ?? [];
  const table = memoryTable();
  const records = reviewsIn('reviews', table.dynamoDb);
  const world: World = {
    document: documentOf(actions),
    records,
    review: async () => (await records.get('review-1')) as StoredReview,
    sent: [],
    moves: [],
    now: new Date(START),
    dynamoDb: table.dynamoDb,
    decide: async (outcome) => {
      const decided = await records.decide('review-1', {
        ...{ outcome, by: REVIEWER, at: world.now.toISOString(), comment: 'Read.' },
        fingerprint: world.document ? fingerprintOf(world.document) : '',
      });
      const { callbackId } = await world.review();
      if (callbackId) wake(callbackId);
      return decided;
    },
  };
  const request: ReviewRequest = {
    ...{ reviewId: 'review-1', postMortemId: 'pm-1', issuer: 'https://pool', submittedAt: START },
    submittedBy: AUTHOR,
    reviewers: script.reviewers ?? [REVIEWER],
    fingerprint: fingerprintOf(documentOf(actions)),
    theme: 'professional',
    waiting: { review: 5 * DAY, followUp: 2 * DAY },
  };
  await records.create(recordOf(request));
  return { world, request };
}

/** Runs a review to its end, as often as its process dies. */
export async function runReview(script: Script) {
  const wake = (callbackId: string) => {
    service.answer(callbackId);
  };
  const { world, request } = await newWorld(script, wake);
  const service = new DurableService(request, script.crash, script.stored);
  await script.atStart?.(world);
  if (script.early) await world.decide(script.words[0] as ReviewOutcome);

  let [words, waits] = [0, 0];
  for (let turn = 0; turn < 200; turn += 1) {
    // A new process each time: nothing lives on but what is stored.
    const answer = await service.invoke(reviewWorkflow(collaboratorsOf(world, script, wake)) as never);
    if (answer === 'died') continue;
    if (answer.Status !== 'PENDING') return { answer, world, service, review: await world.review() };
    const isAsked = service.waiting('CALLBACK').length > 0;
    const word = isAsked ? script.words[words] : null;
    if (isAsked) words += 1;
    else if (service.waiting('WAIT').length > 0) {
      await script.onWait?.(world, waits);
      waits += 1;
    }
    if (word) {
      script.beforeWord?.(world);
      await world.decide(word);
      script.afterWord?.(world);
    } else world.now = new Date(world.now.getTime() + service.letTimePass() * 1_000);
  }
  throw new Error('The review does not end.');
}

export function collaboratorsOf(
  world: World,
  script: Script,
  wake: (callbackId: string) => void,
): Collaborators {
  const now = () => world.now;
  const document = async () => world.document && structuredClone(world.document);
  const send: Send = async ({ to }, { subject, text }, which) => {
    await script.send?.({ channel: 'mail', to }, { subject, text }, which);
    await script.onSend?.(world, which);
    world.sent.push({ to, subject, text, tag: `${which.review}.${which.message}` });
  };
  const moves = movesOf(
    {
      get: document,
      move: async (seen, move) => {
        if (!world.document || world.document.revision !== seen.revision) return false;
        world.moves.push(move);
        Object.assign(world.document, {
          ...{ status: move.status, statusBy: move.by, statusAt: move.at },
          audience: move.audience === null || world.document.isPrivate ? [] : [move.audience],
          commenters: [...world.document.commenters, ...(move.commenters ?? [])],
          revision: seen.revision + 1,
        });
        return true;
      },
    },
    async () => {},
  );
  return {
    now,
    records: world.records,
    document,
    ...moves,
    check: () => [{ kind: 'empty', where: 'impact', message: 'Impact is empty.' }],
    findRelated: async () => [{ id: 'pm-9', title: 'An older one', why: 'same service, checkout' }],
    findSimilar: async () => [
      { id: 'pm-8', title: 'A better one', why: 'Nothing is said against its Impact' },
    ],
    post: postTo({
      deliver: deliverIn('reviews', world.dynamoDb, send, now),
      findPerson: async (person) => ({ id: person, email: `${person}@example.com` }),
      memberships: { of: async () => [] },
      document,
      review: world.records.get,
      channel: script.channel,
      hasMail: true,
      appUrl: 'https://app.example.com',
    }),
    writeFollowUp: async (_request, _title, { actions }) => ({
      text: actions.map(({ text }) => text).join('\n'),
      writtenBy: 'a script',
      why: '',
    }),
    wakeUp: async (callbackId) => wake(callbackId),
  };
}

const recordOf = (request: ReviewRequest): StoredReview => ({
  id: request.reviewId,
  postMortemId: request.postMortemId,
  title: 'The raven tapped at the database',
  documentOwner: AUTHOR.id,
  submittedBy: request.submittedBy,
  submittedAt: request.submittedAt,
  reviewers: request.reviewers,
  message: '',
  fingerprint: request.fingerprint,
  stage: 'SUBMITTED',
  progress: 0,
  dueAt: '2026-03-07T10:00:00.000Z',
  remindAt: '2026-03-04T22:00:00.000Z',
  note: '',
  remarks: [],
  pointers: [],
  followUps: [],
  steps: [],
  sent: {},
  request,
});
