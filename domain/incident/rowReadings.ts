import { Dating } from '../timeline/dating';
import type { ToldMoment } from '../timeline/entry';
import { instantOf, instantOfEntry } from '../timeline/instant';
import { type Phrase, phraseAt } from '../timeline/phrases';
import type { TimedDocument } from './moments';
import { quoted } from './telling';

type Row = TimedDocument['timeline'][number];

/** What is known of when an entry happened. */
export type RowReading =
  /** Nothing stands in it yet. */
  | { kind: 'empty' }
  /** Milliseconds since 1970. */
  | { kind: 'certain'; at: number }
  | {
      kind: 'uncertain';
      /** What is missing: all of it, the day, or which zone it is. */
      lacks: 'time' | 'day' | 'zone';
      /** A sentence. */
      why: string;
      /** What it would be with the day, or the zone, of the entry above it or of the field Started. */
      follows: { moment: string; zone: string } | null;
    };

/** What an entry tells those below it: its day and time by the clocks there, and its zone. */
interface Above {
  /** ISO 8601 with an offset. */
  moment: string;
  zone: string | null;
}

/**
 * Reads when each entry happened, with the reader of pasted timelines. Only what tells day, time and zone is
 * certain; what would follow from what stands around it is offered, for its author to take. Time grows with the
 * number of entries.
 */
export function readingsOf({
  timeline,
  startedAt,
}: Pick<TimedDocument, 'timeline' | 'startedAt'>): RowReading[] {
  const started = instantOf(startedAt);
  let above: Above | null = null;
  return timeline.map((row): RowReading => {
    if (row.at.trim() === '' && row.text.trim() === '' && !row.moment) return { kind: 'empty' };
    const at = instantOfEntry(row);
    if (at !== null) {
      const isOwn = instantOf(row.moment) !== null;
      const moment: string = isOwn ? (row.moment as string) : new Date(at).toISOString();
      above = { moment, zone: row.zone ?? (isOwn ? offsetIn(moment) : 'UTC') };
      return { kind: 'certain', at };
    }
    const reading = uncertain(row, above, started);
    if (reading.kind === 'uncertain' && reading.follows) above = reading.follows;
    return reading;
  });
}

const offsetIn = (moment: string): string => {
  const offset = moment.slice(-6);
  return /^[+-]\d\d:\d\d$/.test(offset) ? offset : 'UTC';
};

function uncertain(row: Row, above: Above | null, started: number | null): RowReading {
  const told = row.at.trim();
  const lacking = (lacks: 'time' | 'day' | 'zone', why: string, read?: ToldMoment): RowReading => {
    const follows = read?.at && read.zone ? { moment: read.at, zone: read.zone } : null;
    return { kind: 'uncertain', lacks, why, follows };
  };
  if (told === '') return lacking('time', 'It tells no time.');
  const phrase = phraseAt(told);
  if (!phrase || phrase.length < told.length)
    return lacking('time', `${quoted(told)} is no time of a clock.`);
  if (phrase.day?.isNone) return lacking('day', `There is no ${phrase.day.isNone}.`);
  if (phrase.time === null) return lacking('time', `${quoted(told)} tells a day and no time.`);
  const own = phrase.zone ?? row.zone ?? null;
  const read = follow({ ...phrase, zone: own ?? above?.zone ?? null }, above, started);
  if (own === null) return lacking('zone', `${quoted(told)} tells no time zone.`, read);
  // In another zone it would be certain: so it is the zone, or what its clocks did on that day.
  const isTheZone = read.at === null && follow({ ...phrase, zone: 'UTC' }, above, started).at !== null;
  if (isTheZone) return lacking('zone', read.note ?? `${quoted(own)} is no time zone.`);
  if (phrase.day?.orElse) return lacking('day', `${quoted(told)} can be read as two days.`, read);
  if (phrase.day?.year !== undefined)
    return lacking('time', 'Its day, time and zone were not taken yet.', read);
  return lacking('day', `${quoted(told)} tells no ${phrase.day ? 'year' : 'day'}.`, read);
}

const HALF_A_DAY = 12 * 60 * 60_000;

/** A time on the day of the entry above, after midnight on the next; or else on the one nearest to the start. */
function follow(phrase: Phrase, above: Above | null, started: number | null): ToldMoment {
  if (above !== null) {
    const dating = new Dating({ date: above.moment.slice(0, 10) });
    const before = phraseAt(above.moment.slice(11, 16));
    if (before) dating.moment({ ...before, zone: 'UTC' });
    return dating.moment(phrase);
  }
  if (started === null) return new Dating({}).moment(phrase);
  const reads = [0, -1, 1].map((days) => {
    const date = new Date(started + days * 2 * HALF_A_DAY).toISOString().slice(0, 10);
    return new Dating({ date }).moment(phrase);
  });
  const isNear = ({ at }: ToldMoment) => at !== null && Math.abs(Date.parse(at) - started) <= HALF_A_DAY;
  return reads.find(isNear) ?? (reads[0] as ToldMoment);
}
