import { emptyPostMortem } from '../../../domain/postMortem';
import { readPostMortem } from '../../../domain/postMortem/stored';
import type { DynamoDb } from '../../../lambda/dynamodb';
import { reviewsIn } from '../../../lambda/humanReview/records';
import { itemOf } from '../../../lambda/plainValue';
import { accessIn } from '../../../lambda/reviewDesk/access';
import { desk } from '../../../lambda/reviewDesk/desk';
import type { WholeDocument } from '../../../lambda/wholeDocument';
import { memoryTable } from '../review/memoryTable';

export const POOL = 'https://pool';
export const NOW = new Date('2026-03-02T10:00:00.000Z');

interface Asked {
  RequestItems: { postMortems: { Keys: { id: { S: string } }[] } };
}

/** A desk with everything in memory. `who` is a signed-in person, by their id. */
export function atDesk(more: Partial<WholeDocument> = {}) {
  const document: WholeDocument = {
    ...readPostMortem({
      ...emptyPostMortem('The raven tapped'),
      id: 'pm-1',
      owner: 'ann',
      editors: ['edgar'],
      commenters: ['ben'],
      revision: 1,
      ...more,
    }),
    audience: [],
    ...more,
  };
  const { dynamoDb } = memoryTable();
  const options = {
    ...{ failing: false, known: new Set(['ann', 'edgar', 'ben', 'cleo', 'otto']) },
    /** Comes between somebody's calls of the table. */
    meanwhile: async (): Promise<void> => {},
  };
  const records = reviewsIn('reviews', async (operation, request) => {
    await options.meanwhile();
    return dynamoDb(operation, request);
  });
  const started: [string, unknown][] = [];
  const woken: string[] = [];
  const looked: string[] = [];
  const handler = desk({
    records,
    document: async (id) => (id === document.id ? structuredClone(document) : undefined),
    accessOf: accessIn('postMortems', (async (_operation: string, { RequestItems }: Asked) => ({
      Responses: {
        postMortems: RequestItems.postMortems.Keys.filter(({ id }) => id.S === document.id).map(() => {
          const { id, owner, editors, commenters, readers, audience } = document;
          return itemOf({ id, owner, editors, commenters, readers, audience });
        }),
      },
    })) as DynamoDb),
    findPerson: async (person) => {
      const id = person.replace('@example.com', '');
      looked.push(id);
      return options.known.has(id) ? { id, email: `${id}@example.com` } : undefined;
    },
    countLookup: async () => {},
    startReview: async (name, payload) => {
      if (options.failing) throw new Error('Lambda is away');
      started.push([name, payload]);
    },
    wakeUp: async (callbackId) => {
      woken.push(callbackId);
    },
    waiting: { review: 432_000, followUp: 172_800 },
    newId: () => 'review-1',
    now: () => NOW,
    warn: () => {},
  });
  const ask = async (who: string, fieldName: string, input: object, issuer = POOL) =>
    (await handler({
      fieldName,
      identity: { sub: who, issuer },
      arguments: input as Record<string, unknown>,
      // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
    })) as any;
  /** The ids of what a list holds for somebody. */
  const listed = async (who: string, list: 'reviewsToDecide' | 'reviewsSubmitted'): Promise<string[]> =>
    (await ask(who, list, {})).map(({ id }: { id: string }) => id);
  const submit = (who: string, input: object = {}) =>
    ask(who, 'submitForReview', { postMortemId: 'pm-1', ...input });
  const decide = (who: string, outcome: string, comment = '', input: object = {}) =>
    ask(who, 'decideReview', { reviewId: 'review-1', outcome, comment, ...input });
  /** As the workflow would have it after the first steps. */
  const wait = async () => {
    await records.awaitWord('review-1', 'callback-1', {});
    if (document.status === 'DRAFT') document.status = 'IN_REVIEW';
  };
  const put = (item: object) => dynamoDb('PutItem', { TableName: 'reviews', Item: itemOf(item) });
  return { put, ask, listed, submit, decide, wait, document, records, started, woken, looked, options };
}

/** What somebody is told who may not. */
export const refusal = (name: string, message: RegExp) => ({ name, message: expect.stringMatching(message) });
