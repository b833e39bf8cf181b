import { type DurableContext, withDurableExecution } from '@aws/durable-execution-sdk-js';
import type { EnhancementRequest } from '../domain/enhancement';
import { DRAFTERS } from '../domain/models';
import { bedrockConverse } from '../lambda/bedrock';
import { draftWith } from '../lambda/enhance/drafting';
import { judgeWith } from '../lambda/enhance/judging';

const converse = bedrockConverse();
const writeDraft = draftWith(converse, 'us', 45_000);
const judge = judgeWith(converse, 'us', 45_000);

/**
 * The peer: a durable function of the shape that AWS's published sample for judging has. The models are
 * called in the branches of `map` without a step each, one step judges, and nobody is told of progress.
 * It asks with the product's own prompts and client, so that only the shape differs.
 */
export const handler = withDurableExecution(async (request: EnhancementRequest, context: DurableContext) => {
  const drafts = await context.map('Generate enhanced versions', [...DRAFTERS], (_branch, drafter) =>
    writeDraft(drafter, request),
  );
  const texts = drafts.getResults().map(({ text }) => text ?? '');
  return context.step('judge-best-version', () => judge(request, texts));
});

/** The floor: the same calls in a plain function that remembers nothing. */
export const plain = async (request: EnhancementRequest) => {
  const drafts = await Promise.all(DRAFTERS.map((drafter) => writeDraft(drafter, request)));
  return judge(
    request,
    drafts.map(({ text }) => text ?? ''),
  );
};
