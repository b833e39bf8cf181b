import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import type { ConverseRequest } from '../../../lambda/bedrock/converse';
import { unfence } from '../../../lambda/prompts/delimiter';
import { runScripted } from './runScripted';
import { request } from './scriptedModels';

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

it('replaces a value that the author never wrote by a question, in code', async () => {
  const { result, models } = await runScripted({
    micro: async () => ({ text: `${request().source}, and 37 % of users noticed` }),
  });
  expect(result.drafts[0]?.text).toBe(`${request().source}, and [TODO: confirm "37 %"] of users noticed`);
  expect(result.drafts[0]).toMatchObject({ repaired: ['37 %'], findings: [] });
  expect(models.count('micro')).toBe(1);
});

it('asks the same model once for a correction of what code cannot mend, and takes it', async () => {
  const asked: ConverseRequest[] = [];
  const { result } = await runScripted({
    micro: async (one) => {
      asked.push(one);
      return {
        text: asked.length === 1 ? 'The db fell over at 14:02, we suspect the pool size.' : request().source,
      };
    },
  });
  expect(asked).toHaveLength(2);
  expect(asked[1]?.user).toContain('"9 min" is in SOURCE and missing from the draft');
  expect(result.drafts[0]).toMatchObject({ text: request().source, findings: [], inputTokens: 200 });
});

it('lets no draft win that still has a hard finding, and judges nothing when the other one is alone', async () => {
  const { result, models } = await runScripted({
    micro: async () => ({ text: 'The db fell over. It is fine now.' }),
  });
  expect(models.count('micro')).toBe(2);
  expect(models.count('pro')).toBe(0);
  expect(result.verdict).toMatchObject({ outcome: 'ONLY_DRAFT', winner: 2 });
  expect(result.verdict?.fallbackReason).toMatch(/Nova Micro: the fact check has \d+ open finding/);
  expect(result.drafts[0]?.findings).toEqual(
    expect.arrayContaining([expect.objectContaining({ list: 'lost', value: '14:02', severity: 'hard' })]),
  );
});

it('keeps the author’s text when no draft keeps to the facts', async () => {
  const vague = async () => ({ text: 'Something happened at some point.' });
  const { result } = await runScripted({ micro: vague, lite: vague });
  expect(result.status).toBe('SUCCEEDED');
  expect(result.verdict).toMatchObject({ outcome: 'NO_SOUND_DRAFT', winner: 0 });
  expect(result.drafts.every((draft) => draft.text !== null)).toBe(true);
});

it('lets no secret, no address and no invisible character reach a model, and puts them back after', async () => {
  const key = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
  const source = `At 14:02 jane.doe@corp.test pasted ${key}\u200b\u{E0041} into the channel`;
  const { result, models } = await runScripted({}, request({ source }));
  for (const call of models.calls) {
    expect(`${call.system}${call.user}`).not.toContain(key);
    expect(`${call.system}${call.user}`).not.toContain('jane.doe');
    expect(unfence(call.user).get('SOURCE')).not.toMatch(/[\u200b\u{E0041}]/u);
  }
  expect(result.verdict?.outcome).toBe('JUDGED');
  expect(result.drafts[0]?.text).toContain(key);
  expect(result.drafts[0]?.text).toContain('jane.doe@corp.test');
});
