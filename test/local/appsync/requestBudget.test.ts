import { RequestBudget } from '../../../local/appsync/requestBudget';

const refusal = (errorType: string) => expect.objectContaining({ errorType });

afterEach(() => {
  jest.useRealTimers();
});

it('one request executes 10,000 resolvers and no more, as on AppSync', async () => {
  const budget = new RequestBudget();
  const runs = Array.from({ length: 10_001 }, (_, index) => budget.run(async () => index));
  const last = runs.pop();
  await expect(last).rejects.toEqual(refusal('ResolverExecutionLimitReached'));
  expect(await Promise.all(runs)).toHaveLength(10_000);
  budget.end();
});

it('between two resolvers of a request comes what has arrived from others', async () => {
  const budget = new RequestBudget();
  const order: string[] = [];
  const runs = Array.from({ length: 100 }, (_, index) =>
    budget.run(async () => order.push(`resolver ${index}`)),
  );
  setImmediate(() => order.push('somebody else'));
  await Promise.all(runs);
  expect(order.indexOf('somebody else')).toBeLessThan(10);
  budget.end();
});

it('a request ends after 30 seconds, also while a resolver still waits', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const budget = new RequestBudget();
  const endless = budget.run(() => new Promise(() => {}));
  jest.advanceTimersByTime(29_999);
  await expect(budget.run(async () => 'in time')).resolves.toBe('in time');
  jest.advanceTimersByTime(1);
  await expect(endless).rejects.toEqual(refusal('ExecutionTimeout'));
  const begun = jest.fn();
  await expect(budget.run(begun)).rejects.toEqual(refusal('ExecutionTimeout'));
  expect(begun).not.toHaveBeenCalled();
});
