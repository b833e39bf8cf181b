import { runHandler } from '../../../local/appsync/javascript/runtime';
import { ResolverState } from '../../../local/appsync/resolverState';
import { createExtensions, createUtil } from '../../../local/appsync/templateUtil';

const run = (code: string, side: 'request' | 'response' = 'request', context: object = {}) => {
  const state = new ResolverState('Query', 'thing', 'AMAZON_COGNITO_USER_POOLS');
  const tools = { util: createUtil(state), extensions: createExtensions(state) };
  return runHandler(code, side, context, tools);
};

/** What `request` returns when its body is the expression. */
const returned = (expression: string, context: object = {}) =>
  run(
    `import { util, runtime, extensions } from '@aws-appsync/utils';
     import * as ddb from '@aws-appsync/utils/dynamodb';
     export function request(ctx) { return ${expression}; }`,
    'request',
    context,
  ).value;

test('the DynamoDB helpers write the requests that AppSync sends', () => {
  expect(returned("ddb.get({ key: { id: '1' } })")).toEqual({
    operation: 'GetItem',
    key: { id: { S: '1' } },
  });
  expect(
    returned("ddb.put({ key: { id: '1' }, item: { n: 2 }, condition: { id: { attributeExists: false } } })"),
  ).toEqual({
    operation: 'PutItem',
    key: { id: { S: '1' } },
    attributeValues: { n: { N: '2' } },
    condition: {
      expression: 'attribute_not_exists(#id)',
      expressionNames: { '#id': 'id' },
      expressionValues: {},
    },
  });
  expect(
    returned(
      "ddb.update({ key: { id: '1' }, update: { a: 1, b: ddb.operations.increment(2), c: ddb.operations.remove(), d: ddb.operations.add(3), e: ddb.operations.append(['x']) } })",
    ),
  ).toMatchObject({
    operation: 'UpdateItem',
    update: {
      expression:
        'SET #update_0 = :update_0, #update_1 = #update_1 + :update_1, ' +
        '#update_4 = list_append(#update_4, :update_4) ADD #update_3 :update_3 REMOVE #update_2',
      expressionValues: { ':update_0': { N: '1' }, ':update_4': { L: [{ S: 'x' }] } },
    },
  });
  expect(returned("ddb.remove({ key: { id: '1' } })")).toMatchObject({ operation: 'DeleteItem' });
  expect(returned("ddb.query({ query: { id: { eq: '1' } }, index: 'byId', limit: 3 })")).toMatchObject({
    operation: 'Query',
    index: 'byId',
    limit: 3,
    query: { expression: '#id = :eq_0_id' },
  });
  expect(returned('ddb.scan({ filter: { a: { gt: 1 } } })')).toMatchObject({ operation: 'Scan' });
});

test('a handler that is left out lets the result through', () => {
  expect(run('export const request = () => 1;', 'response', { result: { a: 1 } }).value).toEqual({ a: 1 });
  expect(run('export const response = () => 1;', 'request').value).toEqual({});
});

test('an early return and an error end a handler as they do on AppSync', () => {
  const code = (statement: string) =>
    `import { util, runtime } from '@aws-appsync/utils'; export function request() { ${statement} }`;
  expect(run(code('runtime.earlyReturn({ a: 1 })'))).toEqual({ value: { a: 1 }, returned: true });
  expect(() => run(code("util.error('No', 'Kind', { a: 1 })"))).toThrow(
    expect.objectContaining({ message: 'No', errorType: 'Kind', data: { a: 1 } }),
  );
  expect(() => run(code('util.unauthorized()'))).toThrow(/Not Authorized to access thing on type Query/);
});

test.each<[string, RegExp]>([
  ['util.nonsense()', /\$util\.nonsense is not supported/],
  ['util.time.nowFormatted()', /\$util\.time\.nowFormatted is not supported/],
  ['extensions.evictFromApiCache()', /\$extensions\.evictFromApiCache is not supported/],
  ['ddb.batchPut({})', /batchPut/],
  ['ctx.missing.field', /handler failed: Cannot read/],
])('%s fails by name', (expression, message) => {
  expect(() => returned(expression)).toThrow(message);
});

test('a handler has the language and AppSync, nothing of this machine', () => {
  for (const name of ['process', 'fetch', 'setTimeout', 'globalThis.process']) {
    expect(() => returned(`${name}.toString()`)).toThrow(/handler failed/);
  }
  expect(() => run("import fs from 'node:fs'; export const request = () => fs.readdirSync('/');")).toThrow(
    /import of node:fs in a JavaScript handler is not supported/,
  );
});

test('code that does not compile, or never ends, is an error and not a hanging server', () => {
  expect(() => run('export function request( {')).toThrow(/cannot be compiled/);
  expect(() => run('export function request() { for (;;) {} }')).toThrow(/handler failed: .*timed out/);
});
