import { useState } from 'react';
import type { CommentDrafts, Draft, DraftKey } from './drafts';

export interface DraftOnDevice {
  draft: Draft;
  /** False when this device could not keep it. */
  isKept: boolean;
  change(part: Partial<Draft>): void;
  /** Forgets it: it was sent, or let go. */
  clear(): void;
}

/** What is being typed somewhere, kept on this device with each change. */
export function useDraft(drafts: CommentDrafts, key: DraftKey, text = ''): DraftOnDevice {
  const [state, setState] = useState(() => ({ draft: drafts.read(key) ?? blank(text), isKept: true }));
  return {
    ...state,
    change(part) {
      const draft = { ...state.draft, ...part };
      setState({ draft, isKept: drafts.keep(key, draft) });
    },
    clear() {
      drafts.keep(key, null);
      setState({ draft: blank(text), isKept: true });
    },
  };
}

const blank = (text: string): Draft => ({ id: crypto.randomUUID(), text, quote: null });
