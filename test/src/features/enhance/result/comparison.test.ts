import { compare } from '../../../../../src/features/enhance/result/comparison';
import { draftMarks, ownMarks, tallyOf } from '../../../../../src/features/enhance/result/sheetMarks';
import { finding } from './draft';

const own =
  'the cache was full. checkout failed at 14:02. pagerduty fired at 14:05 and woke the on-call. lunch was good.';
const draft =
  '**What happened:** Checkout failed at 14:02.\n\n- The cache was full.\n- At 14:05 PagerDuty woke the on-call.\n\nThe vendor apologised.\n\n[TODO: Who was affected?]';
const compared = compare(own, draft);
const fates = (side: 'own' | 'draft') =>
  Object.fromEntries(compared[side].map(({ unit, fate }) => [unit.text.trim().replace(/^- /, ''), fate]));

describe('a draft beside the author’s text', () => {
  it('says of each sentence what became of it', () => {
    expect(fates('draft')).toEqual({
      '**What happened:** Checkout failed at 14:02.': 'reworded',
      'The cache was full.': 'same',
      'At 14:05 PagerDuty woke the on-call.': 'reworded',
      'The vendor apologised.': 'new',
      '[TODO: Who was affected?]': 'asks',
    });
    expect(fates('own')['lunch was good.']).toBe('gone');
  });

  it('says what moved: as few sentences as had to', () => {
    expect(compared.draft.filter(({ moved }) => moved)).toHaveLength(1);
    expect(compare(own, own).draft.some(({ moved }) => moved)).toBe(false);
  });

  it('calls nothing moved that only has questions around it, and no word new that is the author’s', () => {
    const notes =
      'memory leak in worker 2.9.0. we saw it wed 11:20. first guess was redis. rolled back to 2.8.3 at 12:05. 212 jobs had to be rerun by hand';
    const asked = compare(
      notes,
      'Memory leak in worker 2.9.0. We saw it Wed 11:20. First guess was Redis.\n\n[TODO: Who saw customers complain?]\n\n[TODO: Which dashboard saw errors rise?]\n\n[TODO: Who saw alerts fire?]\n\n**What was done:** Rolled back to 2.8.3 at 12:05. 212 jobs had to be rerun by hand.',
    );
    expect(asked.draft.some(({ moved }) => moved)).toBe(false);
    const marked = draftMarks(asked, []).filter(({ className }) => className === 'new-word');
    expect(marked).toEqual([]);
  });

  it('counts what the margins show', () => {
    expect(tallyOf(compared)).toEqual({ new: 1, reworded: 1, moved: 1, asks: 1, gone: 1 });
    expect(Object.values(tallyOf(compare(own, own.toUpperCase()))).every((number) => number === 0)).toBe(
      true,
    );
  });

  it('marks words, not the bullets and asterisks before them', () => {
    for (const { start, end, bar } of draftMarks(compared, [])) {
      expect(draft.slice(start, end)).not.toMatch(/^[-*\s]/);
      if (bar === 'new') expect(draft.slice(start, end)).toBe('The vendor apologised.');
    }
    expect(ownMarks(compared, []).map(({ start, end }) => own.slice(start, end))).toEqual([
      'lunch was good.',
    ]);
  });

  it('puts a finding where it stands, with what the author’s text says', () => {
    const added = finding(draft, '14:05', { kind: 'time', instead: '14:06' });
    const lost = finding(own, 'lunch', { list: 'lost', kind: 'name' });
    expect(draftMarks(compared, [added, lost]).filter(({ note }) => note)).toMatchObject([
      { start: draft.indexOf('14:05'), note: { text: expect.stringContaining('Your text says: “14:06”') } },
    ]);
    expect(ownMarks(compared, [added, lost]).filter(({ note }) => note)).toMatchObject([
      { start: own.indexOf('lunch'), note: { text: expect.stringContaining('is missing from the draft') } },
    ]);
  });

  it('does not call a long sentence gone that is told in several short ones', () => {
    const long =
      'The primary database ran out of disk space while replicas lagged behind and failover was refused';
    const short =
      '- The primary database ran out of disk space.\n- Replicas lagged behind.\n- Failover was refused.';
    expect(compare(long, short).own.map(({ fate }) => fate)).toEqual(['reworded']);
  });

  it('does not call an opening new that is made of several sentences of the author’s', () => {
    const notes = 'redis cache overflowed. checkout payments failed. pagerduty alarms slept.';
    const opening = 'Redis cache overflowed, checkout payments failed and PagerDuty alarms slept.';
    const { draft: told } = compare(notes, `${opening}\n\nThe vendor apologised for the weather.`);
    expect(told.map(({ fate }) => fate)).toEqual(['reworded', 'new']);
  });

  it.each([
    ['thousands of short sentences', 'Pods failed. ', 'Node failed. '],
    ['thousands of different ones', null, null],
  ])('reads %s at once', (_, mine, theirs) => {
    const text = (repeated: string | null, step: number) =>
      repeated === null
        ? Array.from({ length: 1_400 }, (_, at) => `Pod ${(at * step) % 1_400} failed.`).join(' ')
        : repeated.repeat(1_500);
    const { draft: told } = compare(text(mine, 1), text(theirs, 3));
    expect(told.length).toBeGreaterThan(1_000);
  });
});
