import { LIMITS } from '../../../../domain/limits';
import { emptyPostMortem } from '../../../../domain/postMortem';
import { type Given, readTimeline } from '../../../../domain/timeline';
import { type Offer, offersOf } from '../../../../domain/timeline/landing';
import {
  carriedOver,
  chosenEntries,
  edited,
  entryOf,
  isTicked,
  onlyTicked,
  selectionOf,
  ticked,
  tooMuch,
  withOtherTime,
} from '../../../../src/features/timeline/selection';

const ROME: Given = { date: '2026-03-04', zone: 'Europe/Rome' };
const TEXT = '14:02 deploy started\n:eyes: 2\n14:09 coffee\n14:31 rolled back';
const offersIn = (text = TEXT, given = ROME, existing = [] as Parameters<typeof offersOf>[1]) =>
  offersOf(readTimeline(text, given), existing);
const texts = (selection: ReturnType<typeof selectionOf>) => chosenEntries(selection).map(({ text }) => text);

it('entries are ticked, and lines that were left out or stand in the timeline already are not', () => {
  const there = chosenEntries(selectionOf(offersIn('14:31 rolled back')));
  expect(texts(selectionOf(offersIn(TEXT, ROME, there)))).toEqual(['deploy started', 'coffee']);
});

it('a left-out line can be taken by hand, and an entry left', () => {
  const selection = ticked(ticked(selectionOf(offersIn()), 1, true), 2, false);
  expect(texts(selection)).toEqual(['deploy started', ':eyes: 2', 'rolled back']);
  expect(texts(onlyTicked(selection, ({ kind }) => kind === 'trigger'))).toEqual([
    'deploy started',
    ':eyes: 2',
  ]);
});

it('another time has another moment, and a line taken by hand is on the day of the entry above it', () => {
  const selection = withOtherTime(ticked(selectionOf(offersIn()), 1, true), 1, '14:03');
  expect(entryOf(selection, 1)).toMatchObject({ at: '14:03', moment: '2026-03-04T14:03:00+01:00' });
  expect(entryOf(withOtherTime(selection, 0, '13:58'), 0).moment).toBe('2026-03-04T13:58:00+01:00');
  expect(entryOf(withOtherTime(selection, 0, 'early'), 0).moment).toBeUndefined();
});

it('another day or zone keeps what was chosen and written, and changes the moments', () => {
  let selection = ticked(selectionOf(offersIn()), 2, false);
  selection = edited(selection, 0, { ...entryOf(selection, 0), text: 'deploy of 4.2' });
  selection = withOtherTime(selection, 3, '14:32');
  const again = carriedOver(selection, offersIn(TEXT, { date: '2026-03-05', zone: 'UTC' }));
  expect(isTicked(again, 2)).toBe(false);
  expect(entryOf(again, 0)).toMatchObject({ text: 'deploy of 4.2', moment: '2026-03-05T14:02:00+00:00' });
  expect(entryOf(again, 3)).toMatchObject({ at: '14:32', moment: '2026-03-05T14:32:00+00:00' });
  const other = carriedOver(selection, offersIn('14:02 something else'));
  expect(texts(other)).toEqual(['something else']);
});

describe('what does not fit is said before it is added', () => {
  const content = { ...emptyPostMortem('x'), timeline: [{ at: '', text: 'there' }] };
  const many = (count: number, text = 'x') =>
    Array.from({ length: count }, (_, index) => ({ at: '14:02', text: `${index} ${text}` }));

  it('by the number of entries', () => {
    expect(tooMuch(many(LIMITS.timelineEntries - 1), content)).toBeNull();
    expect(tooMuch(many(10_000), content)).toEqual({
      why: 'A timeline holds 500 entries and has 1; 10,000 are ticked.',
      fits: LIMITS.timelineEntries - 1,
    });
  });

  it('by the bytes of the document, in any script', () => {
    const problem = tooMuch(many(300, '火'.repeat(1_000)), content);
    expect(problem?.why).toBe('A document holds 380 KB, and with these entries it would have more.');
    expect(problem?.fits).toBeGreaterThan(100);
    expect(problem?.fits).toBeLessThan(130);
  });
});

it('choices over a hundred thousand lines are made and carried over at once', () => {
  const [offer] = offersIn('14:02 event');
  const offers = Array.from({ length: 100_000 }, (_, index) => ({ ...offer, line: index + 1 }) as Offer);
  const again = carriedOver(
    onlyTicked(selectionOf(offers), () => true),
    [...offers],
  );
  expect(chosenEntries(again)).toHaveLength(100_000);
});
