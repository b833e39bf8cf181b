import { criteriaFor } from '../../../../domain/criteria';
import { readVerdict } from '../../../../domain/verdict';
import { draftOffline } from '../../../../local/bedrock/offline/draftOffline';
import { judgeOffline } from '../../../../local/bedrock/offline/judgeOffline';
import { CASES } from '../../../cases/cases';

const SOURCE =
  'Checkout was probably down from 14:02 to 14:31 UTC after v2.3.1. PagerDuty alerted us. We rolled back. Service was restored at 14:31 UTC.';
const judge = (drafts: string[], source = SOURCE) =>
  judgeOffline({ section: 'description', theme: 'professional', source, drafts });
const score = (draft: string, criterion: string) =>
  (judge([draft]).scores[0] as unknown as Record<string, number>)[criterion] ?? 0;

describe('the offline judge', () => {
  it.each(['professional', 'addams'] as const)('gives a verdict that the workflow can read: %s', (theme) => {
    for (const { description: source } of CASES) {
      const drafts = (['micro', 'lite'] as const).map((style) =>
        draftOffline({ section: 'description', theme, style, source }),
      );
      const verdict = judgeOffline({ section: 'description', theme, source, drafts });
      expect(readVerdict(verdict, theme, drafts)).toMatchObject({
        usable: true,
        verdict: { best: verdict.best },
      });
      expect(Object.keys(verdict.scores[0] ?? {})).toEqual([
        'draft',
        ...criteriaFor(theme).map(({ id }) => id),
      ]);
    }
  });

  it('does not care in which order it sees the drafts', () => {
    for (const { description: source } of CASES) {
      const drafts = (['micro', 'lite'] as const).map((style) =>
        draftOffline({ section: 'description', theme: 'addams', style, source }),
      );
      const winner = (order: string[]) =>
        order[judgeOffline({ section: 'description', theme: 'addams', source, drafts: order }).best - 1];
      expect(winner([...drafts])).toBe(winner([...drafts].reverse()));
    }
  });

  it('tells equals of the same length apart by their text, not by their place', () => {
    const equals = ['The pod died.', 'died the Pod.'];
    const winner = (order: string[]) => order[judge(order, 'The pod died.').best - 1];
    expect(winner(equals)).toBe(winner([...equals].reverse()));
  });

  it('marks down a draft that adds a figure', () => {
    expect(score(SOURCE, 'grounded')).toBe(5);
    expect(score(`${SOURCE} It cost 4,000 orders.`, 'grounded')).toBeLessThan(5);
    expect(judge([`${SOURCE} It cost 4,000 orders.`, SOURCE]).best).toBe(2);
    expect(judge([`${SOURCE} It cost 4,000 orders.`, SOURCE]).reasoning).toContain('4,000');
  });

  it('marks down a draft that drops a doubt', () => {
    expect(score(SOURCE.replace('probably ', ''), 'grounded')).toBeLessThan(5);
  });

  it('marks down a draft that leaves half of it out', () => {
    expect(score('Checkout was probably down from 14:02 to 14:31 UTC.', 'completeness')).toBeLessThan(3);
  });

  it('marks down blame, repetition and silence about what is missing', () => {
    expect(score(`${SOURCE} He was careless.`, 'blameless')).toBe(3);
    expect(score(`${SOURCE} We rolled back.`, 'clarity')).toBe(4);
    const bare = 'Checkout was down.';
    const asking = `${bare}\n\n[TODO: How was the incident detected?]`;
    expect(judge([bare, asking], bare).best).toBe(2);
  });

  it('says that it counted and did not read, in figures that can be checked', () => {
    const { reasoning } = judge([SOURCE, `${SOURCE}\n\nIt was fine.`]);
    expect(reasoning).toContain('Counted by rules');
    expect(reasoning).toMatch(/all \d+ words/);
    expect(reasoning).toMatch(/\d+ points/);
  });
});
