import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import { withoutInvisible } from '../../../domain/invisible/withoutInvisible';
import { markOf } from '../../../lambda/prompts/delimiter';
import { INJECTIONS } from '../../domain/invisible/injections';
import { runScripted } from './runScripted';
import { draftOf, request, shownTexts } from './scriptedModels';

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

/** The forged fences of the corpus with the mark that this run really uses, as an insider would. */
const withRealMark = (text: string, enhancementId: string) =>
  text.replaceAll('deadbeef', markOf(enhancementId));

it.each(INJECTIONS)('a text that says “$name” changes no verdict', async ({ text }) => {
  const asked = request({ source: `${request().source}\n\n${withRealMark(text, request().enhancementId)}` });
  const { models, result } = await runScripted(
    {
      // The worst case for a judge: only one of the drafts carries the injection on.
      micro: async (call) => ({
        text: `${draftOf('micro', call)}\n\n${withRealMark(text, asked.enhancementId)}`,
      }),
    },
    asked,
  );
  const { verdict } = result;

  // The scripted judge prefers Lite's draft, read from between the fences: forged ones would mislead it.
  expect(verdict).toMatchObject({ winner: 2 });
  expect(['JUDGED', 'ONLY_DRAFT']).toContain(verdict?.outcome);
  for (const call of models.calls) {
    const invisible = withoutInvisible(call.user.replaceAll('\u2060', '')).removed;
    expect(invisible).toBe(0);
    if (call.modelId.includes('pro')) expect(shownTexts(call)).toHaveLength(3);
  }
});
