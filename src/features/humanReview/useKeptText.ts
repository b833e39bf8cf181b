import { useState } from 'react';

/** What is typed and not sent yet, kept on this device with each change, so that a reload does not lose it. */
export function useKeptText(key: string): { text: string; change(text: string): void; clear(): void } {
  const place = `nevermore.review.${key}`;
  const [text, setText] = useState(() => localStorage.getItem(place) ?? '');
  const change = (typed: string) => {
    setText(typed);
    try {
      if (typed === '') localStorage.removeItem(place);
      else localStorage.setItem(place, typed);
    } catch (error) {
      // No room, or switched off: it stands in the form all the same.
      console.info('This device could not keep what was typed.', error);
    }
  };
  return { text, change, clear: () => change('') };
}
