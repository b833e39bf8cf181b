import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { say } from '../language/say';
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

/** Tells people what just happened, without taking the focus away. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const lastId = useRef(0);
  const before = useRef<HTMLElement | null>(null);
  const dismiss = useCallback((id: number) => {
    if (document.activeElement?.closest('.notice')) {
      const back = before.current?.isConnected ? before.current : document.querySelector('main');
      back?.focus({ preventScroll: true });
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
  return (
    <NoticesContext value={notify}>
      {children}
      <div
        className="notices"
        role="status"
        onFocus={({ relatedTarget }) => {
          if (relatedTarget instanceof HTMLElement && !relatedTarget.closest('.notice')) {
            before.current = relatedTarget;
          }
        }}
      >
        {list}
      </div>
    </NoticesContext>
  );
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
        <span className="visually-hidden">{say('Dismiss')}</span>
      </button>
    </div>
  );
}

export function useNotify(): Notify {
  const notify = useContext(NoticesContext);
  if (!notify) throw new Error('useNotify needs a NoticesProvider above it.');
  return notify;
}
