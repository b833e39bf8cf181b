import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { EnhanceFunction } from '../../cdk/enhanceFunction';
import type { AppliedGuardrail } from '../../cdk/guardrailSettings';
import { GEOGRAPHIES, judgeOf, MODELS } from '../../lambda/models';

const API = 'arn:aws:appsync:eu-west-1:000000000000:apis/abc';

function synthesized(guardrail?: AppliedGuardrail, judge?: string) {
  // Bundling is the backend test's business; without it this test takes a second instead of ten.
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new Stack(app, 'Test');
  new EnhanceFunction(stack, 'Enhance', {
    geography: 'eu',
    judge: judgeOf(judge, 'eu'),
    graphqlUrl: 'https://example.test/graphql',
    graphqlApiArn: API,
    graphqlFields: ['Mutation.updateEnhancement'],
    ...(guardrail && { guardrail }),
  });
  return Template.fromStack(stack);
}

const template = synthesized();
const statement = (sid: string, of = template) => {
  const policies = Object.values(of.findResources('AWS::IAM::Policy'));
  return policies
    .flatMap((policy) => policy.Properties.PolicyDocument.Statement as Array<Record<string, unknown>>)
    .find(({ Sid }) => Sid === sid);
};

it('is a durable function on Node.js 22 and arm64: an hour to run, fourteen days of history', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs22.x',
    Architectures: ['arm64'],
    DurableConfig: { ExecutionTimeout: 3600, RetentionPeriodInDays: 14 },
    FunctionName: Match.absent(),
  });
});

it('is invoked through the alias "live" of a version, as durable functions must be', () => {
  template.resourceCountIs('AWS::Lambda::Version', 1);
  template.hasResourceProperties('AWS::Lambda::Alias', { Name: 'live' });
});

it('keeps the versions that executions under way are pinned to: a deployment makes another and removes none', () => {
  const versionOf = (one: Template) => Object.entries(one.findResources('AWS::Lambda::Version'));
  const [[before, resource] = []] = versionOf(template);
  const [[after] = []] = versionOf(synthesized({ id: 'gr-1', version: '1', name: 'gr-1' }));
  expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  expect(after).not.toBe(before);
});

it('may do the two checkpoint actions, on itself only', () => {
  const { Action, Resource } = statement('CheckpointOwnExecutions') as Record<string, unknown>;
  expect(Action).toEqual(['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState']);
  expect(JSON.stringify(Resource)).toMatch(/^\[\{"Fn::GetAtt":\["EnhanceFunction\w+","Arn"\]\}/);
});

it('may invoke exactly the profiles and models that it calls, in the regions they route to', () => {
  const { Action, Resource } = statement('CallTheModels') as { Action: string; Resource: unknown[] };
  expect(Action).toBe('bedrock:InvokeModel');
  const arns = Resource.map((arn) => JSON.stringify(arn));
  const models = Object.values(MODELS);
  expect(arns).toHaveLength(models.length * (1 + GEOGRAPHIES.eu.regions.length));
  for (const { foundationModel } of models) {
    expect(arns.filter((arn) => arn.includes(`inference-profile/eu.${foundationModel}`))).toHaveLength(1);
    expect(arns.filter((arn) => arn.includes(`::foundation-model/${foundationModel}`))).toHaveLength(
      GEOGRAPHIES.eu.regions.length,
    );
  }
});

it('may invoke the judge that the deployment chose in place of Nova Pro, and is told of it', () => {
  const own = synthesized(undefined, 'eu.anthropic.claude-sonnet-4-20250514-v1:0');
  const arns = (statement('CallTheModels', own) as { Resource: unknown[] }).Resource.map((arn) =>
    JSON.stringify(arn),
  );
  expect(arns.filter((arn) => arn.includes('nova-pro'))).toEqual([]);
  expect(
    arns.filter((arn) => arn.includes('inference-profile/eu.anthropic.claude-sonnet-4-20250514-v1:0')),
  ).toHaveLength(1);
  expect(
    arns.filter((arn) => arn.includes('*::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0')),
  ).toHaveLength(1);
  own.hasResourceProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: Match.objectLike({ JUDGE_MODEL: 'eu.anthropic.claude-sonnet-4-20250514-v1:0' }),
    },
  });
});

it('may call one field of the API', () => {
  expect(statement('PublishProgress')?.Resource).toBe(`${API}/types/Mutation/fields/updateEnhancement`);
});

it('holds no right on everything, and no managed policy that has one', () => {
  const roles = template.findResources('AWS::IAM::Role', {
    Properties: { ManagedPolicyArns: Match.anyValue() },
  });
  expect(Object.keys(roles)).toEqual([]);
  for (const policy of Object.values(template.findResources('AWS::IAM::Policy'))) {
    for (const { Resource } of policy.Properties.PolicyDocument.Statement) expect(Resource).not.toBe('*');
  }
});

it('applies a guardrail when the deployment names one, and may apply that one only', () => {
  const guarded = synthesized({ id: 'gr1', version: '3', name: 'Ours' });
  guarded.hasResourceProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: Match.objectLike({ GUARDRAIL_ID: 'gr1', GUARDRAIL_VERSION: '3', GUARDRAIL_NAME: 'Ours' }),
    },
  });
  const { Action, Resource } = statement('ApplyTheGuardrail', guarded) as Record<string, unknown>;
  expect(Action).toBe('bedrock:ApplyGuardrail');
  expect(JSON.stringify(Resource)).toMatch(/":guardrail\/gr1"\]\]\}$/);
  expect(JSON.stringify(template.toJSON())).not.toContain('guardrail');
});

it('applies a guardrail of another account by its ARN', () => {
  const arn = 'arn:aws:bedrock:eu-west-1:000000000001:guardrail/gr1';
  expect(
    statement('ApplyTheGuardrail', synthesized({ id: arn, version: '3', arn, name: arn }))?.Resource,
  ).toBe(arn);
});

it('raises an alarm on errors and on throttling', () => {
  for (const MetricName of ['Errors', 'Throttles']) {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName,
      TreatMissingData: 'notBreaching',
    });
  }
});
