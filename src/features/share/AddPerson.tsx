import { type FormEvent, useId, useState } from 'react';
import { SHARED_FOR, type SharedFor } from '../../../domain/postMortem/access';
import { say, translated } from '../../language/say';

interface Props {
  busy: boolean;
  /** True when it is shared with them now. */
  onAdd(person: string, role: SharedFor): Promise<boolean>;
}

/** Names a colleague and what they may do. Whether there is such a person, the server says. */
export function AddPerson({ busy, onAdd }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<SharedFor>('EDITOR');
  const [isMissing, setIsMissing] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const person = typed.trim();
    setIsMissing(person === '');
    if (person !== '' && (await onAdd(person, role))) setTyped('');
  };
  return (
    <form className="stack-tight" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={id}>{say('Colleague’s e-mail or ID')}</label>
        <input
          id={id}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={isMissing}
          aria-describedby={`${id}hint`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={`${id}hint`} className={isMissing ? 'field-problem' : 'hint'}>
          {isMissing
            ? say('Type the address that they sign in with.')
            : say('The address that they sign in with. Add somebody again to change what they may do.')}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}role`}>{say('They may')}</label>
        <select
          id={`${id}role`}
          value={role}
          onChange={(event) => {
            const chosen = SHARED_FOR.find((one) => one.id === event.target.value);
            if (chosen) setRole(chosen.id);
          }}
        >
          {SHARED_FOR.map((one) => (
            <option key={one.id} value={one.id}>
              {translated(one.label)}
            </option>
          ))}
        </select>
      </div>
      <p>
        <button type="submit" className="button button-primary" aria-disabled={busy}>
          {say('Add')}
        </button>
      </p>
    </form>
  );
}
