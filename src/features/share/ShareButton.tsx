import { type FormEvent, useId, useState } from 'react';
import { LIMITS } from '../../../domain/limits';
import { CopyButton } from '../../components/CopyButton';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import { Problem } from '../../components/Problem';

/** A user pool's `sub`, as the account menu shows it. */
const USER_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

interface Props {
  ownerId: string;
  userId: string;
  editors: readonly string[];
  /** Stores the new list. Rejects when it could not. */
  onChange(editors: string[]): Promise<void>;
}

/** Opens the question who else may read and edit. Only the owner may change it. */
export function ShareButton(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Icon name="share" />
        Share
      </button>
      {open && <ShareDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function ShareDialog({ ownerId, userId, editors, onChange, onClose }: Props & { onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const mayChange = ownerId === userId;
  const store = async (next: string[]) => {
    setBusy(true);
    setError(null);
    try {
      await onChange(next);
      return true;
    } catch (cause) {
      setError(cause);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title="Share" onClose={onClose}>
      <p>
        Whoever is on this list can open the link, read everything and edit it. Nobody else sees anything.
      </p>
      <EditorList
        editors={editors}
        onRemove={
          mayChange && !busy ? (gone) => void store(editors.filter((one) => one !== gone)) : undefined
        }
      />
      {mayChange ? (
        <AddEditor taken={[ownerId, ...editors]} busy={busy} onAdd={(id) => store([...editors, id])} />
      ) : (
        <p className="soft">Only its owner can change who may edit.</p>
      )}
      {error !== null && <Problem error={error} />}
      <div className="row">
        <CopyButton text={() => location.href.split('#')[0] ?? ''}>Copy link</CopyButton>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        {busy && (
          <span className="row soft" role="status">
            <span className="spinner" /> Saving…
          </span>
        )}
      </div>
    </Dialog>
  );
}

function EditorList(props: { editors: readonly string[]; onRemove?: ((id: string) => void) | undefined }) {
  const { editors, onRemove } = props;
  if (editors.length === 0) return <p className="soft">Not shared with anybody yet.</p>;
  return (
    <ul className="stack-tight">
      {editors.map((id) => (
        <li key={id} className="row row-between">
          <code className="id-text">{id}</code>
          {onRemove && (
            <button type="button" className="icon-button" onClick={() => onRemove(id)}>
              <Icon name="remove" />
              <span className="visually-hidden">Stop sharing with {id}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function AddEditor(props: { taken: readonly string[]; busy: boolean; onAdd(id: string): Promise<boolean> }) {
  const { taken, busy, onAdd } = props;
  const fieldId = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const id = typed.trim().toLowerCase();
    const wrong = problemWith(id, taken);
    setProblem(wrong);
    if (wrong === null && (await onAdd(id))) setTyped('');
  };
  return (
    <form className="stack-tight" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={fieldId}>Colleague’s ID</label>
        <input
          id={fieldId}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem !== null}
          aria-describedby={`${fieldId}hint`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={`${fieldId}hint`} className={problem ? 'field-problem' : 'hint'}>
          {problem ?? 'They find it in their account menu, under “Copy my ID”.'}
        </p>
      </div>
      <p>
        <button type="submit" className="button button-primary" disabled={busy}>
          Add
        </button>
      </p>
    </form>
  );
}

function problemWith(id: string, taken: readonly string[]): string | null {
  if (!USER_ID.test(id)) return 'That is not an ID. It looks like 1a2b3c4d-1234-5678-9abc-0123456789ab.';
  if (taken.includes(id)) return 'They can already edit it.';
  if (taken.length > LIMITS.editors) return `At most ${LIMITS.editors} people can edit.`;
  return null;
}
