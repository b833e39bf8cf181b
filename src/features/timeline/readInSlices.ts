import { type Given, type LineReading, readTimelineInSteps } from '../../../domain/timeline';
import { say } from '../../language/say';

/** So long the page may stand still at a time: less than a frame and a half. */
const SLICE_MS = 20;

/** What reading a long text takes, apart from the text. */
export interface ReadingTools {
  /** Milliseconds of any clock that does not go back. */
  now(): number;
  /** Lets the page draw and hear its reader. */
  pause(): Promise<void>;
}

/** Somebody stopped the reading. */
export class ReadingStoppedError extends Error {
  override readonly name = 'ReadingStoppedError';
  constructor() {
    super(say('The reading was stopped. Nothing was added.'));
  }
}

/**
 * Reads texts, one behind the other, as one timeline, without making the page stand still. Lines are counted
 * through all of them.
 * @param onProgress hears how much is read, from 0 to 1
 * @throws ReadingStoppedError once `signal` says so
 */
export async function readInSlices(
  texts: readonly string[],
  given: Given,
  tools: ReadingTools,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<LineReading[]> {
  const readings: LineReading[] = [];
  const total = texts.reduce((sum, text) => sum + text.length, 0) || 1;
  let before = 0;
  let since = tools.now();
  const rest = async (done: number) => {
    if (tools.now() - since > SLICE_MS) {
      onProgress(done);
      await tools.pause();
      since = tools.now();
    }
    if (signal.aborted) throw new ReadingStoppedError();
  };
  for (const text of texts) {
    const steps = readTimelineInSteps(text, given);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await rest((before + step.value * text.length) / total);
    const above = readings.length;
    for (const reading of step.value) readings.push(above === 0 ? reading : below(reading, above));
    before += text.length;
    await rest(before / total);
  }
  return readings;
}

const below = (reading: LineReading, lines: number): LineReading =>
  reading.taken && 'joins' in reading
    ? { ...reading, line: reading.line + lines, joins: reading.joins + lines }
    : { ...reading, line: reading.line + lines };
