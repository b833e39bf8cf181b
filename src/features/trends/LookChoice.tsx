import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { PERIODS, type PeriodId } from '../../../domain/trends/period';
import { say, translated } from '../../language/say';
import { SCOPES, type ScopeId } from './scope';

/** Whose post-mortems are counted, and how far back. The address keeps both. */
export function LookChoice({ scope, period }: { scope: ScopeId; period: PeriodId }) {
  const id = useId();
  const [, setAddress] = useSearchParams();
  const choose = (name: 'list' | 'period', value: string) =>
    setAddress(
      (before) => {
        const address = new URLSearchParams(before);
        address.set(name, value);
        return address;
      },
      { preventScrollReset: true },
    );
  return (
    <div className="row look-choice">
      <div className="field">
        <label htmlFor={`${id}scope`}>{say('Counted')}</label>
        <select id={`${id}scope`} value={scope} onChange={(event) => choose('list', event.target.value)}>
          {SCOPES.map((one) => (
            <option key={one.id} value={one.id}>
              {say(one.label)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}period`}>{say('Period')}</label>
        <select id={`${id}period`} value={period} onChange={(event) => choose('period', event.target.value)}>
          {PERIODS.map((one) => (
            <option key={one.id} value={one.id}>
              {translated(one.label)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
