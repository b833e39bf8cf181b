import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import type { ConverseRequest } from '../../../lambda/bedrock/converse';
import { runScripted } from './runScripted';
import { request, shownTexts } from './scriptedModels';

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

describe('An empty section that is built from the rest of the document', () => {
  const material = '## Timeline\n- 14:02 UTC db fell over\n- 14:11 UTC failover done, ask ops@example.com';
  const built = (text: string) => async () => ({ text });

  it('is drafted from it, held to it, and judged without an empty text among the drafts', async () => {
    const { result, models } = await runScripted(
      {
        micro: built('The db fell over at 14:02 UTC.'),
        lite: built('At 14:02 UTC the db fell over (Lite).'),
      },
      request({ section: 'summary', source: '', material }),
    );
    expect(result.drafts.map(({ findings, repaired }) => [findings, repaired])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(result.verdict?.outcome).toBe('JUDGED');
    for (const call of models.calls) {
      expect(call.user).toContain('db fell over\n- 14:11 UTC');
      expect(call.user).not.toContain('ops@example.com');
    }
    expect(
      shownTexts(models.calls.find(({ metadata }) => metadata.task === 'judge') as ConverseRequest),
    ).toHaveLength(2);
  });

  it('gets no value that stands nowhere in the document', async () => {
    const { result } = await runScripted(
      { micro: built('The db fell over at 14:02 UTC for 99 minutes.') },
      request({ section: 'summary', source: '', material }),
    );
    expect(result.drafts[0]?.repaired).toEqual(['99 minutes']);
  });
});
