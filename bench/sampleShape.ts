import { type DurableContext, withDurableExecution } from '@aws/durable-execution-sdk-js';
import type { EnhancementRequest } from '../domain/enhancement';
import { DRAFTERS } from '../domain/enhancement/modelRoles';
import { hide, prepareForSending } from '../domain/sending';
import { bedrockConverse } from '../lambda/bedrock/converse';
import { judgeWith } from '../lambda/enhance/judging';
import { draftWith, type SentRequest } from '../lambda/enhance/modelDraft';
import { judgeOf } from '../lambda/models';

const converse = bedrockConverse();
const writeDraft = draftWith(converse, 'us', 45_000);
const judge = judgeWith(converse, judgeOf(undefined, 'us'), 'us', 45_000);

/**
 * The peer: a durable function of the shape that AWS's published sample for judging has. The models are
 * called in the branches of `map` without a step each, one step judges, and nobody is told of progress.
 * It asks with the product's own prompts and client, so that only the shape differs.
 */
export const handler = withDurableExecution(async (request: EnhancementRequest, context: DurableContext) => {
  const drafts = await context.map('Generate enhanced versions', [...DRAFTERS], (_branch, drafter) =>
    writeDraft(drafter, sentOf(request)),
  );
  const texts = hide(
    drafts.getResults().map(({ text }) => text ?? ''),
    [],
  ).texts;
  return context.step('judge-best-version', () => judge(sentOf(request), texts));
});

/** The floor: the same calls in a plain function that remembers nothing. */
export const plain = async (request: EnhancementRequest) => {
  const drafts = await Promise.all(DRAFTERS.map((drafter) => writeDraft(drafter, sentOf(request))));
  const texts = hide(
    drafts.map(({ text }) => text ?? ''),
    [],
  ).texts;
  return judge(sentOf(request), texts);
};

const sentOf = ({ material: _, houseRules: __, ...request }: EnhancementRequest): SentRequest => ({
  ...request,
  source: prepareForSending(request.source).sent,
  questions: [],
});
