import { useMemo } from 'react';
import { type ThemeId, themeById } from '../../../../domain/themes';
import type { Enhancement } from '../../../data/types';
import { winningText } from '../run/runs';
import { differingFacts } from './findings';

const labelOf = (theme: ThemeId) => themeById(theme).label;

/** Whether the winners of both voices carry the same facts. */
export function VoicesCompared({ run, other }: { run: Enhancement; other: Enhancement }) {
  const mine = winningText(run);
  const theirs = winningText(other);
  const differing = useMemo(
    () => (mine === null || theirs === null ? null : differingFacts(theirs, mine)),
    [mine, theirs],
  );
  if (differing === null) return null;
  const voices = `${labelOf(other.theme)} and ${labelOf(run.theme)}`;
  return differing.length === 0 ? (
    <p className="small">
      <span className="chip chip-good">Same facts</span> {voices} carry the same set of facts.
    </p>
  ) : (
    <p className="small">
      <span className="chip chip-warn">Other facts</span> {voices} do not carry the same facts:{' '}
      {differing.map((value) => `“${value}”`).join(', ')}.
    </p>
  );
}
