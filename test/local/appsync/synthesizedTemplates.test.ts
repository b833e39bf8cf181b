import { AppSyncError, ResolverError } from '../../../local/appsync/errors';
import { runHandler } from '../../../local/appsync/javascript/runtime';
import { ResolverState } from '../../../local/appsync/resolverState';
import { createExtensions, createUtil } from '../../../local/appsync/templateUtil';
import { renderTemplate } from '../../../local/appsync/vtl/render';
import type { Resolver } from '../../../local/assembly';
import { type Assembly, type Handlers, loadAssembly } from '../../../local/assembly';
import { fixtureAssembly, productAssembly } from './synthesized';

const SUB = 'sub-1';
const USER = {
  sub: SUB,
  username: 'ada',
  claims: { sub: SUB, username: 'ada', 'cognito:groups': ['admins'] },
};
const ROLE = {
  userArn: 'arn:aws:sts::0:assumed-role/r/f',
  cognitoIdentityPoolId: null,
  cognitoIdentityId: null,
};
const RECORD = {
  id: '1',
  postMortemId: 'p',
  number: 1,
  title: 'T',
  owner: SUB,
  editors: [SUB],
  team: 'core',
  score: 1,
  secret: 's',
  whose: `person#${SUB}`,
  words: 'said so',
  name: 'Ada',
};
const INPUTS = [
  { input: RECORD, condition: { title: { eq: 'T' } } },
  { input: { id: '1', postMortemId: 'p', number: 1, title: null, team: 'a', score: 2 } },
  {
    ...RECORD,
    filter: { title: { beginsWith: 'T' } },
    limit: 10,
    sortDirection: 'DESC',
    scoreTitle: { ge: { score: 1, title: 'a' } },
    createdAt: { between: ['a', 'b'] },
    startedAt: { beginsWith: '2026' },
    updatedAt: { gt: 'a' },
    text: 'hi',
    status: 'draft',
  },
  {
    ...RECORD,
    text: 'ho',
    number: { le: 3 },
    scoreTitle: { between: [{ score: 1 }, { score: 2, title: 'b' }] },
  },
];

/** Arguments that the schema would let through: model mutations have an input, nothing else has. */
const argumentsOf = ({ typeName, fieldName }: Resolver) =>
  INPUTS.filter(
    (args) => 'input' in args === (typeName === 'Mutation' && /^(create|update|delete)/.test(fieldName)),
  );

const OUTCOMES = [
  { result: RECORD, error: null },
  { result: { items: [RECORD], nextToken: null }, error: null },
  { result: null, error: null },
  { result: null, error: { message: 'No', type: 'DynamoDB:ConditionalCheckFailedException' } },
];

/** Renders one side of one handler in every situation; gives the errors that are the template's own fault. */
function faultsOf(handlers: Handlers, resolver: Resolver, stashes: readonly object[]): string[] {
  const faults: string[] = [];
  for (const side of ['request', 'response'] as const)
    for (const args of argumentsOf(resolver))
      for (const outcome of OUTCOMES)
        for (const stash of stashes)
          for (const [identity, mode] of [
            [USER, 'AMAZON_COGNITO_USER_POOLS'],
            [ROLE, 'AWS_IAM'],
          ] as const) {
            const state = new ResolverState(resolver.typeName, resolver.fieldName, mode);
            const tools = { util: createUtil(state), extensions: createExtensions(state) };
            const own = JSON.parse(JSON.stringify({ args, stash })) as { args: object; stash: object };
            const context = {
              ...own,
              arguments: own.args,
              identity,
              source: { ...RECORD },
              prev: { result: outcome.result },
              request: { headers: {} },
              ...JSON.parse(JSON.stringify(outcome)),
            };
            try {
              if (handlers.runtime === 'VTL') renderTemplate(handlers[side] ?? '{}', context, tools);
              else if (handlers.runtime === 'APPSYNC_JS') runHandler(handlers.code, side, context, tools);
            } catch (error) {
              // Refusals are what many of these templates are for.
              if (error instanceof AppSyncError && !(error instanceof ResolverError)) continue;
              faults.push(`${resolver.typeName}.${resolver.fieldName} ${side}: ${(error as Error).message}`);
            }
          }
  return faults;
}

test.each([
  ["the product's backend", productAssembly],
  ['the test backend', fixtureAssembly],
])(
  'every template of %s renders, for users and roles, with and without results',
  async (_, synthesized) => {
    const assembly: Assembly = loadAssembly(await synthesized());
    const functions = new Map(assembly.api.functions.map((one) => [one.id, one]));
    const faults = new Set<string>();
    for (const resolver of assembly.api.resolvers) {
      const state = new ResolverState(resolver.typeName, resolver.fieldName, 'AWS_IAM');
      const tools = { util: createUtil(state), extensions: createExtensions(state) };
      // Where the owner is a part of the key, the step before the rules leaves the query by it.
      const modelQueryExpression = { expression: '#id = :id', expressionNames: {}, expressionValues: {} };
      const stash: Record<string, unknown> = { modelQueryExpression };
      // The resolver's own template fills the stash that its functions read.
      if (resolver.handlers.runtime === 'VTL') {
        renderTemplate(resolver.handlers.request ?? '{}', { stash, args: {} }, tools);
      }
      const steps =
        resolver.kind === 'PIPELINE' ? resolver.functionIds.map((id) => functions.get(id)?.handlers) : [];
      const stashes = [stash, { ...stash, hasAuth: true, authFilter: { or: [{ owner: { eq: SUB } }] } }];
      for (const handlers of [resolver.handlers, ...steps]) {
        for (const fault of handlers ? faultsOf(handlers, resolver, stashes) : []) faults.add(fault);
      }
    }
    expect([...faults]).toEqual([]);
  },
  120_000,
);
