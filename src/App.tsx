import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { ErrorBoundary } from './components/ErrorBoundary';
import { lazily } from './components/lazily';
import { Problem } from './components/Problem';
import { currentUser, endSession, onSessionChange } from './data/session';
import type { SignedInUser } from './data/types';
import { say } from './language/say';
import { useLanguage } from './language/useLanguage';
import { ThemeProvider } from './theme/ThemeProvider';

// Both are lazy: the first thing a visitor loads is only the question whether they are signed in.
const SignInPage = lazily(() => import('./features/sign-in/SignInPage'));
const SignedInPages = lazily(() => import('./pages/SignedInPages'));

type Session =
  | { kind: 'checking' }
  | { kind: 'unknown'; error: unknown }
  | { kind: 'signedOut'; expired: boolean }
  | { kind: 'signedIn'; user: SignedInUser };

export function App() {
  // Another language draws everything anew.
  useLanguage();
  return (
    <ThemeProvider>
      <ErrorBoundary>
        <Suspense fallback={<Opening />}>
          <SessionGate />
        </Suspense>
      </ErrorBoundary>
    </ThemeProvider>
  );
}

function SessionGate() {
  const [session, setSession] = useState<Session>({ kind: 'checking' });
  const isNewAccount = useRef(false);

  const check = useCallback(async () => {
    try {
      const user = await currentUser();
      setSession((now) => {
        if (user) return { kind: 'signedIn', user };
        return now.kind === 'signedOut' ? now : { kind: 'signedOut', expired: false };
      });
    } catch (error) {
      setSession({ kind: 'unknown', error });
    }
  }, []);

  const expire = useCallback(() => {
    setSession({ kind: 'signedOut', expired: true });
    // Tokens that the server no longer takes must not sign anybody in again.
    void endSession();
  }, []);

  useEffect(() => {
    void check();
    return onSessionChange((change) => {
      if (change === 'signedIn') void check();
      if (change === 'expired') setSession({ kind: 'signedOut', expired: true });
      if (change === 'signedOut') {
        setSession((now) => (now.kind === 'signedOut' ? now : { kind: 'signedOut', expired: false }));
      }
    });
  }, [check]);

  switch (session.kind) {
    case 'checking':
      return <Opening />;
    case 'unknown':
      return (
        <main className="page page-narrow">
          <Problem error={session.error}>
            <button type="button" className="button" onClick={() => void check()}>
              {say('Try again')}
            </button>
          </Problem>
        </main>
      );
    case 'signedOut':
      return (
        <SignInPage
          expired={session.expired}
          onConfirmed={() => {
            isNewAccount.current = true;
          }}
        />
      );
    case 'signedIn':
      return (
        <SignedInPages
          user={session.user}
          isNewAccount={isNewAccount.current}
          onSessionExpired={expire}
          onSignOut={() => void endSession()}
        />
      );
  }
}

const Opening = () => (
  <main className="page opening" aria-busy="true">
    <p className="row soft" role="status">
      <span className="spinner" /> {say('Opening…')}
    </p>
  </main>
);
