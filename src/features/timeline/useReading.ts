import { useEffect, useState } from 'react';
import type { Given, LineReading } from '../../../domain/timeline';
import { ReadingStoppedError, readInSlices } from './readInSlices';

export type Reading =
  | { kind: 'nothing' }
  | { kind: 'reading'; done: number; stop(): void }
  | { kind: 'read'; readings: readonly LineReading[] }
  /** It was stopped, or something broke. */
  | { kind: 'failed'; error: unknown; again(): void };

const TOOLS = {
  now: () => performance.now(),
  pause: () => new Promise<void>((resolve) => setTimeout(resolve)),
};

/** Reads texts while the page stays alive; anew when they, or what is known beside them, change. */
export function useReading(texts: readonly string[], { date, zone }: Given): Reading {
  const [reading, setReading] = useState<Reading>({ kind: 'nothing' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same again
  useEffect(() => {
    if (texts.every((text) => text.trim() === '')) return setReading({ kind: 'nothing' });
    const stopping = new AbortController();
    let left = false;
    const stop = () => stopping.abort();
    const show = (next: Reading) => {
      if (!left) setReading(next);
    };
    show({ kind: 'reading', done: 0, stop });
    readInSlices(
      texts,
      { date, zone },
      TOOLS,
      (done) => show({ kind: 'reading', done, stop }),
      stopping.signal,
    )
      .then((readings) => show({ kind: 'read', readings }))
      .catch((error: unknown) => show({ kind: 'failed', error, again: () => setAttempt((now) => now + 1) }));
    return () => {
      left = true;
      stop();
    };
  }, [texts, date, zone, attempt]);
  return reading;
}

export const wasStopped = (error: unknown): error is ReadingStoppedError =>
  error instanceof ReadingStoppedError;
