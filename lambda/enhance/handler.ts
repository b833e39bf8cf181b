import { type DurableExecutionHandler, withDurableExecution } from '@aws/durable-execution-sdk-js';
import type { EnhancementRequest } from '../../domain/enhancement';
import { signedGraphql } from '../appsync';
import { bedrockConverse } from '../bedrock';
import { required } from '../environment';
import { guardrailOf } from '../guardrail';
import { type Geography, judgeOf } from '../models';
import { callLimitOf } from './callLimit';
import { judgeWith } from './judging';
import { draftWith, missingDraft } from './modelDraft';
import { publishThrough } from './progress';
import { enhanceWorkflow } from './workflow';

const geography = required('MODEL_GEOGRAPHY') as Geography;
const converse = bedrockConverse(guardrailOf(process.env));
const callLimit = callLimitOf(process.env);

const workflow: DurableExecutionHandler<EnhancementRequest, unknown> = enhanceWorkflow({
  writeDraft: draftWith(converse, geography, callLimit),
  missingDraft: (drafter, why) => missingDraft(drafter, geography, why),
  judge: judgeWith(converse, judgeOf(process.env.JUDGE_MODEL, geography), geography, callLimit),
  publish: publishThrough(signedGraphql(required('GRAPHQL_URL')), (message, error) =>
    console.warn(JSON.stringify({ level: 'WARN', message, error: String(error) })),
  ),
});

/** The durable Lambda function. It is started by `lambda/start`, through its alias. */
export const handler = withDurableExecution(workflow);
