import { useCallback, useEffect, useState } from 'react';
import { type Member, type PeopleLists, type SharedFor, sharedWith } from '../../../domain/postMortem/access';
import { CopyButton } from '../../components/CopyButton';
import { Dialog } from '../../components/Dialog';
import { Problem } from '../../components/Problem';
import { say } from '../../language/say';
import { AddPerson } from './AddPerson';
import { PeopleList } from './PeopleList';

/** What sharing needs to know, and how it is done. */
export interface ShareProps {
  /** Only the owner changes whom it is shared with. */
  isOwner: boolean;
  lists: PeopleLists;
  /** Whom it is shared with, by name. */
  members(): Promise<Member[]>;
  /** Shares it with somebody, or stops doing so (null). Rejects when it could not. */
  onShare(person: string, role: SharedFor | null): Promise<void>;
}

/** Whom it is shared with, and as what; the owner adds and removes people. */
export default function ShareDialog({
  isOwner,
  lists,
  members,
  onShare,
  onClose,
}: ShareProps & { onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  // What is asked for stays the same while the dialog is open.
  const [ask] = useState(() => members);
  const readNames = useCallback(async () => {
    try {
      setNames(new Map((await ask()).map(({ person, name }) => [person, name])));
    } catch (cause) {
      setError(cause);
    }
  }, [ask]);
  useEffect(() => void readNames(), [readNames]);
  const share = async (person: string, role: SharedFor | null) => {
    setBusy(true);
    setError(null);
    try {
      await onShare(person, role);
      await readNames();
      return true;
    } catch (cause) {
      setError(cause);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const people = [...sharedWith(lists)].map(([person, role]) => ({
    person,
    role,
    name: names.get(person) || person,
  }));
  return (
    <Dialog title={say('Share')} onClose={onClose}>
      <p>
        {say(
          'These people find it under “Shared with me”. Until it is published, nobody else sees anything of it.',
        )}
      </p>
      <PeopleList
        people={people}
        onRemove={isOwner && !busy ? (person) => void share(person, null) : undefined}
      />
      {isOwner ? (
        <AddPerson busy={busy} onAdd={share} />
      ) : (
        <p className="soft">{say('Only its owner can change whom it is shared with.')}</p>
      )}
      {error !== null && <Problem error={error} />}
      <div className="row">
        <CopyButton text={() => location.href.split('#')[0] ?? ''}>{say('Copy link')}</CopyButton>
        <button type="button" className="button" onClick={onClose}>
          {say('Close')}
        </button>
        {busy && (
          <span className="row soft" role="status">
            <span className="spinner" /> {say('Saving…')}
          </span>
        )}
      </div>
    </Dialog>
  );
}
