import type { MomentId } from '../postMortem';

/** What is measured of an incident, from its start. */
export const MEASURES = [
  { id: 'ttd', short: 'TTD', label: 'Time to detect', until: 'detectedAt' },
  { id: 'ttm', short: 'TTM', label: 'Time to mitigate', until: 'mitigatedAt' },
  { id: 'ttr', short: 'TTR', label: 'Time to resolve', until: 'resolvedAt' },
] as const;
export type Measure = (typeof MEASURES)[number];

/** The times of an incident, as its post-mortem tells them. */
export type Moments = Readonly<Record<MomentId, string | null>>;

/** Where the values stand, in minutes: half of them lie between `low` and `high`. */
export interface Quartiles {
  min: number;
  low: number;
  median: number;
  high: number;
  max: number;
}

/** What is known of one measure. `count` + `missing` + `contradicting` are all incidents that were looked at. */
export interface Durations {
  count: number;
  /** They do not tell both times. */
  missing: number;
  /** They tell an end before the start, which nobody can measure. */
  contradicting: number;
  /** Null where there is nothing to measure. */
  quartiles: Quartiles | null;
}

const timeOf = (moment: string | null): number => (moment === null ? Number.NaN : Date.parse(moment));

/** The durations of these incidents by one measure. Their order does not matter. */
export function durationsOf(incidents: readonly Moments[], { until }: Measure): Durations {
  const minutes: number[] = [];
  let [missing, contradicting] = [0, 0];
  for (const one of incidents) {
    const took = (timeOf(one[until]) - timeOf(one.startedAt)) / 60_000;
    if (Number.isNaN(took)) missing += 1;
    else if (took < 0) contradicting += 1;
    else minutes.push(took);
  }
  minutes.sort((a, b) => a - b);
  return { count: minutes.length, missing, contradicting, quartiles: quartilesOf(minutes) };
}

function quartilesOf(sorted: readonly number[]): Quartiles | null {
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  return { min, low: at(sorted, 0.25), median: at(sorted, 0.5), high: at(sorted, 0.75), max };
}

/** The value at a part of the way, between two of them where it falls between, as spreadsheets do (QUARTILE.INC). */
function at(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return Math.min(above, below + (above - below) * (place - Math.floor(place)));
}
