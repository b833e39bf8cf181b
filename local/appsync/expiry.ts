import type { Caller } from './caller';

/** `setTimeout` fires at once for longer delays. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Calls back once when the token that a caller came with has expired; never for keys and signatures.
 * @returns what calls it off
 */
export function whenExpired({ identity }: Caller, expired: () => void): () => void {
  const seconds = identity && 'claims' in identity ? identity.claims.exp : undefined;
  if (typeof seconds !== 'number') return () => {};
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const left = seconds * 1000 - Date.now();
    timer = setTimeout(left > 0 ? wait : expired, Math.min(LONGEST_TIMEOUT_MS, Math.max(0, left)));
    timer.unref();
  };
  wait();
  return () => clearTimeout(timer);
}
