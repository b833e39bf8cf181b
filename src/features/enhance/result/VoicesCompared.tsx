import { useMemo } from 'react';
import { type ThemeId, themeById } from '../../../../domain/themes';
import type { Enhancement } from '../../../data/types';
import { listed } from '../../../language/formats';
import { say, translated } from '../../../language/say';
import { winningText } from '../run/runs';
import { differingFacts } from './findings';

const labelOf = (theme: ThemeId) => translated(themeById(theme).label);

/** Whether the winners of both voices carry the same facts. */
export function VoicesCompared({ run, other }: { run: Enhancement; other: Enhancement }) {
  const mine = winningText(run);
  const theirs = winningText(other);
  const differing = useMemo(
    () => (mine === null || theirs === null ? null : differingFacts(theirs, mine)),
    [mine, theirs],
  );
  if (differing === null) return null;
  const voices = listed([labelOf(other.theme), labelOf(run.theme)]);
  return differing.length === 0 ? (
    <p className="small">
      <span className="chip chip-good">{say('Same facts')}</span>{' '}
      {say('{voices} carry the same set of facts.', { voices })}
    </p>
  ) : (
    <p className="small">
      <span className="chip chip-warn">{say('Other facts')}</span>{' '}
      {say('{voices} do not carry the same facts: {values}.', {
        voices,
        values: differing.map((value) => `“${value}”`).join(', '),
      })}
    </p>
  );
}
