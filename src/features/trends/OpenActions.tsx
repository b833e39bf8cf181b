import { agesToCsv } from '../../../domain/trends/csv';
import type { AgeCount } from '../../../domain/trends/openActions';
import { say, sayCount, translated } from '../../language/say';
import { BarList } from './BarList';
import { Figure } from './Figure';
import type { ScopeId } from './scope';
import { PlainTable } from './Tables';

interface Props {
  ages: readonly AgeCount[];
  isWhole: boolean;
  scope: ScopeId;
}

/** How long the open actions have been open. */
export function OpenActions({ ages, isWhole, scope }: Props) {
  const open = ages.reduce((sum, { count }) => sum + count, 0);
  const overdue = ages.reduce((sum, each) => sum + each.overdue, 0);
  return (
    <Figure
      title={say('Open actions by age')}
      words={
        <>
          <p>
            {open === 0
              ? say('No action is open.')
              : sayCount(
                  open,
                  '{n} open, {overdue} of them overdue.',
                  '{n} open, {overdue} of them overdue.',
                  { overdue },
                )}{' '}
            {say(
              'As old as their post-mortem, whatever the period above. The links lead to the open actions of all your lists.',
            )}
          </p>
          {!isWhole && (
            <p>
              {scope === 'shared'
                ? say('Counted in the 30 that were shared last; more are not looked through.')
                : say(
                    'There are more post-mortems than are looked through: only the latest changed ones are counted.',
                  )}
            </p>
          )}
        </>
      }
      table={
        <PlainTable
          heads={[say('Age'), say('Open|actions'), say('Overdue')]}
          rows={ages.map(({ label, count, overdue: late }) => [translated(label), count, late])}
        />
      }
      csv={() => agesToCsv(ages)}
      fileName="open-actions-by-age.csv"
    >
      {open > 0 && (
        <BarList
          bars={ages.map(({ id, label, count, overdue: late }) => ({
            key: id,
            name: translated(label),
            count,
            part: late,
            ...(late > 0 && { more: say('{n} overdue', { n: late }) }),
            to: count === 0 ? null : `/actions?age=${id}`,
          }))}
        />
      )}
    </Figure>
  );
}
