import { type ReactNode, useEffect, useState } from 'react';
import { say } from '../language/say';
import { Icon } from './Icon';
import { useNotify } from './Notices';

const SHOWN_FOR_MS = 2_500;

/** Copies a text to the clipboard and says so. The accessible name is the button's own words. */
export function CopyButton(props: { text: () => string; children: ReactNode; className?: string }) {
  const { text, children, className = 'button' } = props;
  const [copied, setCopied] = useState(false);
  const notify = useNotify();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setCopied(true);
      notify({ text: say('Copied to the clipboard.') });
    } catch (error) {
      console.warn('The clipboard refused.', error);
      notify({
        text: say('The browser refused to copy. Allow the clipboard for this page, or use the download.'),
      });
    }
  };
  return (
    <button type="button" className={className} onClick={() => void copy()}>
      <Icon name={copied ? 'check' : 'copy'} />
      {children}
    </button>
  );
}
