import { Suspense, useId, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { CopyButton } from '../components/CopyButton';
import { Icon } from '../components/Icon';
import { lazily, lazilyAfter } from '../components/lazily';
import type { SignedInUser } from '../data/types';
import { LanguageSelect } from '../language/LanguageSelect';
import { say } from '../language/say';
import { Raven } from '../theme/Raven';
import { ThemeSelect } from '../theme/ThemeSelect';

/** Nobody waits for a number: what the page is for comes first. */
const COUNT_AFTER_MS = 4_000;
const ReviewCount = lazilyAfter(COUNT_AFTER_MS, () => import('../features/humanReview/ReviewCount'));

const AssistantPanel = lazily(() => import('./AssistantPanel'));

/** The bar on top of every page: where you are, how it looks, who you are. */
export function Masthead(props: {
  user: SignedInUser;
  onSessionExpired: () => void;
  onShortcuts: () => void;
  onSignOut: () => void;
}) {
  const { user, onSessionExpired, onShortcuts, onSignOut } = props;
  const [isAsking, setAsking] = useState(false);
  const menuId = useId();
  const { pathname } = useLocation();
  return (
    <header className="masthead">
      <div className="masthead-inner">
        <Link className="brand" to="/">
          <Raven />
          <span className="brand-name">Nevermore</span>
        </Link>
        <nav className="masthead-nav" aria-label={say('Pages')}>
          <Link className="masthead-link" to="/ask" aria-label={say('Ask the archive')}>
            {say('Ask')}
          </Link>
          <Link className="masthead-link" to="/actions">
            {say('Actions')}
          </Link>
          <Link className="masthead-link" to="/trends">
            {say('Trends')}
          </Link>
          <Link className="masthead-link" to="/reviews">
            {say('Reviews')}
            <Suspense fallback={null}>
              <ReviewCount page={pathname} />
            </Suspense>
          </Link>
          <button
            type="button"
            className="button button-quiet button-small"
            aria-expanded={isAsking}
            onClick={() => setAsking(!isAsking)}
          >
            {say('Assistant')}
          </button>
        </nav>
        <ThemeSelect />
        <LanguageSelect />
        <button type="button" className="button button-small" popoverTarget={menuId}>
          <Icon name="person" />
          <span className="account-name">{say('Account')}</span>
        </button>
        <div id={menuId} popover="auto" className="account-menu">
          <div className="stack">
            <div className="stack-tight">
              <span className="soft small">{say('Signed in as')}</span>
              <strong dir="auto">{user.name}</strong>
            </div>
            <div className="stack-tight">
              <span className="soft small">
                {say('Your ID. Give it to a colleague who wants to share with you.')}
              </span>
              <code className="id-text">{user.id}</code>
            </div>
            <div className="row">
              <CopyButton className="button button-small" text={() => user.id}>
                {say('Copy my ID')}
              </CopyButton>
              <Link
                className="button button-small"
                to="/your-data"
                onClick={({ currentTarget }) =>
                  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
                }
              >
                {say('Your data')}
              </Link>
              <button type="button" className="button button-small" onClick={onShortcuts}>
                {say('Keyboard shortcuts')}
              </button>
              <button type="button" className="button button-small" onClick={onSignOut}>
                {say('Sign out')}
              </button>
            </div>
          </div>
        </div>
      </div>
      <Suspense fallback={null}>
        {isAsking && (
          <AssistantPanel user={user} onSessionExpired={onSessionExpired} onClose={() => setAsking(false)} />
        )}
      </Suspense>
    </header>
  );
}
