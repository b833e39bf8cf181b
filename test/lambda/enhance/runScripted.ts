import { withDurableExecution } from '@aws/durable-execution-sdk-js';
import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import type { EnhancementProgress, EnhancementRequest } from '../../../domain/enhancement';
import { enhanceWorkflow } from '../../../lambda/enhance/workflow';
import { collaborators, request, type Script, scriptedModels } from './scriptedModels';

/** One enhancement on the SDK's local runner, whose environment the test file sets up. */
export async function runScripted(script: Script, asked: EnhancementRequest = request()) {
  const models = scriptedModels(script);
  const { with_, published } = collaborators(models.converse);
  const runner = new LocalDurableTestRunner({
    handlerFunction: withDurableExecution(enhanceWorkflow(with_)),
  });
  const execution = await runner.run({ payload: asked });
  return { execution, published, models, result: execution.getResult() as EnhancementProgress, runner };
}
