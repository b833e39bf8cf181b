import { useCallback, useEffect, useState } from 'react';
import type { TeamTemplate } from '../../../domain/teamTemplates';
import { SessionExpiredError } from '../../data/errors';
import type { TemplateStore } from '../../data/types';

export interface TeamTemplatesState {
  all: readonly TeamTemplate[];
  /** Why they could not be read, or null. */
  error: unknown;
  store: TemplateStore;
  reload(): void;
}

/** The templates that the team has saved, read once the page is there. */
export function useTeamTemplates(store: TemplateStore, onSessionExpired: () => void): TeamTemplatesState {
  const [all, setAll] = useState<readonly TeamTemplate[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round reads again
  useEffect(() => {
    let isHere = true;
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
    return () => {
      isHere = false;
    };
  }, [store, onSessionExpired, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { all, error, store, reload };
}
