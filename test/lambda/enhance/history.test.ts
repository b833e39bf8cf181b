import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enhanceWorkflow } from '../../../lambda/enhance/workflow';
import { DurableService, type Operation } from '../durableService';
import { blocked, MASKED } from './guardrailReports';
import { collaborators, draftOf, request, type Script, scriptedModels } from './scriptedModels';

/**
 * A run that an earlier version of the workflow has finished, operation by operation, as Lambda keeps it.
 * Executions wait over a deploy, so today's handler must come to the same end from it without doing anything
 * again. When steps are meant to change, record anew: delete the file and run this test once.
 */
interface Recording {
  file: string;
  script: Script;
}
/** From before there was a guardrail. */
const USUAL: Recording = { file: 'history.json', script: {} };
const GUARDED: Recording = {
  file: 'guardedHistory.json',
  script: {
    micro: async () => ({ text: '', stopReason: 'guardrail_intervened', guardrail: blocked('incompetent') }),
    lite: async (asked) => ({ text: draftOf('lite', asked), guardrail: MASKED }),
  },
};

/** Invokes the handler on what is stored, and says what it did beside that. */
async function invoke(stored?: Operation[], script: Script = {}) {
  const models = scriptedModels(script);
  const { with_, published } = collaborators(models.converse);
  const service = new DurableService(request(), undefined, stored);
  const answer = await service.invoke(enhanceWorkflow(with_) as never);
  if (answer === 'died') throw new Error('Nobody kills it here.');
  const calls = (['micro', 'lite', 'pro'] as const).reduce((sum, name) => sum + models.count(name), 0);
  return { answer, calls, published, checkpoints: service.stored, operations: service.operations };
}

async function recorded({ file, script }: Recording = USUAL): Promise<{
  operations: Operation[];
  result: unknown;
}> {
  const path = join(__dirname, file);
  if (!existsSync(path)) {
    const { answer, operations } = await invoke(undefined, script);
    const history = { operations, result: JSON.parse(answer.Result ?? 'null') };
    writeFileSync(path, `${JSON.stringify(history, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

test.each([
  ['before there was a guardrail', USUAL],
  ['with a guardrail that blocked one draft and masked in the other', GUARDED],
])(
  'a run that was finished %s ends the same now, with no call, step or publication again',
  async (_, recording) => {
    const { operations, result } = await recorded(recording);
    const { answer, calls, published, checkpoints } = await invoke(operations);
    expect(answer.Status).toBe('SUCCEEDED');
    expect(JSON.parse(answer.Result ?? 'null')).toEqual(result);
    expect({ calls, published, checkpoints }).toEqual({ calls: 0, published: [], checkpoints: 0 });
  },
);

/** The same run before its contexts had closed: a closed one is not gone through again, an open one step by step. */
const midway = (operations: Operation[]): Operation[] =>
  operations.map((one) =>
    one.Type === 'CONTEXT' ? { ...one, Status: 'STARTED', ContextDetails: undefined } : one,
  );

/** Of two drafters one may fail, so a run that has lost a draft still ends; but not with what was recorded. */
async function endsAsRecorded(operations: Operation[], result: unknown): Promise<boolean> {
  const { answer, calls } = await invoke(operations);
  const isSame = JSON.stringify(JSON.parse(answer.Result ?? 'null')) === JSON.stringify(result);
  return answer.Status === 'SUCCEEDED' && calls === 0 && isSame;
}

test.each(['publish-verdict', 'judge-best-version', 'draft-with-nova-micro'])(
  'a step that is called something else than in the recorded run is noticed: %s',
  async (name) => {
    const { operations, result } = await recorded();
    expect(await endsAsRecorded(structuredClone(midway(operations)), result)).toBe(true);
    const step = operations.find((one) => one.Name === name) as Operation;
    step.Name = `${name}-renamed`;
    expect(await endsAsRecorded(midway(operations), result)).toBe(false);
  },
);

test.each([
  ['draft-with-nova-micro', 'draft-with-nova-lite'],
  ['judge-best-version', 'judge-best-version-reversed'],
])('two steps in another order than in the recorded run are noticed: %s, %s', async (one, other) => {
  const { operations, result } = await recorded();
  const [first, second] = [one, other].map((name) => operations.find(({ Name }) => Name === name));
  Object.assign(first as Operation, { Name: other });
  Object.assign(second as Operation, { Name: one });
  expect(await endsAsRecorded(midway(operations), result)).toBe(false);
});
