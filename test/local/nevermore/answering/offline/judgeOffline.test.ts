import { criteriaFor } from '../../../../../domain/enhancement/criteria';
import { readVerdict } from '../../../../../domain/enhancement/readVerdict';
import { judgeOffline } from '../../../../../local/nevermore/answering/offline/judgeOffline';
import { CASES } from '../../../../cases/cases';
import { draft, NOTES, STYLES } from './notes';

const SOURCE =
  'Checkout was probably down from 14:02 to 14:31 UTC after v2.3.1. PagerDuty alerted us. We rolled back. Service was restored at 14:31 UTC.';
const judge = (texts: string[], source = SOURCE, theme: 'professional' | 'addams' = 'professional') =>
  judgeOffline({ section: 'description', theme, source, drafts: texts });
const score = (text: string, criterion: string, source = SOURCE) =>
  (judge([text], source).scores[0] as unknown as Record<string, number>)[criterion] ?? 0;

describe('the offline judge', () => {
  it.each(['professional', 'addams'] as const)('gives a verdict that the workflow can read: %s', (theme) => {
    for (const { description: source } of CASES) {
      const texts = [source, ...STYLES.map((style) => draft(source, { theme, style }))];
      const verdict = judge(texts, source, theme);
      expect(readVerdict(verdict, theme, texts)).toMatchObject({
        usable: true,
        verdict: { best: verdict.best },
      });
      expect(Object.keys(verdict.scores[0] ?? {})).toEqual([
        'draft',
        ...criteriaFor(theme).map(({ id }) => id),
      ]);
    }
  });

  it('does not care in which order it sees the texts', () => {
    for (const source of Object.values(NOTES)) {
      const texts = [source, ...STYLES.map((style) => draft(source, { theme: 'addams', style }))];
      const winner = (order: string[]) => order[judge(order, source, 'addams').best - 1];
      expect(winner([...texts])).toBe(winner([...texts].reverse()));
    }
  });

  it('prefers what tells rough notes in order and in whole words', () => {
    for (const source of [NOTES.certificate, NOTES.leak, NOTES.chat, NOTES.midnight]) {
      const texts = [source, ...STYLES.map((style) => draft(source, { style }))];
      expect(judge(texts, source).best).toBeGreaterThan(1);
    }
  });

  it('says keep yours to whole sentences in order, which a list would only chop', () => {
    const report =
      'A deploy of gateway v7.1.0 at 14:02 UTC removed the health endpoint. At 14:03 the load balancer marked all 18 instances unhealthy and returned 503 to every request. The deploy alarm rolled it back at 14:06.';
    for (const source of [NOTES.prose, report]) {
      const texts = [source, ...STYLES.map((style) => draft(source, { style }))];
      expect(judge(texts, source).best).toBe(1);
    }
  });

  it('says keep yours when a draft brings nothing', () => {
    const bare = 'The database was slow.';
    for (const nothing of [
      `**What happened:** ${bare}`,
      `${bare}\n\n[TODO: How was the incident detected?]`,
    ]) {
      expect([nothing, judge([nothing, bare], bare).best]).toEqual([nothing, 2]);
    }
    expect(judge([bare, bare], bare).reasoning).toContain('needs no help');
  });

  it('gives nothing for a question, and takes off for one that the text answers', () => {
    const asking = `${SOURCE}\n\n[TODO: What was tried, and what worked?]`;
    for (const { id } of criteriaFor('professional'))
      expect(score(asking, id)).toBeLessThanOrEqual(score(SOURCE, id));
    expect(score(asking, 'clarity')).toBeLessThan(score(SOURCE, 'clarity'));
  });

  it('scores a text with nothing in it lowest throughout', () => {
    for (const { id } of criteriaFor('professional')) expect(score('x', id, 'x')).toBe(1);
  });

  it('marks down a draft that adds a figure, drops a doubt, or leaves half of it out', () => {
    expect(score(SOURCE, 'grounded')).toBe(5);
    expect(score(`${SOURCE} It cost 4,000 orders.`, 'grounded')).toBeLessThan(5);
    expect(judge([`${SOURCE} It cost 4,000 orders.`, SOURCE]).best).toBe(2);
    expect(score(SOURCE.replace('probably ', ''), 'grounded')).toBeLessThan(5);
    expect(score('Checkout was probably down from 14:02 to 14:31 UTC.', 'completeness')).toBeLessThan(3);
  });

  it.each([
    'He was careless.',
    'Bob forgot the flag.',
    'Dana approved it without looking.',
    'The reviewer (Dana) approved without looking.',
  ])('marks down blame: %s', (blame) =>
    expect(score(`${SOURCE} ${blame}`, 'blameless')).toBeLessThanOrEqual(3),
  );

  it('marks down typing slips, small beginnings, times out of order and repetition', () => {
    const rough = 'db was down 14:31 bc of teh pool. alert at 14:02. we rolled back.';
    const neat =
      'An alert fired at 14:02. The database was down at 14:31 because of the pool. We rolled back.';
    expect(score(rough, 'clarity', rough)).toBeLessThan(score(neat, 'clarity', neat));
    expect(score(`${SOURCE} We rolled back.`, 'clarity')).toBeLessThan(score(SOURCE, 'clarity'));
  });

  it('gives its reasons in words that a reader can check, and says that it is no model', () => {
    const { reasoning } = judge([NOTES.certificate, draft(NOTES.certificate)], NOTES.certificate);
    expect(reasoning).toContain('by rules, without a model');
    expect(reasoning).toMatch(/lists 4 moments by their times/);
    expect(reasoning).toMatch(/keeps all \d+ figures/);
    expect(reasoning).not.toMatch(/\bwords of the source\b|points/);
  });
});
