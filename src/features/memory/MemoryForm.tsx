import { useEffect, useId, useRef, useState } from 'react';
import {
  kindOf,
  LONGEST_MEMORY,
  MEMORY_KINDS,
  type MemoryKind,
  wrongMemory,
} from '../../../domain/memory/memory';
import { Problem } from '../../components/Problem';
import { say, translated } from '../../language/say';

/** What the form holds: a sentence, what kind it is, and for whom. */
export interface Written {
  text: string;
  kind: MemoryKind;
  isTeams: boolean;
}

interface Props {
  /** What is changed; nothing for a new one. For whom it is does not change. */
  before?: Written;
  /** What the button says. */
  submit: string;
  onSubmit(written: Written): Promise<void>;
  onCancel?: () => void;
}

/** Writes a memory: its kind is guessed by its words until somebody chooses one. */
export function MemoryForm({ before, submit, onSubmit, onCancel }: Props) {
  const id = useId();
  const [text, setText] = useState(before?.text ?? '');
  const [chosen, setChosen] = useState<MemoryKind | null>(before?.kind ?? null);
  const [isTeams, setTeams] = useState(before?.isTeams ?? false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);
  const isChange = before !== undefined;
  // The button that opened it is gone.
  useEffect(() => {
    if (isChange) field.current?.focus();
  }, [isChange]);
  const wrong = wrongMemory(text);
  const kind = chosen ?? kindOf(text);
  const send = async () => {
    setTried(true);
    if (wrong !== null || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit({ text: text.trim(), kind, isTeams });
      setText('');
      setChosen(null);
      setTried(false);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="memory-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="field">
        <label htmlFor={`${id}text`}>{say('What to remember, in one sentence')}</label>
        <input
          id={`${id}text`}
          ref={field}
          value={text}
          maxLength={LONGEST_MEMORY}
          autoComplete="off"
          placeholder={say('Such as: say customer, not user')}
          aria-invalid={tried && wrong !== null}
          aria-describedby={`${id}wrong`}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="field-problem" id={`${id}wrong`} role="status">
          {tried && wrong !== null && translated(wrong)}
        </p>
      </div>
      <div className="memory-choices">
        <div className="field">
          <label htmlFor={`${id}kind`}>{say('What it is')}</label>
          <select
            id={`${id}kind`}
            value={kind}
            onChange={({ target }) => setChosen(target.value as MemoryKind)}
          >
            {MEMORY_KINDS.map((one) => (
              <option key={one.id} value={one.id}>
                {translated(one.label)}
              </option>
            ))}
          </select>
        </div>
        {!before && (
          <div className="field">
            <label htmlFor={`${id}whose`}>{say('For whom')}</label>
            <select
              id={`${id}whose`}
              value={isTeams ? 'team' : 'me'}
              onChange={({ target }) => setTeams(target.value === 'team')}
            >
              <option value="me">{say('For me alone')}</option>
              <option value="team">{say('For the whole team')}</option>
            </select>
          </div>
        )}
      </div>
      {problem !== null && <Problem error={problem} />}
      <div className="row">
        <button type="submit" className="button button-primary" aria-disabled={busy}>
          {busy && <span className="spinner" />}
          {submit}
        </button>
        {onCancel && (
          <button type="button" className="button button-quiet" onClick={onCancel}>
            {say('Cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
