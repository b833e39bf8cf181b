import type { BatchWriteItemCommandInput, QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { forgetCommentsIn } from '../../../lambda/caretaker/comments';
import { forgetDeleted, forgetRunsIn, type StreamRecord } from '../../../lambda/caretaker/forget';
import type { DynamoDb } from '../../../lambda/dynamodb';

/** Runs by post-mortem, and the post-mortems that exist. */
function stored(runs: Record<string, string[]>, existing: string[] = []) {
  const left = new Map(Object.entries(runs));
  return {
    left,
    runs: {
      postMortemExists: async (id: string) => existing.includes(id),
      ofPostMortem: async function* (id: string) {
        for (const run of left.get(id) ?? []) yield { id: run };
      },
      delete: async (id: string) => {
        for (const [postMortem, ids] of left) {
          left.set(
            postMortem,
            ids.filter((one) => one !== id),
          );
        }
      },
    },
  };
}

const deleted = (id: string): StreamRecord => ({
  eventName: 'REMOVE',
  dynamodb: { Keys: { id: { S: id } } },
});

test('a deleted post-mortem takes its runs with it, and no others', async () => {
  const { left, runs } = stored({ gone: ['1', '2', '3'], stays: ['4'] });
  await forgetDeleted([deleted('gone')], runs, forgetRunsIn(runs));
  expect(Object.fromEntries(left)).toEqual({ gone: [], stays: ['4'] });
});

test('a post-mortem that was brought back keeps its runs', async () => {
  const { left, runs } = stored({ back: ['1'] }, ['back']);
  await forgetDeleted([deleted('back')], runs, forgetRunsIn(runs));
  expect(Object.fromEntries(left)).toEqual({ back: ['1'] });
});

test('saves delete nothing, nor do records without a key', async () => {
  const { left, runs } = stored({ saved: ['1'] });
  await forgetDeleted(
    [{ eventName: 'MODIFY', dynamodb: { Keys: { id: { S: 'saved' } } } }, { eventName: 'REMOVE' }, {}],
    runs,
    forgetRunsIn(runs),
  );
  expect(Object.fromEntries(left)).toEqual({ saved: ['1'] });
});

/** A table of comments that answers in pages of two and takes one deletion less than it is offered, once. */
function table(comments: Record<string, string[]>) {
  const left = new Map(Object.entries(comments));
  let isTired = true;
  const dynamoDb = async (operation: string, request: object) => {
    if (operation === 'Query') {
      const { ExpressionAttributeValues: values, ExclusiveStartKey: after } = request as QueryCommandInput;
      const ids = left.get(values?.[':id']?.S ?? '') ?? [];
      const from = after ? ids.indexOf(after.id?.S ?? '') + 1 : 0;
      const Items = ids.slice(from, from + 2).map((id) => ({ postMortemId: values?.[':id'], id: { S: id } }));
      return { Items, LastEvaluatedKey: from + 2 < ids.length ? Items.at(-1) : undefined };
    }
    if (operation !== 'BatchWriteItem') throw new Error('An unknown operation.');
    const requests = (request as BatchWriteItemCommandInput).RequestItems?.comments ?? [];
    const taken = isTired ? requests.slice(1) : requests;
    const UnprocessedItems = isTired ? { comments: requests.slice(0, 1) } : {};
    isTired = false;
    for (const { DeleteRequest: request } of taken) {
      const of = request?.Key?.postMortemId?.S ?? '';
      left.set(
        of,
        (left.get(of) ?? []).filter((id) => id !== request?.Key?.id?.S),
      );
    }
    return { UnprocessedItems };
  };
  return { left, forget: forgetCommentsIn(dynamoDb as DynamoDb, 'comments') };
}

test('a deleted post-mortem takes its comments with it, also those that a busy table takes later', async () => {
  const { left, forget } = table({ gone: ['a', 'b', 'c', 'd', 'e'], stays: ['f'], back: ['g'] });
  const { runs } = stored({}, ['stays', 'back']);
  await forgetDeleted([deleted('gone'), deleted('back'), { eventName: 'MODIFY' }], runs, forget);
  expect(Object.fromEntries(left)).toEqual({ gone: [], stays: ['f'], back: ['g'] });
});
