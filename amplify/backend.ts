import { defineBackend } from '@aws-amplify/backend';
import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { EnhanceFunction } from '../cdk/enhanceFunction';
import { NOVA } from '../domain/models';
import { geographyOf, judgeOf } from '../lambda/models';
import { auth } from './auth/resource';
import { caretaker } from './caretaker';
import { data } from './data/resource';
import { start } from './start';

const backend = defineBackend({ auth, data, start, caretaker });

const { graphqlApi, cfnResources } = backend.data.resources;
const graphqlUrl = cfnResources.cfnGraphqlApi.attrGraphQlUrl;
// Same stack as the API: in stacks of their own the proxy, the API and the function would form a cycle.
const stack = Stack.of(graphqlApi);

const { NEVERMORE_GUARDRAIL_ID: guardrailId, NEVERMORE_GUARDRAIL_VERSION: guardrailVersion } = process.env;

// CDK knows the region only while deploying; the profiles must be named before.
const geography = geographyOf(process.env.AWS_REGION ?? process.env.CDK_DEFAULT_REGION ?? 'us-east-1');
const judge = judgeOf(process.env.NEVERMORE_JUDGE_MODEL, geography);

const enhance = new EnhanceFunction(stack, 'Enhance', {
  geography,
  judge,
  graphqlUrl,
  graphqlApiArn: graphqlApi.arn,
  graphqlFields: ['Mutation.updateEnhancement'],
  ...(guardrailId && { guardrail: { id: guardrailId, version: guardrailVersion ?? 'DRAFT' } }),
});

// So that the page can say who drafts; a local cloud puts in who answers there.
backend.addOutput({ custom: { models: { ...NOVA, pro: judge.name } } });

backend.start.addEnvironment('GRAPHQL_URL', graphqlUrl);
backend.start.addEnvironment('ENHANCE_ARN', enhance.alias.functionArn);
backend.start.resources.lambda.role?.attachInlinePolicy(
  new Policy(stack, 'StartPermissions', {
    statements: [
      new PolicyStatement({
        sid: 'ReadCheckAndRecord',
        actions: ['appsync:GraphQL'],
        resources: [
          'Query/fields/getPostMortem',
          'Query/fields/getEnhancement',
          'Mutation/fields/createEnhancement',
          'Mutation/fields/updateEnhancement',
        ].map((field) => `${graphqlApi.arn}/types/${field}`),
      }),
      new PolicyStatement({
        sid: 'StartTheRun',
        actions: ['lambda:InvokeFunction'],
        resources: [enhance.alias.functionArn],
      }),
    ],
  }),
);

backend.caretaker.addEnvironment('GRAPHQL_URL', graphqlUrl);
backend.caretaker.addEnvironment('ENHANCE_ARN', enhance.alias.functionArn);
backend.caretaker.resources.lambda.role?.attachInlinePolicy(
  new Policy(stack, 'CaretakerPermissions', {
    statements: [
      new PolicyStatement({
        sid: 'ReadEndAndDeleteRuns',
        actions: ['appsync:GraphQL'],
        resources: [
          'Query/fields/getPostMortem',
          'Query/fields/enhancementsByStatus',
          'Query/fields/enhancementsByPostMortem',
          'Mutation/fields/updateEnhancement',
          'Mutation/fields/deleteEnhancement',
        ].map((field) => `${graphqlApi.arn}/types/${field}`),
      }),
      new PolicyStatement({
        sid: 'SeeExecutions',
        actions: ['lambda:ListDurableExecutionsByFunction'],
        resources: [enhance.function.functionArn],
      }),
      new PolicyStatement({
        sid: 'StartTheRun',
        actions: ['lambda:InvokeFunction'],
        resources: [enhance.alias.functionArn],
      }),
    ],
  }),
);
const postMortems = backend.data.resources.tables.PostMortem;
if (!postMortems)
  throw new Error('The schema has no model PostMortem, whose deletions the caretaker follows.');
backend.caretaker.resources.lambda.addEventSource(
  new DynamoEventSource(postMortems, {
    // Deletions only; also those from while the function could not be called.
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('REMOVE') })],
  }),
);
