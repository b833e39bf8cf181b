import { strict as assert } from 'node:assert';
import { enhanceWorkflow } from '../../lambda/enhance/workflow';
import { collaborators, request, scriptedModels } from '../../test/lambda/enhance/scriptedModels';

// The first test that somebody writes: an enhancement with scripted models, from a fresh process to its verdict.

async function durable(): Promise<unknown> {
  const { DurableService } = await import('../../test/lambda/durableService');
  const { with_ } = collaborators(scriptedModels().converse);
  const answer = await new DurableService(request()).invoke(enhanceWorkflow(with_) as never);
  return answer === 'died' ? undefined : JSON.parse(answer.Result ?? 'null');
}

async function machine(): Promise<unknown> {
  const { definitionIn, enhanceMachineAlone } = await import('../../test/docs/stepFunctionsStack');
  const { enhanceByMachine } = await import('../../test/docs/runMachines');
  return (await enhanceByMachine(definitionIn(enhanceMachineAlone()), {})).result;
}

const ended = (await (process.argv[2] === 'machine' ? machine() : durable())) as {
  verdict: { outcome: string };
};
assert.equal(ended.verdict.outcome, 'JUDGED');
