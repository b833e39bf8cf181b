import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from './clock';
import { TimelineCorruptError } from './errors';
import { STRETCHES, type Stretch, Timeline } from './timeline';

/** How often the end of the running stretch is written down, in milliseconds: what a `kill -9` may cost a wait. */
const BEAT_MS = 1000;

/** No execution is older (366 days), so no stretch before that matters to one. */
const LONGEST_EXECUTION_MS = 31_622_400_000;

/** What `openTimeline` needs. */
export type TimelineOptions = {
  /** Remembers the stretches over restarts; there is none as long as the speed was always 1. */
  file: string;
  /** Of this process, until it ends. */
  speed: number;
  clock: Clock;
  /** Told when the file could not be written; timers go on, and may wait longer after a restart. */
  onError: (error: unknown) => void;
};

/** The timeline of a running endpoint. */
export type OpenTimeline = {
  timeline: Timeline;
  /** Why a part of the past could not be read; such a wait takes longer, and is never cut short. */
  damaged: Error | undefined;
  close(): void;
};

/**
 * Goes on with the timeline of a state folder at a speed. While nothing runs, time is the wall's: a stretch ends
 * when its process does, or up to a second earlier if that was killed.
 */
export function openTimeline({ file, speed, clock, onError }: TimelineOptions): OpenTimeline {
  const { stretches, damaged } = read(file);
  const now = clock.now();
  const past = stretches.filter(({ until }) => until > now - LONGEST_EXECUTION_MS);
  if (speed === 1) return { timeline: new Timeline(past), damaged, close: () => {} };

  const from = Math.max(now, past.at(-1)?.until ?? now);
  const remember = () => {
    try {
      const until = Math.max(from, clock.now());
      writeFileSync(`${file}.new`, JSON.stringify([...past, { from, until, speed }]), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch (error) {
      onError(error);
    }
  };
  let cancel: () => void;
  const beat = () => {
    remember();
    cancel = clock.schedule(BEAT_MS, beat);
  };
  beat();
  return {
    timeline: new Timeline([...past, { from, until: Number.POSITIVE_INFINITY, speed }]),
    damaged,
    close: () => {
      cancel();
      remember();
    },
  };
}

function read(file: string): { stretches: Stretch[]; damaged?: Error } {
  try {
    return { stretches: STRETCHES.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { stretches: [] };
    renameSync(file, `${file}.damaged`);
    return { stretches: [], damaged: new TimelineCorruptError(file, error) };
  }
}
