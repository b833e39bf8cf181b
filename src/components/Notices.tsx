import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './Icon';

interface Notice {
  text: string;
  /** What can still be done about it. A notice with an action stays until it is dismissed. */
  action?: { label: string; run: () => void };
}

type Shown = Notice & { id: number };
/** Shows a notice. Returns what takes it away, for those whose document is left before it is. */
type Notify = (notice: Notice) => () => void;

/** Long enough to read a sentence twice. */
const READING_TIME_MS = 7_000;
const MOST_AT_ONCE = 3;

const NoticesContext = createContext<Notify | null>(null);
/** Takes a place in a dialog for the notices. Returns what gives it up. */
const PlacesContext = createContext<((place: HTMLElement) => () => void) | null>(null);

/** Tells people what just happened, without taking the focus away. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const [places, setPlaces] = useState<readonly HTMLElement[]>([]);
  const place = places.at(-1);
  const lastId = useRef(0);
  const before = useRef<HTMLElement | null>(null);
  const dismiss = useCallback((id: number) => {
    if (document.activeElement?.closest('.notice')) {
      const inDialog = document.activeElement?.closest('dialog');
      const around = inDialog?.querySelector<HTMLElement>('h2') ?? document.querySelector('main');
      const isThere = before.current?.isConnected && inDialog?.contains(before.current) !== false;
      (isThere ? before.current : around)?.focus({ preventScroll: true });
    }
    setShown((now) => now.filter((notice) => notice.id !== id));
  }, []);
  const notify = useCallback<Notify>(
    (notice) => {
      lastId.current += 1;
      const id = lastId.current;
      setShown((now) => [...now, { ...notice, id }].slice(-MOST_AT_ONCE));
      return () => dismiss(id);
    },
    [dismiss],
  );
  const list = useMemo(
    () => shown.map((notice) => <NoticeView key={notice.id} notice={notice} dismiss={dismiss} />),
    [shown, dismiss],
  );
  const takePlace = useCallback((taken: HTMLElement) => {
    setPlaces((now) => [...now, taken]);
    return () => setPlaces((now) => now.filter((one) => one !== taken));
  }, []);
  return (
    <NoticesContext value={notify}>
      <PlacesContext value={takePlace}>{children}</PlacesContext>
      {/* What a portal holds tells its parent here, wherever it stands. */}
      <div
        className="notices"
        role="status"
        onFocus={({ relatedTarget }) => {
          if (relatedTarget instanceof HTMLElement && !relatedTarget.closest('.notice')) {
            before.current = relatedTarget;
          }
        }}
      >
        {place ? createPortal(list, place) : list}
      </div>
    </NoticesContext>
  );
}

/**
 * Where notices stand while a dialog is open: the rest of the page is out of reach then, for pointers, keys and screen
 * readers. It is there before anything is said in it, so that it is read out.
 */
export function NoticesInDialog() {
  const place = useRef<HTMLDivElement>(null);
  const takePlace = useContext(PlacesContext);
  useLayoutEffect(() => {
    if (place.current && takePlace) return takePlace(place.current);
  }, [takePlace]);
  return <div ref={place} className="notices" role="status" />;
}

function NoticeView({ notice, dismiss }: { notice: Shown; dismiss: (id: number) => void }) {
  const { id, text, action } = notice;
  useEffect(() => {
    if (action) return;
    const timer = setTimeout(() => dismiss(id), READING_TIME_MS);
    return () => clearTimeout(timer);
  }, [id, action, dismiss]);
  return (
    <div className="notice">
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className="button button-small"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="button button-small" onClick={() => dismiss(id)}>
        <Icon name="remove" />
        <span className="visually-hidden">Dismiss</span>
      </button>
    </div>
  );
}

export function useNotify(): Notify {
  const notify = useContext(NoticesContext);
  if (!notify) throw new Error('useNotify needs a NoticesProvider above it.');
  return notify;
}
