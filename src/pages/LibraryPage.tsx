import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { lazily } from '../components/lazily';
import { useNotify } from '../components/Notices';
import { READER_ZONE, today } from '../components/reader';
import { contentOf } from '../data/content';
import { explain, SessionExpiredError } from '../data/errors';
import { useServices } from '../data/services';
import type { ListingQuery, SearchQuery, SignedInUser } from '../data/types';
import type { UnsavedWorkJournal } from '../data/unsavedWork';
import { ImportButton } from '../features/import/ImportButton';
import { examplePostMortem } from '../features/library/example';
import { Library } from '../features/library/Library';
import type { Deed } from '../features/library/ListingItem';
import { ShelfLinks } from '../features/library/ShelfLinks';
import { type Shelf, shelfOf } from '../features/library/shelves';
import { useLibraryReader } from '../features/library/useLibraryReader';
import { DailyLook } from '../features/onThisDay/dailyLook';
import { OnThisDay } from '../features/onThisDay/OnThisDay';
import { say } from '../language/say';
import { useDeletion } from './useDeletion';

// Few deletions are regretted.
const Bin = lazily(() => import('../features/bin/Bin'));

interface Props {
  user: SignedInUser;
  journal: UnsavedWorkJournal;
  onSessionExpired: () => void;
}

/** The first page: everything this user may read, list by list, and the way to something new. */
export default function LibraryPage(props: Props) {
  const [address] = useSearchParams();
  const shelf = shelfOf(address);
  if (shelf.id === 'deleted') return <BinShelf shelf={shelf} {...props} />;
  // Another list is another reading, from its own beginning.
  return <OneShelf key={shelf.id} shelf={shelf} {...props} />;
}

function OneShelf({ shelf, user, journal, onSessionExpired }: Props & { shelf: Shelf }) {
  const { postMortems, search: searching } = useServices();
  const navigate = useNavigate();
  const notify = useNotify();
  const list = useCallback(
    (query: ListingQuery) => {
      if (shelf.id === 'shared') return postMortems.listShared(user.id, query);
      if (shelf.id === 'published') return postMortems.listPublished(query);
      return postMortems.listOwned(user.id, { ...query, isArchived: shelf.id === 'archived' });
    },
    [shelf.id, postMortems, user.id],
  );
  const lists = useMemo(
    () => [
      (query: ListingQuery) => postMortems.listOwned(user.id, { ...query, isArchived: null }),
      (query: ListingQuery) => postMortems.listShared(user.id, query),
      (query: ListingQuery) => postMortems.listPublished(query),
    ],
    [postMortems, user.id],
  );
  const look = useMemo(
    () =>
      new DailyLook(
        { device: localStorage, tab: sessionStorage },
        { userId: user.id, today: today(), zone: READER_ZONE },
      ),
    [user.id],
  );
  // What was put elsewhere is looked for again, and so is what came back.
  const [moves, setMoves] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a move it is another search
  const search = useCallback((query: SearchQuery) => searching.search(query), [searching, moves]);
  const { reader, reading } = useLibraryReader(list, onSessionExpired);
  const reload = useCallback(() => {
    reader.reload();
    setMoves((count) => count + 1);
  }, [reader]);
  useEffect(() => journal.onCleared(reload), [journal, reload]);
  const remove = useDeletion(reload);
  const complain = useComplaint(onSessionExpired);
  const archive = async (id: string, title: string, isArchived: boolean): Promise<void> => {
    await postMortems.archive(id, isArchived);
    const back = () => archive(id, title, !isArchived).then(reload, complain);
    notify({
      text: isArchived
        ? say('Archived “⁨{title}⁩”. It is read and shared as before.', { title })
        : say('“⁨{title}⁩” is among yours again.', { title }),
      action: { label: say('Undo'), run: () => void back() },
    });
  };
  const duplicate: Deed = {
    label: say('Duplicate'),
    icon: 'copy',
    takesAway: false,
    run: async (id) => {
      const { duplicateOf } = await import('../../domain/postMortem/duplicate');
      const copied = crypto.randomUUID();
      await postMortems.create(copied, duplicateOf(contentOf(await postMortems.get(id))), []);
      await navigate(`/post-mortems/${copied}`);
    },
  };
  const takingAway = (label: string, icon: Deed['icon'], run: Deed['run']): Deed => ({
    label,
    icon,
    takesAway: true,
    run: async (id, title) => {
      await run(id, title);
      reader.leaveOut(id);
      setMoves((count) => count + 1);
    },
  });
  const own = [
    shelf.id === 'archived'
      ? takingAway(say('Unarchive'), 'unarchive', (id, title) => archive(id, title, false))
      : takingAway(say('Archive'), 'archive', (id, title) => archive(id, title, true)),
    takingAway(say('Delete'), 'trash', remove),
  ];
  const isOwn = shelf.id === 'mine' || shelf.id === 'archived';
  const deeds = [duplicate, ...(isOwn ? own : [])];
  return (
    <Library
      shelf={shelf}
      reader={reader}
      reading={reading}
      search={search}
      onSessionExpired={onSessionExpired}
      beside={<Beside journal={journal} />}
      aside={
        <OnThisDay
          look={look}
          lists={lists}
          items={reading.items}
          isReady={!reading.isReading}
          onSessionExpired={onSessionExpired}
        />
      }
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
      deeds={deeds.map((deed) => ({ ...deed, run: (...one) => deed.run(...one).catch(complain) }))}
    />
  );
}

/** Says what went wrong. */
function useComplaint(onSessionExpired: () => void) {
  const notify = useNotify();
  return (error: unknown) => {
    if (error instanceof SessionExpiredError) return onSessionExpired();
    const { message, advice } = explain(error);
    notify({ text: `${message} ${advice}` });
  };
}

function BinShelf({ shelf, journal, onSessionExpired }: Props & { shelf: Shelf }) {
  const { bin, postMortems } = useServices();
  const navigate = useNavigate();
  const notify = useNotify();
  return (
    <Bin
      bin={bin}
      postMortems={postMortems}
      shelves={<ShelfLinks current={shelf} />}
      onRestored={({ id, title }) =>
        notify({
          text: say('Restored “⁨{title}⁩”, with everybody it was shared with.', { title }),
          action: { label: say('Open|do'), run: () => void navigate(`/post-mortems/${id}`) },
        })
      }
      onGone={(id) => journal.clear(id)}
      onError={useComplaint(onSessionExpired)}
    />
  );
}

/** What the server's list does not show: text that is only on this device. */
function Beside({ journal }: { journal: UnsavedWorkJournal }) {
  const [kept, setKept] = useState(() => journal.all());
  useEffect(() => journal.onCleared(() => setKept(journal.all())), [journal]);
  if (kept.length === 0) return null;
  // Each once, as its latest window has it.
  const titles = new Map(kept.toReversed().map(({ postMortemId, content }) => [postMortemId, content.title]));
  return (
    <div className="beside">
      <section className="message message-warn">
        <h2 className="message-title">{say('Kept on this device, not saved yet')}</h2>
        <Links items={[...titles].map(([id, title]) => ({ id, title }))} />
      </section>
    </div>
  );
}

const Links = ({ items }: { items: { id: string; title: string }[] }) => (
  <ul className="stack-tight">
    {items.map(({ id, title }) => (
      <li key={id}>
        <Link to={`/post-mortems/${id}`}>
          <bdi>{title.trim() || say('Untitled post-mortem')}</bdi>
        </Link>
      </li>
    ))}
  </ul>
);
