import { useEffect, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useNotify } from '../components/Notices';
import { type Deletions, withoutWaiting } from '../data/deletions';
import { explain, SessionExpiredError } from '../data/errors';
import { OpenedSharedList } from '../data/openedShared';
import { useServices } from '../data/services';
import type { SignedInUser } from '../data/types';
import type { UnsavedWorkJournal } from '../data/unsavedWork';
import { ImportButton } from '../features/import/ImportButton';
import { examplePostMortem } from '../features/library/example';
import { Library } from '../features/library/Library';
import { useLibraryReader } from '../features/library/useLibraryReader';
import { useDeletion } from './useDeletion';

interface Props {
  user: SignedInUser;
  journal: UnsavedWorkJournal;
  deletions: Deletions;
  onSessionExpired: () => void;
}

/** The first page: everything this user has, and the way to something new. */
export function LibraryPage({ user, journal, deletions, onSessionExpired }: Props) {
  const { postMortems } = useServices();
  const navigate = useNavigate();
  const notify = useNotify();
  const listed = useMemo(() => withoutWaiting(postMortems, deletions), [postMortems, deletions]);
  const { reader, reading } = useLibraryReader(listed, user.id, onSessionExpired);
  const { reload } = reader;
  useEffect(() => journal.onCleared(reload), [journal, reload]);
  const remove = useDeletion(journal, deletions, reload);
  const complain = (error: unknown) => {
    if (error instanceof SessionExpiredError) return onSessionExpired();
    const { message, advice } = explain(error);
    notify({ text: `${message} ${advice}` });
  };
  return (
    <Library
      reader={reader}
      reading={reading}
      beside={<Beside user={user} journal={journal} />}
      ways={
        <ImportButton
          onImport={async (content) => {
            const id = crypto.randomUUID();
            await postMortems.create(id, content, []);
            await navigate(`/post-mortems/${id}`);
          }}
        />
      }
      onNew={() => navigate(`/post-mortems/${crypto.randomUUID()}`, { state: { isNew: true } })}
      onExample={async () => {
        const id = crypto.randomUUID();
        try {
          await postMortems.create(id, examplePostMortem(), []);
          await navigate(`/post-mortems/${id}`);
        } catch (error) {
          complain(error);
        }
      }}
      onDelete={async (id) => {
        try {
          await remove(id);
          reader.leaveOut(id);
        } catch (error) {
          complain(error);
        }
      }}
    />
  );
}

/** What the server's list does not show: text that is only on this device, and what others shared. */
function Beside({ user, journal }: { user: SignedInUser; journal: UnsavedWorkJournal }) {
  const [kept, setKept] = useState(() => journal.all());
  useEffect(() => journal.onCleared(() => setKept(journal.all())), [journal]);
  const [shared] = useState(() => new OpenedSharedList(localStorage, user.id).all());
  if (kept.length === 0 && shared.length === 0) return null;
  return (
    <div className="beside">
      {kept.length > 0 && (
        <section className="message message-warn">
          <h2 className="message-title">Kept on this device, not saved yet</h2>
          <Links
            items={kept.map(({ postMortemId, content }) => ({ id: postMortemId, title: content.title }))}
          />
        </section>
      )}
      {shared.length > 0 && (
        <section className="message">
          <h2 className="message-title">Shared with you</h2>
          <Links items={shared} />
        </section>
      )}
    </div>
  );
}

const Links = ({ items }: { items: { id: string; title: string }[] }) => (
  <ul className="stack-tight">
    {items.map(({ id, title }) => (
      <li key={id}>
        <Link to={`/post-mortems/${id}`}>
          <bdi>{title.trim() || 'Untitled post-mortem'}</bdi>
        </Link>
      </li>
    ))}
  </ul>
);
