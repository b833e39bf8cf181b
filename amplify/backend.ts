import { defineBackend } from '@aws-amplify/backend';
import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EnhanceFunction } from '../cdk/enhanceFunction';
import { NOVA } from '../domain/models';
import { geographyOf, judgeOf } from '../lambda/models';
import { auth } from './auth/resource';
import { data } from './data/resource';
import { start } from './start';

const backend = defineBackend({ auth, data, start });

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
