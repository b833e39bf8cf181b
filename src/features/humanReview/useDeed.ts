import { useState } from 'react';

interface Deed {
  isBusy: boolean;
  /** Why the last one failed; null when it did not. */
  error: unknown;
  /** Does something that may fail, one thing at a time. True when it was done. */
  run(work: () => Promise<void>): Promise<boolean>;
  forget(): void;
}

/** Something done by a click, whose failure is told in its place. */
export function useDeed(): Deed {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    isBusy,
    error,
    forget: () => setError(null),
    async run(work) {
      if (isBusy) return false;
      setBusy(true);
      setError(null);
      try {
        await work();
        return true;
      } catch (cause) {
        setError(cause);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
