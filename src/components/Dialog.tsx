import { type ReactNode, useEffect, useId, useRef } from 'react';

/**
 * A modal question. The browser's own `<dialog>` keeps the focus inside, closes on Escape and gives the
 * focus back to where it was.
 */
export function Dialog(props: {
  title: string;
  /** For texts to read, not just a question. */
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, isWide = false, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Otherwise the first button has the focus, and below a long text that scrolls the beginning away.
    if (isWide) heading.current?.focus();
    return () => element?.close();
  }, [isWide]);
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
    </dialog>
  );
}
