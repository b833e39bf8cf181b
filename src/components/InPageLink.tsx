import type { ReactNode } from 'react';

/**
 * Leads to a place of this page: it has the focus at once, however long the page scrolls, and "Back" still
 * leaves the page, because a look at another place is no visit to another address.
 */
export function InPageLink(props: {
  /** The id of an element that can take the focus, or holds a heading that can. */
  to: string;
  className?: string;
  onFollow?(): void;
  children: ReactNode;
}) {
  const { to, className, onFollow, children } = props;
  return (
    <a
      href={`#${to}`}
      className={className}
      onClick={(event) => {
        // Whoever opens it in another tab leaves this one as it is.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onFollow?.();
        if (showPlace(to)) history.replaceState(history.state, '', `#${to}`);
      }}
    >
      {children}
    </a>
  );
}

/** Gives a place of this page the focus and scrolls to it. False when there is no such place. */
export function showPlace(id: string): boolean {
  const place = document.getElementById(id);
  const heading = place?.querySelector<HTMLElement>('h2[tabindex]');
  (place?.hasAttribute('tabindex') ? place : heading)?.focus({ preventScroll: true });
  place?.scrollIntoView();
  return place !== null;
}
