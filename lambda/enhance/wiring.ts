import { signedGraphql } from '../appsync';
import { bedrockConverse } from '../bedrock/converse';
import { guardrailOf } from '../bedrock/guardrail';
import { required } from '../environment';
import { type Geography, judgeOf } from '../models';
import { warn } from '../warn';
import { callLimitOf } from './callLimit';
import type { Collaborators } from './collaborators';
import { judgeWith } from './judging';
import { draftWith, missingDraft } from './modelDraft';
import { publishThrough } from './progress';

/** What an enhancement works with, from the environment of its function. */
export function collaboratorsOf(): Collaborators {
  const geography = required('MODEL_GEOGRAPHY') as Geography;
  const converse = bedrockConverse(guardrailOf(process.env));
  const callLimit = callLimitOf(process.env);
  return {
    writeDraft: draftWith(converse, geography, callLimit),
    missingDraft: (drafter, why) => missingDraft(drafter, geography, why),
    judge: judgeWith(converse, judgeOf(process.env.JUDGE_MODEL, geography), geography, callLimit),
    publish: publishThrough(signedGraphql(required('GRAPHQL_URL')), warn),
  };
}
