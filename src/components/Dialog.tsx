import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { NoticesInDialog } from './Notices';

/**
 * A modal question. The browser's own `<dialog>` keeps the focus inside, closes on Escape and gives the
 * focus back to where it was.
 */
export function Dialog(props: {
  title: string;
  /** For texts to read, not just a question. */
  isWide?: boolean;
  /** What has the focus first; the title unless a harmless answer is named. Never what cannot be undone. */
  focusFirst?: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, isWide = false, focusFirst, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  // A layout effect ends while the dialog is still in the page: only then does closing give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Otherwise the first button has the focus: it may delete, or lie below a long text.
    (focusFirst ?? heading).current?.focus();
    return () => element?.close();
  }, [focusFirst]);
  // What had the focus may have gone, such as the row of somebody with whom it is no longer shared.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  });
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'dialog-wide' : undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="stack">
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
      <NoticesInDialog />
    </dialog>
  );
}
