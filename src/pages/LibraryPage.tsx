import { useCallback, useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useNotify } from '../components/Notices';
import { type Deletions, withoutWaiting } from '../data/deletions';
import { explain, SessionExpiredError } from '../data/errors';
import { useServices } from '../data/services';
import type { ListingQuery, SearchQuery, SignedInUser } from '../data/types';
import type { UnsavedWorkJournal } from '../data/unsavedWork';
import { ImportButton } from '../features/import/ImportButton';
import { examplePostMortem } from '../features/library/example';
import { Library } from '../features/library/Library';
import { type Shelf, shelfOf } from '../features/library/shelves';
import { useLibraryReader } from '../features/library/useLibraryReader';
import { useDeletion } from './useDeletion';

interface Props {
  user: SignedInUser;
  journal: UnsavedWorkJournal;
  deletions: Deletions;
  onSessionExpired: () => void;
}

/** The first page: everything this user may read, list by list, and the way to something new. */
export default function LibraryPage(props: Props) {
  const [address] = useSearchParams();
  const shelf = shelfOf(address);
  // Another list is another reading, from its own beginning.
  return <OneShelf key={shelf.id} shelf={shelf} {...props} />;
}

function OneShelf({ shelf, user, journal, deletions, onSessionExpired }: Props & { shelf: Shelf }) {
  const { postMortems, search: searching } = useServices();
  const navigate = useNavigate();
  const notify = useNotify();
  const isMine = shelf.id === 'mine';
  const list = useCallback(
    (query: ListingQuery) => {
      if (shelf.id === 'shared') return postMortems.listShared(user.id, query);
      if (shelf.id === 'published') return postMortems.listPublished(query);
      return withoutWaiting(postMortems, deletions).listOwned(user.id, query);
    },
    [shelf.id, postMortems, deletions, user.id],
  );
  const [deleted, setDeleted] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a deletion, or one that was called off, it is another search
  const search = useCallback(
    async (query: SearchQuery) => {
      const page = await searching.search(query);
      return { ...page, items: page.items.filter(({ id }) => !deletions.isWaiting(id)) };
    },
    [searching, deletions, deleted],
  );
  const { reader, reading } = useLibraryReader(list, onSessionExpired);
  const { reload } = reader;
  useEffect(() => journal.onCleared(reload), [journal, reload]);
  const remove = useDeletion(journal, deletions, () => {
    reload();
    setDeleted((count) => count + 1);
  });
  const complain = (error: unknown) => {
    if (error instanceof SessionExpiredError) return onSessionExpired();
    const { message, advice } = explain(error);
    notify({ text: `${message} ${advice}` });
  };
  return (
    <Library
      shelf={shelf}
      reader={reader}
      reading={reading}
      search={search}
      onSessionExpired={onSessionExpired}
      beside={<Beside journal={journal} />}
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
      onDelete={
        !isMine
          ? null
          : async (id) => {
              try {
                await remove(id);
                reader.leaveOut(id);
                setDeleted((count) => count + 1);
              } catch (error) {
                complain(error);
              }
            }
      }
    />
  );
}

/** What the server's list does not show: text that is only on this device. */
function Beside({ journal }: { journal: UnsavedWorkJournal }) {
  const [kept, setKept] = useState(() => journal.all());
  useEffect(() => journal.onCleared(() => setKept(journal.all())), [journal]);
  if (kept.length === 0) return null;
  return (
    <div className="beside">
      <section className="message message-warn">
        <h2 className="message-title">Kept on this device, not saved yet</h2>
        <Links
          items={kept.map(({ postMortemId, content }) => ({ id: postMortemId, title: content.title }))}
        />
      </section>
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
