import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import { THEME_IDS } from '../../../domain/themes';
import type { ConverseRequest } from '../../../lambda/bedrock/converse';
import { runScripted } from './runScripted';
import { bedrockError, draftOf, request, shownTexts, verdict } from './scriptedModels';

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

const down = async () => {
  throw bedrockError('ServiceUnavailableException', 'The service is on fire.');
};
const denied = async () => {
  throw bedrockError('AccessDeniedException', 'You have no access to the model.');
};

describe.each(THEME_IDS)('An enhancement in %s', (theme) => {
  it('asks Micro and Lite once each, then Pro in both orders, and ends with a judged winner', async () => {
    const { result, models, execution } = await runScripted({}, request({ theme }));
    expect(execution.getStatus()).toBe('SUCCEEDED');
    expect([models.count('micro'), models.count('lite'), models.count('pro')]).toEqual([1, 1, 2]);
    expect(result.verdict).toMatchObject({
      outcome: 'JUDGED',
      winner: 2,
      reasoning: 'It keeps every figure.',
    });
    expect(result.drafts.map((draft) => draft.findings)).toEqual([[], []]);
    expect(result.verdict?.judges).toHaveLength(2);
    expect(result.costUsd).toBeGreaterThan(0);
  });

  it('answers an empty section in its own voice without calling a model', async () => {
    const { result, models } = await runScripted({}, request({ theme, source: ' \n\u200b- ' }));
    expect(models.calls).toEqual([]);
    expect(result.verdict?.outcome).toBe('NOTHING_TO_ENHANCE');
    expect(result.message).toContain(theme === 'addams' ? 'grave' : 'nothing to enhance');
  });

  it('says in its own voice that the author’s text stands when no model answers', async () => {
    const { result, published } = await runScripted({ micro: denied, lite: denied }, request({ theme }));
    expect(result.status).toBe('FAILED');
    expect(result.verdict).toMatchObject({ outcome: 'NO_DRAFT', winner: 0 });
    expect(result.verdict?.fallbackReason).toContain('You have no access to the model.');
    expect(result.message).toMatch(theme === 'addams' ? /quills/ : /Your text stands/);
    expect(published.at(-1)).toMatchObject({ status: 'FAILED', stage: 'FINISHED' });
  });
});

/** What Lambda's console shows of an execution, in the order in which the operations began. */
const history = (execution: Awaited<ReturnType<typeof runScripted>>['execution']) =>
  execution.getOperations().map((one) => `${one.getType()} ${one.getSubType()} ${one.getName()}`);

const DRAFTING = [
  'CONTEXT Map Generate enhanced versions',
  'CONTEXT MapIteration nova-micro',
  'CONTEXT MapIteration nova-lite',
  'STEP Step draft-with-nova-micro',
  'STEP Step draft-with-nova-lite',
];

it('begins the steps that operators know, in an order that executions under way rely on', async () => {
  const { execution } = await runScripted({});
  expect(history(execution)).toEqual([
    ...DRAFTING,
    'STEP Step judge-best-version',
    'STEP Step judge-best-version-reversed',
    'STEP Step publish-verdict',
  ]);
});

it('adds nothing to that but the correction of a draft that needs one', async () => {
  const { execution } = await runScripted({ micro: async () => ({ text: 'Nothing of it.' }) });
  expect(history(execution)).toEqual([
    ...DRAFTING,
    'STEP Step correct-with-nova-micro',
    'STEP Step publish-verdict',
  ]);
});

it.each(['micro', 'lite'] as const)(
  'keeps the other draft and asks no judge when Nova %s is down',
  async (name) => {
    const { result, models } = await runScripted({ [name]: denied });
    const survivor = name === 'micro' ? 'Lite reading' : 'In short';
    expect(result.verdict?.outcome).toBe('ONLY_DRAFT');
    expect(result.drafts[(result.verdict?.winner ?? 0) - 1]?.text).toContain(survivor);
    expect(result.verdict?.fallbackReason).toContain('no access');
    expect(models.count('pro')).toBe(0);
  },
);

it('asks a throttled model a second time, and a refused one never again', async () => {
  let asked = 0;
  const { result, models } = await runScripted({
    micro: async () => {
      asked++;
      if (asked === 1) throw bedrockError('ThrottlingException');
      return { text: request().source };
    },
    lite: denied,
  });
  expect(models.count('micro')).toBe(2);
  expect(models.count('lite')).toBe(1);
  expect(result.drafts[0]?.text).toBe(request().source);
});

it('falls back by a rule, and says so, when the judge is down', async () => {
  const { result, models } = await runScripted({ pro: down });
  expect(models.count('pro')).toBe(4);
  expect(result.status).toBe('SUCCEEDED');
  expect(result.verdict).toMatchObject({
    outcome: 'JUDGE_FALLBACK',
    fallbackReason: 'The service is on fire.',
  });
  expect(result.verdict?.reasoning).toContain('chosen by rule');
});

it('asks once more in plain JSON when the judge stumbles over the tool', async () => {
  const seen: ConverseRequest[] = [];
  const { result } = await runScripted({
    pro: async (asked) => {
      seen.push(asked);
      if (asked.tool) return { stopReason: 'malformed_tool_use' };
      const best = shownTexts(asked).findIndex((text) => text.includes('Lite')) + 1;
      return { text: `<thinking>{no}</thinking>\n\`\`\`json\n${JSON.stringify(verdict(best))}\n\`\`\`` };
    },
  });
  expect(seen.map((asked) => asked.tool?.name).sort()).toEqual([
    'record_verdict',
    'record_verdict',
    undefined,
    undefined,
  ]);
  expect(result.verdict).toMatchObject({ outcome: 'JUDGED', winner: 2 });
});

it('asks in plain JSON a judge that knows no forced tools, and reads drafts through what models put around them', async () => {
  const { result } = await runScripted({
    micro: async (asked) => ({ text: `<thinking>Keep the facts.</thinking>\n\n${draftOf('micro', asked)}` }),
    lite: async (asked) => ({ text: `Here is the improved section:\n\n${draftOf('lite', asked)}` }),
    pro: async (asked) => {
      if (asked.tool) {
        throw bedrockError(
          'ValidationException',
          "This model doesn't support the toolConfig.toolChoice.tool field.",
        );
      }
      const best = shownTexts(asked).findIndex((text) => text.includes('Lite')) + 1;
      return { text: JSON.stringify(verdict(best)) };
    },
  });
  expect(result.verdict).toMatchObject({ outcome: 'JUDGED', winner: 2 });
  for (const { text } of result.drafts) expect(text).toMatch(/^\*\*(?:In short|Lite reading)\*\*/);
});

it('does not ask a second time a judge that refuses the request for another reason', async () => {
  const { result, models } = await runScripted({
    pro: async () => {
      throw bedrockError('ValidationException', 'The provided model identifier is invalid.');
    },
  });
  expect(models.count('pro')).toBe(2);
  expect(result.verdict).toMatchObject({ outcome: 'JUDGE_FALLBACK' });
});

it('keeps the author’s own text when both orders prefer it', async () => {
  const { result } = await runScripted({
    pro: async (asked) => {
      const own = shownTexts(asked).indexOf(request().source) + 1;
      return { toolInput: verdict(own, 'professional', `Draft ${own} needs nothing.`) };
    },
  });
  expect(result.verdict).toMatchObject({
    outcome: 'KEEP_YOURS',
    winner: 0,
    reasoning: 'Your own text needs nothing.',
  });
});

it('calls it a tie, and says the rule, when a judge only prefers what it is shown first', async () => {
  const { result } = await runScripted({ pro: async () => ({ toolInput: verdict(1) }) });
  expect(result.verdict?.outcome).toBe('TIE');
  expect(result.verdict?.tieBreak).toContain('fewer statements without support');
});

it('goes by the one order that was judged when the other gave no verdict, and says so', async () => {
  let calls = 0;
  const { result } = await runScripted({
    pro: async (asked) => {
      calls++;
      if (calls === 1) throw bedrockError('AccessDeniedException', 'Not today.');
      return { toolInput: verdict(shownTexts(asked).findIndex((text) => text.includes('Lite')) + 1) };
    },
  });
  expect(result.verdict).toMatchObject({
    outcome: 'JUDGED',
    winner: 2,
    fallbackReason: 'Only one of the two orders gave a verdict. Not today.',
  });
});

it.each([
  ['nothing', {}],
  ['prose', { text: 'Both are lovely.' }],
  ['a draft that does not exist', { toolInput: { ...verdict(1), best: 4 } }],
  [
    'scores out of range',
    { toolInput: { ...verdict(1), scores: [1, 2, 3].map((draft) => ({ draft, grounded: 9 })) } },
  ],
  ['a verdict without reasons', { toolInput: { ...verdict(1), reasoning: '' } }],
])('never picks a winner from a judge that answers with %s', async (_what, answer) => {
  const { result } = await runScripted({ pro: async () => answer });
  expect(result.verdict?.outcome).toBe('JUDGE_FALLBACK');
  expect(result.verdict?.fallbackReason).toMatch(/^No usable verdict: the judge /);
});

it.each([
  ['content_filtered', 'withheld'],
  ['guardrail_intervened', 'guardrail'],
  ['malformed_model_output', 'could not be read'],
])('treats a draft that ended with %s as missing, and says why', async (stopReason, why) => {
  const { result } = await runScripted({ micro: async () => ({ text: request().source, stopReason }) });
  expect(result.drafts[0]).toMatchObject({ text: null, error: expect.stringContaining(why) });
  expect(result.verdict?.outcome).toBe('ONLY_DRAFT');
});

it.each([
  ['content_filtered', 'withheld'],
  ['guardrail_intervened', 'guardrail'],
  ['model_context_window_exceeded', 'too long for the judge; enhance the section in parts'],
])('asks a judge that stopped with %s once per order, and says why a rule chose', async (stopReason, why) => {
  let asked = 0;
  const { result } = await runScripted({
    pro: async () => {
      asked += 1;
      return { text: '', stopReason };
    },
  });
  expect(result.verdict?.outcome).toBe('JUDGE_FALLBACK');
  expect(result.verdict?.fallbackReason).toContain(why);
  expect(asked).toBe(2);
});

it('marks a draft that was cut off at the token limit', async () => {
  const { result } = await runScripted({
    lite: async () => ({ text: request().source, stopReason: 'max_tokens' }),
  });
  expect(result.drafts.map((draft) => draft.truncated)).toEqual([false, true]);
});

it('refuses a draft of megabytes instead of letting it kill the whole run', async () => {
  const { result, execution } = await runScripted({ lite: async () => ({ text: 'x'.repeat(400_000) }) });
  expect(execution.getStatus()).toBe('SUCCEEDED');
  expect(result.drafts[1]?.error).toContain('400000 characters');
});

it('publishes started, each draft as it lands, judging and the verdict, in this order', async () => {
  const { published } = await runScripted({});
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

it('shows the judge neither who wrote a text nor the same one always first, and each order reversed once', async () => {
  const firsts = new Set<string>();
  for (const enhancementId of ['run-1', 'run-2', 'run-3', 'run-4', 'run-5', 'run-6']) {
    const { models } = await runScripted({}, request({ enhancementId }));
    const [one, other] = models.calls.filter((call) => call.modelId.includes('pro')) as [
      ConverseRequest,
      ConverseRequest,
    ];
    expect(`${one.system}${one.user}`).not.toMatch(/nova|micro-v1|lite-v1/i);
    expect(shownTexts(other)).toEqual([...shownTexts(one)].reverse());
    firsts.add(shownTexts(one)[0] as string);
  }
  expect(firsts.size).toBeGreaterThan(1);
});

it('bills nothing for what another engine wrote in the place of a Nova model', async () => {
  const offline = async (asked: ConverseRequest) => ({
    text: draftOf('lite', asked),
    writtenBy: 'offline drafter',
  });
  const { result } = await runScripted({ micro: offline, lite: offline });
  expect(result.drafts.map(({ writtenBy, costUsd }) => [writtenBy, costUsd])).toEqual([
    ['offline drafter', 0],
    ['offline drafter', 0],
  ]);
});
