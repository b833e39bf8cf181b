import { Suspense, useEffect } from 'react';
import { lazily } from '../../components/lazily';

const CommandPalette = lazily(() => import('./CommandPalette'));
const Shortcuts = lazily(() => import('./Shortcuts'));

/** What the keys have opened. */
export type KeyboardHelp = 'palette' | 'shortcuts' | null;

/** Listens for the keys that work on every page. What they open is loaded when somebody presses them. */
export function Keyboard({ shown, onShow }: { shown: KeyboardHelp; onShow(help: KeyboardHelp): void }) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const asked = askedFor(event);
      // A question that is open has the keys to itself.
      if (asked === null || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      onShow(asked);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onShow]);
  const close = () => onShow(null);
  return (
    <Suspense fallback={null}>
      {shown === 'palette' && <CommandPalette onClose={close} />}
      {shown === 'shortcuts' && <Shortcuts onClose={close} />}
    </Suspense>
  );
}

function askedFor(event: KeyboardEvent): KeyboardHelp {
  const command = event.ctrlKey || event.metaKey;
  if (command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') return 'palette';
  // A question mark is a letter where somebody writes.
  const writing = (event.target as Element | null)?.closest?.('input, textarea, select, [contenteditable]');
  return event.key === '?' && !command && !event.altKey && !writing ? 'shortcuts' : null;
}
