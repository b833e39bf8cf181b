import { useCallback, useEffect, useState } from 'react';
import type { TeamTemplate } from '../../../domain/teamTemplates';
import { SessionExpiredError } from '../../data/errors';
import type { TemplateStore } from '../../data/types';

export interface TeamTemplatesState {
  all: readonly TeamTemplate[];
  /** Whether they have been read, so that one that is not among them is gone. */
  isRead: boolean;
  /** Why they could not be read, or null. */
  error: unknown;
  store: TemplateStore;
  reload(): void;
}

/** Nobody chooses a template before the page has been read; what is needed to write comes first. */
const READ_AFTER_MS = 2_000;

const NONE: readonly TeamTemplate[] = [];

/** The templates that the team has saved, read a moment after the page is there. */
export function useTeamTemplates(store: TemplateStore, onSessionExpired: () => void): TeamTemplatesState {
  const [all, setAll] = useState<readonly TeamTemplate[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isHere = true;
    const read = () =>
      store.list().then(
        (templates) => {
          if (!isHere) return;
          setAll(templates);
          setError(null);
        },
        (why: unknown) => {
          if (!isHere) return;
          if (why instanceof SessionExpiredError) onSessionExpired();
          else setError(why);
        },
      );
    const timer = setTimeout(() => void read(), round === 0 ? READ_AFTER_MS : 0);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [store, onSessionExpired, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { all: all ?? NONE, isRead: all !== null, error, store, reload };
}
