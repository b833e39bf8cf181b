import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { InPageLink } from '../components/InPageLink';
import { lazily } from '../components/lazily';
import { MissingParts } from '../components/MissingParts';
import { NoticesProvider, useNotify } from '../components/Notices';
import { amplifyServices } from '../data/amplify';
import { ServicesProvider } from '../data/services';
import type { Services, SignedInUser } from '../data/types';
import { UnsavedWorkJournal } from '../data/unsavedWork';
import { Keyboard, type KeyboardHelp } from '../features/keyboard/Keyboard';
import { say } from '../language/say';
import { Masthead } from './Masthead';
import { NotFoundPage } from './NotFoundPage';

const loadEditor = () => import('./EditorPage');
const EditorPage = lazily(loadEditor);
const LibraryPage = lazily(() => import('./LibraryPage'));
const ActionsPage = lazily(() => import('./ActionsPage'));
const YourDataPage = lazily(() => import('./YourDataPage'));
const TrendsPage = lazily(() => import('./TrendsPage'));
const AssistantPage = lazily(() => import('./AssistantPage'));
const MemoryPage = lazily(() => import('./MemoryPage'));
const ReviewsPage = lazily(() => import('./ReviewsPage'));
const AskPage = lazily(() => import('./AskPage'));

interface Props {
  user: SignedInUser;
  /** The account was confirmed a moment ago. */
  isNewAccount?: boolean;
  onSessionExpired: () => void;
  onSignOut: () => void;
  /** The backend; the deployed one unless a playground says otherwise. */
  services?: Services;
}

/** Everything behind the sign-in. */
export default function SignedInPages(props: Props) {
  const { user, isNewAccount = false, onSessionExpired, onSignOut } = props;
  const [help, setHelp] = useState<KeyboardHelp>(null);
  const services = useMemo(() => props.services ?? amplifyServices(user), [props.services, user]);
  const journal = useMemo(() => new UnsavedWorkJournal(localStorage, user.id), [user.id]);
  // Whoever reads the list opens something next; by then the editor is here.
  useEffect(() => void loadEditor(), []);
  const shared = { user, journal, onSessionExpired };
  return (
    <ServicesProvider services={services}>
      <NoticesProvider>
        {isNewAccount && <Welcome />}
        <MissingParts />
        <BrowserRouter>
          <InPageLink className="skip-link" to="main">
            {say('Skip to the content')}
          </InPageLink>
          <Keyboard shown={help} onShow={setHelp} />
          <Masthead
            user={user}
            onSessionExpired={onSessionExpired}
            onShortcuts={() => setHelp('shortcuts')}
            onSignOut={onSignOut}
          />
          <Main>
            <Routes>
              <Route index element={<LibraryPage {...shared} />} />
              <Route path="post-mortems/:id" element={<EditorPage {...shared} />} />
              <Route
                path="actions"
                element={<ActionsPage user={user} onSessionExpired={onSessionExpired} />}
              />
              <Route path="your-data" element={<YourDataPage user={user} />} />
              <Route
                path="assistant"
                element={<AssistantPage user={user} onSessionExpired={onSessionExpired} />}
              />
              <Route path="memory" element={<MemoryPage user={user} onSessionExpired={onSessionExpired} />} />
              <Route path="trends" element={<TrendsPage user={user} onSessionExpired={onSessionExpired} />} />
              <Route path="reviews" element={<ReviewsPage onSessionExpired={onSessionExpired} />} />
              <Route path="ask" element={<AskPage onSessionExpired={onSessionExpired} />} />
              {/* People shorten an address by hand; this one is the list. */}
              <Route path="post-mortems" element={<Navigate to="/" replace />} />
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Main>
        </BrowserRouter>
      </NoticesProvider>
    </ServicesProvider>
  );
}

function Welcome() {
  const notify = useNotify();
  useEffect(() => notify({ text: say('Your address is confirmed, and you are signed in.') }), [notify]);
  return null;
}

/** Moves the focus to the new page's content, so that a screen reader starts there and not at the top. */
function Main({ children }: { children: React.ReactNode }) {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus();
  }, [pathname]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <ErrorBoundary key={pathname}>
        <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
      </ErrorBoundary>
    </main>
  );
}

const PageSkeleton = () => (
  <div className="page stack" aria-busy="true">
    <p className="visually-hidden" role="status">
      {say('Opening…')}
    </p>
    <div className="skeleton" style={{ height: '2.5rem', width: '60%' }} />
    <div className="skeleton" style={{ height: '14rem' }} />
  </div>
);
