import type { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { startExecutionThrough } from '../../../lambda/durable/startExecution';
import { type AttributeValue, attributeOf, plainValue } from '../../../lambda/plainValue';

/** As DynamoDB may tell it again: what a map holds has no order there. */
const reordered = (value: AttributeValue): AttributeValue => {
  if (Array.isArray(value.L)) return { L: value.L.map(reordered) };
  if (typeof value.M !== 'object' || value.M === null) return value;
  const entries = Object.entries(value.M as Record<string, AttributeValue>).reverse();
  return { M: Object.fromEntries(entries.map(([name, one]) => [name, reordered(one)])) };
};

/** Lambda, which takes a name a second time with the same payload only. */
function lambda() {
  const started = new Map<string, string>();
  const send = async ({ input }: InvokeCommand) => {
    const [name, payload] = [String(input.DurableExecutionName), String(input.Payload)];
    if (started.has(name) && started.get(name) !== payload)
      throw Object.assign(new Error(name), { name: 'DurableExecutionAlreadyStartedException' });
    started.set(name, payload);
  };
  return { started, client: { send } as unknown as LambdaClient };
}

test('an execution whose start is repeated from its record is the same one, in whatever order the table tells it', async () => {
  const request = {
    reviewId: 'r',
    submittedBy: { id: 'ann', name: 'ann@example.com' },
    reviewers: [
      { id: 'ben', name: 'ben@example.com' },
      { id: 'cleo', name: 'cleo@example.com' },
    ],
    waiting: { review: 432_000, followUp: 172_800 },
    ...{ 10: 'numbers', theme: 'addams', note: null, missing: undefined },
  };
  const { started, client } = lambda();
  const start = startExecutionThrough<unknown>('arn:live', client);
  await start('r', request);
  await start('r', plainValue(reordered(attributeOf(request))));
  expect(JSON.parse(String(started.get('r')))).toEqual(JSON.parse(JSON.stringify(request)));
  // Another request is another one still, and so is a list in another order.
  for (const other of [
    { ...request, theme: 'professional' },
    { ...request, reviewers: request.reviewers.toReversed() },
  ])
    await expect(start('r', other)).rejects.toThrow('r');
});
