import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import type { GuardrailReport } from '../../../domain/guardrail/report';
import { blocked, MASKED } from './guardrailReports';
import { runScripted } from './runScripted';
import { request } from './scriptedModels';

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

const stopped = (guardrail: GuardrailReport) => async () => ({
  text: 'The guardrail of this deployment blocked the answer of the model.',
  stopReason: 'guardrail_intervened',
  guardrail,
});

it('keeps what the guardrail said of a blocked draft, none of its text, and what it cost', async () => {
  const { result, models } = await runScripted({ micro: stopped(blocked('incompetent')) });
  expect(result.drafts[0]).toMatchObject({
    text: null,
    error: 'The guardrail “Nevermore” blocked this draft: word policy, “incompetent”.',
    guardrail: blocked('incompetent'),
    inputTokens: 100,
    findings: [],
    repaired: [],
  });
  expect(result.drafts[0]?.costUsd).toBeGreaterThan(0);
  expect(models.count('micro')).toBe(1);
  expect(result.verdict).toMatchObject({
    outcome: 'ONLY_DRAFT',
    winner: 2,
    fallbackReason: 'Nova Micro: the guardrail stopped its draft.',
  });
});

it('leaves the author’s text when both drafts are blocked, says why, and tells what they cost', async () => {
  const { result } = await runScripted({
    micro: stopped(blocked('incompetent')),
    lite: stopped(blocked('idiot')),
  });
  expect(result).toMatchObject({ status: 'FAILED', verdict: { outcome: 'NO_DRAFT', winner: 0 } });
  expect(result.verdict?.reasoning).toContain('The guardrail stopped every draft');
  expect(result.drafts.map(({ error }) => error)).toEqual([
    expect.stringContaining('“incompetent”'),
    expect.stringContaining('“idiot”'),
  ]);
  expect(result.costUsd).toBeGreaterThan(0);
});

it('judges a masked draft like any other, and keeps what was masked in it', async () => {
  const { result } = await runScripted({
    lite: async () => ({ text: `${request().source} Lite`, guardrail: MASKED }),
  });
  expect(result.drafts[1]).toMatchObject({ error: null, guardrail: MASKED });
  expect(result.drafts[0]).not.toHaveProperty('guardrail');
  expect(result.verdict?.outcome).toBe('JUDGED');
});

it('keeps the first draft when the guardrail blocks its correction', async () => {
  let asked = 0;
  const { result, models } = await runScripted({
    micro: async () => {
      asked += 1;
      if (asked > 1) return stopped(blocked('idiot'))();
      // Both figures of the source are lost.
      return { text: 'The database fell over.' };
    },
  });
  expect(models.count('micro')).toBe(2);
  expect(result.drafts[0]).toMatchObject({ text: 'The database fell over.', error: null });
  expect(result.drafts[0]?.inputTokens).toBe(200);
});

it('lets a rule choose when the guardrail blocks the judge, and says which policy it was', async () => {
  const { result } = await runScripted({ pro: stopped(blocked('moron')) });
  expect(result.verdict).toMatchObject({
    outcome: 'JUDGE_FALLBACK',
    fallbackReason:
      'No usable verdict: the guardrail “Nevermore” blocked this verdict: word policy, “moron”.',
  });
});

it('says so too when it blocks the judge’s second answer, in plain JSON', async () => {
  let asked = 0;
  const { result } = await runScripted({
    pro: async () => {
      asked += 1;
      return asked <= 2 ? { text: '', stopReason: 'malformed_tool_use' } : stopped(blocked('moron'))();
    },
  });
  expect(result.verdict?.fallbackReason).toContain('word policy, “moron”');
});
