import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EnhanceFunction } from '../../cdk/enhanceFunction';
import type { EnhanceFunctionProps } from '../../cdk/enhanceRights';
import { ReviewFunction } from '../../cdk/reviewFunction';
import type { ReviewFunctionProps } from '../../cdk/reviewRights';
import { EnhanceMachine } from '../../docs/step-functions/enhanceMachine';
import { ReviewMachine } from '../../docs/step-functions/reviewMachine';
import { judgeOf } from '../../lambda/models';
import type { Machine } from './definition';

const API = 'arn:aws:appsync:us-east-1:000000000000:apis/abc';
const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/reviews';

const enhancing: EnhanceFunctionProps = {
  geography: 'us',
  judge: judgeOf(undefined, 'us'),
  graphqlUrl: 'https://example.test/graphql',
  graphqlApiArn: API,
  graphqlFields: ['Mutation.updateEnhancement'],
};
const reviewing: ReviewFunctionProps = {
  geography: 'us',
  graphqlUrl: 'https://example.test/graphql',
  userPoolId: 'us-east-1_abc',
  reviewsTable: { tableName: 'reviews', tableArn: TABLE },
  messaging: {
    ...{ mailFrom: 'nevermore@example.com', configurationSet: undefined },
    ...{ webhookUrl: undefined, appUrl: 'https://app.example.com' },
  },
  statements: [
    new PolicyStatement({
      sid: 'ReadAndMove',
      actions: ['appsync:GraphQL'],
      resources: [`${API}/types/Query/fields/getPostMortem`],
    }),
  ],
};

/** A stack of its own. Nothing is bundled. */
const stackOf = (make: (stack: Stack) => unknown): Template => {
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Flow');
  make(stack);
  return Template.fromStack(stack);
};

export const enhanceMachineAlone = () => stackOf((stack) => new EnhanceMachine(stack, 'Enhance', enhancing));

/** Each flow alone in a stack: as a durable function, and as a state machine. */
export function synthesizedFlows() {
  return {
    enhance: {
      durable: stackOf((stack) => new EnhanceFunction(stack, 'Enhance', enhancing)),
      machine: enhanceMachineAlone(),
    },
    review: {
      durable: stackOf((stack) => new ReviewFunction(stack, 'Review', reviewing)),
      machine: stackOf((stack) => new ReviewMachine(stack, 'Review', reviewing)),
    },
  };
}

/** The definition in a template; what it refers to stands as the logical id. */
export function definitionIn(template: Template): Machine {
  const [resource] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
  const joined = resource?.Properties.DefinitionString['Fn::Join'] as [string, unknown[]];
  const text = joined[1].map((part) =>
    typeof part === 'string' ? part : ((part as { Ref?: string }).Ref ?? 'aws'),
  );
  return JSON.parse(text.join('')) as Machine;
}
