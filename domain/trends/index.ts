import { calendarDay } from '../calendarDay';
import { type PostMortem, SEVERITIES, type Severity } from '../postMortem';
import { type Durations, durationsOf, MEASURES, type Measure } from './durations';
import { type PeriodId, type Stretch, stretchesOf } from './period';
import { type ReturningService, returningServices } from './services';

/** What is looked at of a post-mortem. */
export type Incident = Pick<
  PostMortem,
  'severity' | 'service' | 'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt'
>;

/** Where and when somebody looks, and how far back. */
export interface Look {
  period: PeriodId;
  /** A calendar date where the reader is, `2026-03-01`. */
  today: string;
  /** Where that is, `Europe/Rome`. */
  zone: string;
}

/** One column: how many of each severity, and how long they took. */
export interface Column extends Stretch {
  counts: Readonly<Record<Severity, number>>;
  total: number;
  durations: Readonly<Record<Measure['id'], Durations>>;
}

/** What many post-mortems tell together. `total` + `undated` + `later` + `earlier` are all of them. */
export interface Trends {
  columns: Column[];
  /** Those that started in the period: as many as in all columns together. */
  total: number;
  counts: Readonly<Record<Severity, number>>;
  durations: Readonly<Record<Measure['id'], Durations>>;
  services: ReturningService[];
  /** Those in the period that name no service. */
  withoutService: number;
  /** Those without a start that a calendar holds: they are in no column. */
  undated: number;
  /** Those that start after today, and those that started before the period. */
  later: number;
  earlier: number;
}

/** What these post-mortems tell together. Their order does not matter. */
export function trendsOf(incidents: readonly Incident[], { period, today, zone }: Look): Trends {
  const dated = incidents.flatMap((incident) => {
    const day = calendarDay(incident.startedAt, zone);
    return day === null ? [] : [{ ...incident, day }];
  });
  const past = dated.filter(({ day }) => day <= today);
  const oldest = past.reduce<string | null>(
    (least, { day }) => (least !== null && least < day ? least : day),
    null,
  );
  const stretches = stretchesOf(period, oldest, today);
  const inPeriod = past.filter(({ day }) => day >= (stretches[0]?.from ?? ''));
  return {
    columns: stretches.map((stretch) => {
      const within = inPeriod.filter(({ day }) => day >= stretch.from && day <= stretch.to);
      return { ...stretch, ...countsAndDurations(within) };
    }),
    ...countsAndDurations(inPeriod),
    services: returningServices(inPeriod),
    withoutService: inPeriod.filter(({ service }) => service.trim() === '').length,
    undated: incidents.length - dated.length,
    later: dated.length - past.length,
    earlier: past.length - inPeriod.length,
  };
}

const countsAndDurations = (incidents: readonly Incident[]) => ({
  total: incidents.length,
  counts: Object.fromEntries(
    SEVERITIES.map(({ id }) => [id, incidents.filter(({ severity }) => severity === id).length]),
  ) as Record<Severity, number>,
  durations: Object.fromEntries(
    MEASURES.map((measure) => [measure.id, durationsOf(incidents, measure)]),
  ) as Record<Measure['id'], Durations>,
});
