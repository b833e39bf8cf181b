import { defineBackend } from '@aws-amplify/backend';
import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { EnhanceFunction } from '../cdk/enhanceFunction';
import { mayFindOnePerson, maySee, mayStart, mayWork } from '../cdk/grants';
import { guardrailEnvironment, guardrailFor, mayApply } from '../cdk/guardrail';
import { askedGuardrail } from '../cdk/guardrailSettings';
import { arnsOf, mayCallModels } from '../cdk/modelGrants';
import { NOVA, REVIEWER } from '../domain/enhancement/modelRoles';
import { GUARDRAIL } from '../domain/guardrail/policies';
import { geographyOf, judgeOf } from '../lambda/models';
import { auth } from './auth/resource';
import { bounces } from './bounces';
import { caretaker } from './caretaker';
import { data } from './data/resource';
import { historian } from './historian';
import { indexer } from './indexer';
import { remarks } from './remarks';
import { reviewDesk } from './reviewDesk';
import { addReviews } from './reviews';
import { search } from './search';
import { share } from './share';
import { start } from './start';

const backend = defineBackend({
  auth,
  data,
  start,
  share,
  reviewDesk,
  bounces,
  caretaker,
  historian,
  indexer,
  search,
  remarks,
});

const { graphqlApi, cfnResources } = backend.data.resources;
const graphqlUrl = cfnResources.cfnGraphqlApi.attrGraphQlUrl;
// Same stack as the API: in stacks of their own the proxy, the API and the function would form a cycle.
const stack = Stack.of(graphqlApi);

const guardrail = guardrailFor(stack, askedGuardrail(process.env), GUARDRAIL);

// CDK knows the region only while deploying; the profiles must be named before.
const geography = geographyOf(process.env.AWS_REGION ?? process.env.CDK_DEFAULT_REGION ?? 'us-east-1');
const judge = judgeOf(process.env.NEVERMORE_JUDGE_MODEL, geography);

const enhance = new EnhanceFunction(stack, 'Enhance', {
  geography,
  judge,
  graphqlUrl,
  graphqlApiArn: graphqlApi.arn,
  graphqlFields: ['Mutation.updateEnhancement'],
  guardrail,
});

backend.addOutput({
  custom: {
    // So that the page can say who drafts; a local cloud puts in who answers there.
    models: { ...NOVA, pro: judge.name },
    // What `npm run reindex` calls, as whoever may.
    indexer: backend.indexer.resources.lambda.functionName,
  },
});

const mayAsk = (sid: string, fields: readonly string[]) =>
  new PolicyStatement({
    sid,
    actions: ['appsync:GraphQL'],
    resources: fields.map((field) => `${graphqlApi.arn}/types/${field}`),
  });

/** What both functions that start runs need, beside the fields that each asks for. */
function startsRuns(starter: typeof backend.start, name: string, statements: PolicyStatement[]) {
  starter.addEnvironment('GRAPHQL_URL', graphqlUrl);
  starter.addEnvironment('ENHANCE_ARN', enhance.alias.functionArn);
  starter.resources.lambda.role?.attachInlinePolicy(
    new Policy(stack, name, { statements: [...statements, mayStart('StartTheRun', enhance.alias)] }),
  );
}

startsRuns(backend.start, 'StartPermissions', [
  mayAsk('ReadCheckAndRecord', [
    'Query/fields/getPostMortem',
    'Query/fields/getEnhancement',
    'Mutation/fields/createEnhancement',
    'Mutation/fields/updateEnhancement',
  ]),
]);

backend.remarks.addEnvironment('GRAPHQL_URL', graphqlUrl);
backend.remarks.addEnvironment('MODEL_GEOGRAPHY', geography);
for (const [name, value] of Object.entries(guardrail ? guardrailEnvironment(guardrail) : {}))
  backend.remarks.addEnvironment(name, value);
backend.remarks.resources.lambda.role?.attachInlinePolicy(
  new Policy(stack, 'RemarksPermissions', {
    statements: [
      mayAsk('ReadOne', ['Query/fields/getPostMortem']),
      mayCallModels(arnsOf(REVIEWER, geography)),
      ...(guardrail ? [mayApply(guardrail)] : []),
    ],
  }),
);

/** What keeps the memberships in step with the lists of a post-mortem. */
const MEMBERSHIP_FIELDS = [
  'Query/fields/getPostMortem',
  'Query/fields/listMemberships',
  'Mutation/fields/createMembership',
  'Mutation/fields/updateMembership',
  'Mutation/fields/deleteMembership',
] as const;

const { userPool } = backend.auth.resources;
backend.share.addEnvironment('GRAPHQL_URL', graphqlUrl);
backend.share.addEnvironment('USER_POOL_ID', userPool.userPoolId);
backend.share.resources.lambda.role?.attachInlinePolicy(
  new Policy(stack, 'SharePermissions', {
    statements: [
      mayAsk('ReadAndShare', [...MEMBERSHIP_FIELDS, 'Mutation/fields/updatePostMortem']),
      mayFindOnePerson(userPool),
    ],
  }),
);

startsRuns(backend.caretaker, 'CaretakerPermissions', [
  mayAsk('ReadEndAndDeleteRuns', [
    'Query/fields/getPostMortem',
    'Query/fields/enhancementsByStatus',
    'Query/fields/enhancementsByPostMortem',
    'Mutation/fields/updateEnhancement',
    'Mutation/fields/deleteEnhancement',
  ]),
  mayAsk('KeepMemberships', MEMBERSHIP_FIELDS),
  maySee('SeeExecutions', enhance.function),
]);

const {
  PostMortem: postMortems,
  Revision: revisions,
  Comment: comments,
  Upkeep: upkeep,
  SearchEntry: entries,
} = backend.data.resources.tables;
if (!postMortems || !revisions || !comments || !upkeep || !entries)
  throw new Error(
    'The schema has no model PostMortem, Revision, Comment, Upkeep or SearchEntry, which the functions work on.',
  );
// What lies in a bin past its time; its stream then tells those who forget what belonged to it.
for (const model of ['PostMortem', 'Upkeep']) {
  const table = cfnResources.amplifyDynamoDbTables[model];
  if (table) table.timeToLiveAttribute = { attributeName: 'goneAt', enabled: true };
}

backend.share.addEnvironment('UPKEEP_TABLE', upkeep.tableName);
backend.share.resources.lambda.role?.attachInlinePolicy(
  new Policy(stack, 'CountLookups', { statements: [mayWork('CountLookups', upkeep, 'UpdateItem')] }),
);
backend.caretaker.addEnvironment('UPKEEP_TABLE', upkeep.tableName);
backend.caretaker.addEnvironment('POST_MORTEMS_TABLE', postMortems.tableName);
backend.caretaker.resources.lambda.role?.attachInlinePolicy(
  new Policy(stack, 'RepairMemberships', {
    statements: [
      mayWork('SeeWhatIsShared', postMortems, 'Scan'),
      mayWork('RememberTheRound', upkeep, 'GetItem', 'PutItem'),
    ],
  }),
);

backend.caretaker.resources.lambda.addEventSource(
  new DynamoEventSource(postMortems, {
    // Also the changes from while the function could not be called.
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [
      FilterCriteria.filter({ eventName: FilterRule.isEqual('REMOVE') }),
      // Who may see it is in the record. A filter cannot compare the record before with the one after; the
      // function does, and asks for nothing when neither people nor what a list shows has changed.
      FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY') }),
    ],
  }),
);

// A follower of its own, also of deletions: so a history is forgotten in order, after the last save that it holds.
backend.historian.resources.lambda.addEventSource(
  new DynamoEventSource(postMortems, { startingPosition: StartingPosition.TRIM_HORIZON }),
);
backend.historian.addEnvironment('POST_MORTEMS_TABLE', postMortems.tableName);
backend.historian.addEnvironment('REVISIONS_TABLE', revisions.tableName);
backend.historian.resources.lambda.role?.attachInlinePolicy(
  new Policy(stack, 'HistorianPermissions', {
    statements: [
      mayWork('KeepRevisions', revisions, 'Query', 'PutItem', 'BatchWriteItem'),
      mayWork('SeeWhatExists', postMortems, 'GetItem'),
    ],
  }),
);

// What was said about a post-mortem goes with it. The API lets nobody take another one's comment away.
backend.caretaker.addEnvironment('COMMENTS_TABLE', comments.tableName);
backend.caretaker.resources.lambda.role?.attachInlinePolicy(
  new Policy(stack, 'ForgetComments', {
    statements: [mayWork('ForgetComments', comments, 'Query', 'BatchWriteItem')],
  }),
);
// A follower of its own again: a search that is behind must hold up neither the histories nor the memberships.
backend.indexer.resources.lambda.addEventSource(
  new DynamoEventSource(postMortems, { startingPosition: StartingPosition.TRIM_HORIZON }),
);
const searching = (
  searcher: typeof backend.indexer | typeof backend.search,
  name: string,
  { onPostMortems, onEntries }: Record<'onPostMortems' | 'onEntries', string[]>,
) => {
  searcher.addEnvironment('POST_MORTEMS_TABLE', postMortems.tableName);
  searcher.addEnvironment('SEARCH_ENTRIES_TABLE', entries.tableName);
  searcher.resources.lambda.role?.attachInlinePolicy(
    new Policy(stack, name, {
      statements: [
        mayWork('Documents', postMortems, ...onPostMortems),
        mayWork('Index', entries, ...onEntries),
      ],
    }),
  );
};
searching(backend.indexer, 'IndexerPermissions', {
  // A scan enters what was written before there was an index.
  onPostMortems: ['GetItem', 'Scan'],
  onEntries: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
});
searching(backend.search, 'SearchPermissions', {
  onPostMortems: ['BatchGetItem'],
  onEntries: ['Query', 'BatchGetItem'],
});

const { Review: reviews } = backend.data.resources.tables;
if (!reviews) throw new Error('The schema has no model Review, which reviews are kept in.');
const { waiting } = addReviews({
  stack,
  geography,
  graphqlUrl,
  guardrail,
  userPool,
  tables: { reviews, upkeep },
  desk: backend.reviewDesk,
  caretaker: backend.caretaker,
  bounces: backend.bounces,
  mayAsk,
  membershipFields: MEMBERSHIP_FIELDS,
});

backend.addOutput({ custom: { waiting } });
