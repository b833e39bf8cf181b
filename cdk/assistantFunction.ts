import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ASSISTANT } from '../domain/conversation/conversation';
import type { Geography } from '../lambda/models';
import { DurableFunction } from './durableFunction';
import { mayAsk, mayWorkByIndex, type Needs, type Table } from './grants';
import { guardrailEnvironment, mayApply } from './guardrail';
import type { AppliedGuardrail } from './guardrailSettings';
import { arnsOf, mayCallModels } from './modelGrants';

interface AssistantFunctionProps {
  geography: Geography;
  graphqlUrl: string;
  graphqlApiArn: string;
  guardrail: AppliedGuardrail | undefined;
  tables: { postMortems: Table };
  /** What asking the archive takes. */
  retrieval: Needs;
  /** What finding memories takes. */
  memory: Needs;
}

/**
 * The durable Lambda function that answers messages. It reads, and writes nothing but the messages that it answers:
 * what it proposes to change, the person changes, with their own rights.
 */
export class AssistantFunction extends DurableFunction {
  constructor(scope: Construct, id: string, { tables, guardrail, ...props }: AssistantFunctionProps) {
    super(scope, id, {
      description: 'Nevermore: answers one message with tools, and proposes what only a click does.',
      entry: 'lambda/assistant/handler.ts',
      executionTimeout: Duration.minutes(30),
      retentionPeriod: Duration.days(7),
      environment: {
        GRAPHQL_URL: props.graphqlUrl,
        MODEL_GEOGRAPHY: props.geography,
        ...props.retrieval.environment,
        ...props.memory.environment,
        ...(guardrail && guardrailEnvironment(guardrail)),
      },
      statements: [
        mayAsk('ReadAndTell', props.graphqlApiArn, [
          'Query/fields/getPostMortem',
          'Query/fields/messagesByConversation',
          'Query/fields/getConversationMessage',
          'Mutation/fields/updateConversationMessage',
        ]),
        mayWorkByIndex('ReadActions', tables.postMortems, 'Query'),
        ...props.retrieval.statements,
        ...props.memory.statements,
        mayCallModels(arnsOf(ASSISTANT, props.geography)),
        ...(guardrail ? [mayApply(guardrail)] : []),
      ],
    });
  }
}
