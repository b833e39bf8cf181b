import type { Given, ToldMoment } from './entry';
import type { Phrase, ToldDay } from './phrases';
import { clockIn, isoOf, offsetsOf, readZone, type Zone } from './zones';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** A step back by more than this is the next day and not a mistake: 23:58, then 00:03. */
const NEXT_DAY = 12 * HOUR;
/** Behind a midnight, a line that is no more than this before the last one of the evening before is a late one. */
const LATE = 3 * HOUR;
const IS_BEFORE = 'It is before the line above.';

/**
 * Gives told moments their places in time, one after the other, as they stand in a text: a day holds for the
 * lines below it, a zone for all below its mention, and midnight begins a new day. What is not certain is null
 * and says why; nothing is guessed.
 */
export class Dating {
  #day: number | null = null;
  #year: number | null;
  #zone: string | null;
  readonly #today: number | null;
  /** The last time of day, where the day went on by itself. */
  #last: number | null = null;
  /** The zone that stood beside the last time; null where none did. */
  #lastZone: string | null = null;
  /** The day went on by itself: nobody has told the one that it is. */
  #isPastMidnight = false;
  /** The latest day that was known, to which one without a year is near. */
  #near: number | null = null;
  /** Why no day is known, where a line told one that cannot be read. */
  #noDay: string | null = null;
  /** Whether the last time said if it was before noon or after. */
  #isHalved = false;

  constructor(given: Given) {
    this.#today = given.date === undefined ? null : Date.parse(`${given.date}T00:00:00Z`);
    this.#day = this.#today;
    this.#year = this.#today === null ? null : new Date(this.#today).getUTCFullYear();
    this.#zone = given.zone ?? null;
  }

  /** A line that tells the zone of those below. */
  zone(written: string): void {
    this.#zone = written;
  }

  /** A line that tells only a day: that of those below, and of none where no calendar has it. */
  day(told: ToldDay): void {
    const { day, note } = this.#dayOf(told);
    this.#begin(told.isNone === undefined ? day : null);
    // Those below are not of the day before it either.
    this.#noDay = told.isNone !== undefined || day !== null ? null : note;
  }

  /** A day that somebody told, without a time of it yet; null where it is not known which. */
  #begin(day: number | null): void {
    [this.#day, this.#last, this.#isPastMidnight, this.#noDay] = [day, null, false, null];
    this.#near = day ?? this.#near;
  }

  moment({ told, day, time: read, zone, tellsHalf }: Phrase): ToldMoment {
    const written = zone ?? this.#zone;
    const not = (note: string): ToldMoment => ({ told, at: null, zone: written, note });
    let note: string | null = null;
    if (!day && zone !== null) this.#lookFrom(zone);
    const time = read !== null && !day && !tellsHalf ? this.#inItsHalf(read) : read;
    if (time !== read) note = 'It says neither AM nor PM: it is read as following the line above.';
    if (tellsHalf || day) this.#isHalved = tellsHalf;
    if (day?.isNone !== undefined) {
      // Which day was meant is not known, and so is that of the lines below.
      this.#begin(null);
      return not(`There is no ${day.isNone}.`);
    }
    if (day) {
      const found = this.#dayOf(day);
      if (found.day === null) return not(found.note ?? 'No day is known.');
      this.#begin(found.day);
      note = found.note;
    }
    if (time === null) return not('It tells a day and no time.');
    if (this.#day === null) return not(this.#noDay ?? 'No line says which day it is, and none was given.');
    const last = day ? null : this.#last;
    if (last !== null && this.#isPastMidnight && time - last > DAY - LATE) {
      // A late line of the evening before: those below go on from the one above.
      return written === null
        ? not('No line says in which time zone it is, and none was given.')
        : this.#placed(told, this.#day - DAY + time, written, IS_BEFORE);
    }
    if (last !== null && last - time > NEXT_DAY) {
      this.#day += DAY;
      this.#isPastMidnight = true;
    } else if (last !== null && time < last) note = IS_BEFORE;
    this.#near = this.#day;
    if (!day || day.relative === undefined) [this.#last, this.#lastZone] = [time, zone];
    if (written === null) return not('No line says in which time zone it is, and none was given.');
    return this.#placed(told, this.#day + time, written, note);
  }

  /** What the clocks of another zone showed at the last time: 14:02 UTC was 10:02 EDT, and 10:05 EDT comes after it. */
  #lookFrom(zone: string): void {
    if (this.#day === null || this.#last === null || this.#lastZone === null || zone === this.#lastZone)
      return;
    const [from, to] = [this.#lastZone, zone].map(readZone);
    if (!from || !to || from.kind === 'several' || to.kind === 'several') return;
    const [offset, other] = offsetsOf(from, this.#day + this.#last);
    if (offset === undefined || other !== undefined) return;
    const clock = clockIn(to, this.#day + this.#last - offset * 60_000);
    this.#day = Math.floor(clock / DAY) * DAY;
    [this.#last, this.#lastZone] = [clock - this.#day, zone];
  }

  /** Chats with a clock of twelve hours leave AM and PM away within a run of messages: 2:06 PM, then 2:07. */
  #inItsHalf(time: number): number {
    const isOpen = this.#isHalved && this.#last !== null && time >= HOUR && time < 13 * HOUR;
    if (!isOpen) return time;
    const [morning, evening] = [time % NEXT_DAY, (time % NEXT_DAY) + NEXT_DAY];
    const last = this.#last ?? 0;
    return morning >= last || evening < last ? morning : evening;
  }

  #placed(told: string, clock: number, written: string, note: string | null): ToldMoment {
    const zone: Zone | undefined = readZone(written);
    const not = (why: string): ToldMoment => ({ told, at: null, zone: written, note: why });
    if (!zone) return not(`There is no time zone called “${written}”.`);
    if (zone.kind === 'several') return not(`“${written}” is the name of several time zones: ${zone.which}.`);
    const [offset, other] = offsetsOf(zone, clock);
    if (offset === undefined)
      return not(`The clocks of ${written} never showed it: they went forward over it.`);
    if (other !== undefined) {
      const both = [offset, other].sort((a, b) => b - a).map((each) => isoOf(clock, each));
      return not(`The clocks of ${written} showed it twice, as they went back: ${both.join(' or ')}.`);
    }
    return { told, at: isoOf(clock, offset), zone: written, note };
  }

  /** The day in milliseconds, or why there is none. */
  #dayOf(told: ToldDay): { day: number | null; note: string | null } {
    if (told.relative !== undefined) {
      if (this.#today === null) return { day: null, note: 'Nothing says which day “today” was.' };
      return { day: this.#today + told.relative * DAY, note: null };
    }
    const { month = 1, day = 1 } = told;
    if (told.orElse) {
      const [first, second] = [told, told.orElse].map((each) => this.#either(told.year, each));
      // The day that was given, or that another line told, decides which number is the month.
      const known = this.#day ?? this.#near ?? this.#today;
      if (known !== null && (known === first || known === second)) return { day: known, note: null };
      return { day: null, note: 'It may be read with the day first or with the month first.' };
    }
    if (told.year !== undefined) {
      this.#year = told.year;
      return { day: Date.UTC(told.year, month - 1, day), note: null };
    }
    if (this.#year === null) return { day: null, note: 'No line says which year it is.' };
    const nearest = this.#nearest(this.#year, month, day);
    return {
      day: nearest,
      note: nearest === null ? 'There is no such day in that year or beside it.' : null,
    };
  }

  #either(year: number | undefined, { month = 1, day = 1 }: ToldDay): number | null {
    if (year !== undefined) return Date.UTC(year, month - 1, day);
    return this.#year === null ? null : this.#nearest(this.#year, month, day);
  }

  /** A day without a year is the one nearest to what is known: after 31 December comes January of the next. */
  #nearest(year: number, month: number, day: number): number | null {
    const known = this.#day ?? this.#near ?? this.#today ?? Date.UTC(year, 0, 1);
    const days = [year - 1, year, year + 1]
      .map((each) => Date.UTC(each, month - 1, day))
      .filter((each) => new Date(each).getUTCMonth() === month - 1);
    return days.sort((a, b) => Math.abs(a - known) - Math.abs(b - known))[0] ?? null;
  }
}
