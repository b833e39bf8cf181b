import { withDurableExecution } from '@aws/durable-execution-sdk-js';
import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import type { EnhancementProgress, EnhancementRequest } from '../../../domain/enhancement';
import { THEME_IDS } from '../../../domain/themes';
import type { ConverseRequest } from '../../../lambda/bedrock';
import { enhanceWorkflow } from '../../../lambda/enhance/workflow';
import { bedrockError, collaborators, request, type Script, scriptedModels, verdict } from './scriptedModels';

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

async function run(script: Script, asked: EnhancementRequest = request()) {
  const models = scriptedModels(script);
  const { with_, published } = collaborators(models.converse);
  const runner = new LocalDurableTestRunner({
    handlerFunction: withDurableExecution(enhanceWorkflow(with_)),
  });
  const execution = await runner.run({ payload: asked });
  return { execution, published, models, result: execution.getResult() as EnhancementProgress, runner };
}

const down = async () => {
  throw bedrockError('ServiceUnavailableException', 'The service is on fire.');
};
const denied = async () => {
  throw bedrockError('AccessDeniedException', 'You have no access to the model.');
};

describe.each(THEME_IDS)('An enhancement in %s', (theme) => {
  it('asks Micro and Lite once each, then Pro once, and ends with a judged winner', async () => {
    const { result, models, execution } = await run({}, request({ theme }));
    expect(execution.getStatus()).toBe('SUCCEEDED');
    expect([models.count('micro'), models.count('lite'), models.count('pro')]).toEqual([1, 1, 1]);
    expect(result.verdict).toMatchObject({ outcome: 'JUDGED', reasoning: 'It keeps every figure.' });
    expect(result.drafts.map((draft) => draft.text)).toEqual(['Draft by micro.', 'Draft by lite.']);
    expect(result.costUsd).toBeGreaterThan(0);
  });

  it('answers an empty section in its own voice without calling a model', async () => {
    const { result, models } = await run({}, request({ theme, source: ' \n\u200b- ' }));
    expect(models.calls).toEqual([]);
    expect(result.verdict?.outcome).toBe('NOTHING_TO_ENHANCE');
    expect(result.message).toContain(theme === 'addams' ? 'grave' : 'nothing to enhance');
  });

  it('says in its own voice that the author’s text stands when no model answers', async () => {
    const { result, published } = await run({ micro: denied, lite: denied }, request({ theme }));
    expect(result.status).toBe('FAILED');
    expect(result.verdict).toMatchObject({ outcome: 'NO_DRAFT', winner: 0 });
    expect(result.verdict?.fallbackReason).toContain('You have no access to the model.');
    expect(result.message).toMatch(theme === 'addams' ? /quills/ : /Your text stands/);
    expect(published.at(-1)).toMatchObject({ status: 'FAILED', stage: 'FINISHED' });
  });
});

it('names the steps as operators know them from the console', async () => {
  const { execution } = await run({});
  const names = execution.getOperations().map((operation) => operation.getName());
  expect(names).toEqual(expect.arrayContaining(['Generate enhanced versions', 'judge-best-version']));
});

it.each(['micro', 'lite'] as const)(
  'keeps the other draft and asks no judge when Nova %s is down',
  async (name) => {
    const { result, models } = await run({ [name]: denied });
    const survivor = name === 'micro' ? 'lite' : 'micro';
    expect(result.verdict?.outcome).toBe('ONLY_DRAFT');
    expect(result.drafts[(result.verdict?.winner ?? 0) - 1]?.text).toBe(`Draft by ${survivor}.`);
    expect(result.verdict?.fallbackReason).toContain('no access');
    expect(models.count('pro')).toBe(0);
  },
);

it('asks a throttled model a second time, and a refused one never again', async () => {
  let asked = 0;
  const { result, models } = await run({
    micro: async () => {
      asked++;
      if (asked === 1) throw bedrockError('ThrottlingException');
      return { text: 'Second try.' };
    },
    lite: denied,
  });
  expect(models.count('micro')).toBe(2);
  expect(models.count('lite')).toBe(1);
  expect(result.drafts[0]?.text).toBe('Second try.');
});

it('falls back by a rule, and says so, when the judge is down', async () => {
  const { result, models } = await run({ pro: down });
  expect(models.count('pro')).toBe(2);
  expect(result.status).toBe('SUCCEEDED');
  expect(result.verdict).toMatchObject({
    outcome: 'JUDGE_FALLBACK',
    fallbackReason: 'The service is on fire.',
  });
  expect(result.verdict?.reasoning).toContain('chosen by rule');
});

it('prefers the draft with the author’s own figures when it has to choose without a judge', async () => {
  const { result } = await run({
    pro: denied,
    micro: async () => ({ text: 'It failed at 14:05 and took 12 min, 300 users.' }),
    lite: async () => ({ text: 'It failed at 14:02; failover took 9 min.' }),
  });
  expect(result.verdict?.winner).toBe(2);
});

it('asks once more in plain JSON when the judge stumbles over the tool', async () => {
  const seen: ConverseRequest[] = [];
  const { result } = await run({
    pro: async (asked) => {
      seen.push(asked);
      if (asked.tool) return { stopReason: 'malformed_tool_use' };
      return { text: `<thinking>{no}</thinking>\n\`\`\`json\n${JSON.stringify(verdict(2))}\n\`\`\`` };
    },
  });
  expect(seen.map((asked) => asked.tool?.name)).toEqual(['record_verdict', undefined]);
  expect(result.verdict?.outcome).toBe('JUDGED');
  expect(result.verdict?.judge).toMatchObject({ inputTokens: 100, outputTokens: 50 });
});

it.each([
  ['nothing', {}],
  ['prose', { text: 'Both are lovely.' }],
  ['a draft that does not exist', { toolInput: { ...verdict(1), best: 3 } }],
  ['scores out of range', { toolInput: { ...verdict(1), scores: [{ draft: 1, grounded: 9 }] } }],
  ['a verdict without reasons', { toolInput: { ...verdict(1), reasoning: '' } }],
])('never picks a winner from a judge that answers with %s', async (_what, answer) => {
  const { result } = await run({ pro: async () => answer });
  expect(result.verdict?.outcome).toBe('JUDGE_FALLBACK');
  expect(result.verdict?.fallbackReason).toMatch(/^No usable verdict: the judge /);
});

it.each([
  ['content_filtered', 'withheld'],
  ['guardrail_intervened', 'guardrail'],
  ['malformed_model_output', 'could not be read'],
])('treats a draft that ended with %s as missing, and says why', async (stopReason, why) => {
  const { result } = await run({ micro: async () => ({ text: 'half a', stopReason }) });
  expect(result.drafts[0]).toMatchObject({ text: null, error: expect.stringContaining(why) });
  expect(result.verdict?.outcome).toBe('ONLY_DRAFT');
});

it('marks a draft that was cut off at the token limit', async () => {
  const { result } = await run({ lite: async () => ({ text: 'It goes on and', stopReason: 'max_tokens' }) });
  expect(result.drafts.map((draft) => draft.truncated)).toEqual([false, true]);
});

it('refuses a draft of megabytes instead of letting it kill the whole run', async () => {
  const { result, execution } = await run({ lite: async () => ({ text: 'x'.repeat(400_000) }) });
  expect(execution.getStatus()).toBe('SUCCEEDED');
  expect(result.drafts[1]?.error).toContain('400000 characters');
});

it('publishes started, each draft as it lands, judging and the verdict, in this order', async () => {
  const { published } = await run({});
  expect(published.map(({ progress, stage }) => [progress, stage])).toEqual([
    [1, 'DRAFTING'],
    [2, 'DRAFTING'],
    [3, 'DRAFTING'],
    [4, 'JUDGING'],
    [5, 'FINISHED'],
  ]);
  expect(published.map(({ drafts }) => drafts?.length)).toEqual([undefined, 1, 2, 2, 2]);
  expect(published[4]?.finishedAt).toMatch(/^\d{4}-/);
});

it('shows the judge neither who wrote a draft nor the same one always first', async () => {
  const firsts = new Set<string>();
  for (const enhancementId of ['run-1', 'run-2', 'run-3', 'run-4', 'run-5', 'run-6']) {
    const { models, result } = await run({}, request({ enhancementId }));
    const judge = models.calls.find((call) => call.modelId.includes('pro'));
    expect(`${judge?.system}${judge?.user}`).not.toMatch(/nova|micro-v1|lite-v1/i);
    const firstShown =
      judge?.user.includes('DRAFT 1') &&
      (judge.user.indexOf('by micro') < judge.user.indexOf('by lite') ? 'micro' : 'lite');
    firsts.add(String(firstShown));
    // The scripted judge always prefers the draft shown first; the record must name that draft's author.
    expect(result.drafts[(result.verdict?.winner ?? 0) - 1]?.text).toBe(`Draft by ${firstShown}.`);
  }
  expect([...firsts].sort()).toEqual(['lite', 'micro']);
});

it('bills nothing for what another engine wrote in the place of a Nova model', async () => {
  const offline = async () => ({ text: 'By rules.', writtenBy: 'offline drafter' });
  const { result } = await run({ micro: offline, lite: offline });
  expect(result.drafts.map(({ writtenBy, costUsd }) => [writtenBy, costUsd])).toEqual([
    ['offline drafter', 0],
    ['offline drafter', 0],
  ]);
});
