import { showingOrder, withNames } from '../../../domain/enhancement/showingOrder';

it('shows each of two drafts first in about half of all runs', () => {
  const firsts = Array.from({ length: 1000 }, (_, run) => showingOrder(`run-${run}`, 2)[0]);
  const micro = firsts.filter((position) => position === 0).length;
  expect(micro).toBeGreaterThan(440);
  expect(micro).toBeLessThan(560);
});

it('shows them in the same order again when a run is replayed', () => {
  expect(showingOrder('a-run', 5)).toEqual(showingOrder('a-run', 5));
  expect([...showingOrder('a-run', 5)].sort()).toEqual([0, 1, 2, 3, 4]);
});

it('names in the judge’s reasons the drafts that the reader sees, whatever order the judge saw', () => {
  const names = (shown: number) => `draft ${3 - shown} (Nova ${shown === 1 ? 'Lite' : 'Micro'})`;
  expect(withNames('Draft 1 keeps the times; draft 2 does not. Draft 7 is a dream.', 2, names)).toBe(
    'Draft 2 (Nova Lite) keeps the times; draft 1 (Nova Micro) does not. Draft 7 is a dream.',
  );
});
