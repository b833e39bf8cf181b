/** Lengths that people think in, in minutes. */
const LENGTHS = [
  { minutes: 1, label: '1 min' },
  { minutes: 10, label: '10 min' },
  { minutes: 60, label: '1 h' },
  { minutes: 360, label: '6 h' },
  { minutes: 1_440, label: '1 d' },
  { minutes: 10_080, label: '7 d' },
  { minutes: 43_200, label: '30 d' },
  { minutes: 525_600, label: '1 y' },
  { minutes: 5_256_000, label: '10 y' },
  { minutes: 5_256_000_000, label: '10⁴ y' },
] as const;

/** Names nearer to each other than this part of the picture would overlap. */
const LEAST_APART = 0.12;

export interface DurationScale {
  /** The lengths that the picture names, the shortest first; two at least. */
  ticks: readonly { minutes: number; label: string }[];
  /** Where a length stands: 0 at the first tick, 1 at the last. */
  part(minutes: number): number;
}

/**
 * A scale on which ten times as long is as far again: minutes and days stand in one picture.
 * @param least the shortest and the longest length to be shown, in minutes
 */
export function durationScale(least: number, most: number): DurationScale {
  const end = LENGTHS.length - 1;
  const below = LENGTHS.findLastIndex(({ minutes }) => minutes <= least);
  const above = LENGTHS.findIndex(({ minutes }) => minutes >= most);
  const first = Math.min(end - 1, Math.max(0, below));
  const within = LENGTHS.slice(first, Math.max(first + 1, above < 0 ? end : above) + 1);
  const [from, to] = [Math.log(within[0]?.minutes ?? 1), Math.log(within.at(-1)?.minutes ?? 10)];
  const part = (minutes: number) =>
    Math.min(1, Math.max(0, (Math.log(Math.max(minutes, 1e-9)) - from) / (to - from)));
  const ticks: (typeof LENGTHS)[number][] = [];
  for (const [index, tick] of within.entries()) {
    const isEdge = index === 0 || index === within.length - 1;
    const before = part(ticks.at(-1)?.minutes ?? 0);
    const hasRoom = part(tick.minutes) - before >= LEAST_APART && 1 - part(tick.minutes) >= LEAST_APART;
    if (isEdge || hasRoom) ticks.push(tick);
  }
  return { ticks, part };
}
