import type { Given, ToldMoment } from './entry';
import type { Phrase, ToldDay } from './phrases';
import { isoOf, offsetsOf, readZone, type Zone } from './zones';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** A step back by more than this is the next day and not a mistake: 23:58, then 00:03. */
const NEXT_DAY = 12 * HOUR;

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
    this.#day = told.isNone === undefined ? (this.#dayOf(told).day ?? this.#day) : null;
    this.#last = null;
  }

  moment({ told, day, time: read, zone, tellsHalf }: Phrase): ToldMoment {
    const written = zone ?? this.#zone;
    const not = (note: string): ToldMoment => ({ told, at: null, zone: written, note });
    let note: string | null = null;
    const time = read !== null && !day && !tellsHalf ? this.#inItsHalf(read) : read;
    if (time !== read) note = 'It says neither AM nor PM: it is read as following the line above.';
    if (tellsHalf || day) this.#isHalved = tellsHalf;
    if (day?.isNone !== undefined) {
      // Which day was meant is not known, and so is that of the lines below.
      [this.#day, this.#last] = [null, null];
      return not(`There is no ${day.isNone}.`);
    }
    if (day) {
      const found = this.#dayOf(day);
      if (found.day === null) return not(found.note ?? 'No day is known.');
      [this.#day, this.#last, note] = [found.day, null, found.note];
    }
    if (time === null) return not('It tells a day and no time.');
    if (this.#day === null) return not('No line says which day it is, and none was given.');
    if (!day && this.#last !== null && time < this.#last) {
      if (this.#last - time > NEXT_DAY) this.#day += DAY;
      else note = 'It is before the line above.';
    }
    if (!day) this.#last = time;
    else if (day.relative === undefined) this.#last = time;
    if (written === null) return not('No line says in which time zone it is, and none was given.');
    return this.#placed(told, this.#day + time, written, note);
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
      const known = this.#day ?? this.#today;
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
    const known = this.#day ?? this.#today ?? Date.UTC(year, 0, 1);
    const days = [year - 1, year, year + 1]
      .map((each) => Date.UTC(each, month - 1, day))
      .filter((each) => new Date(each).getUTCMonth() === month - 1);
    return days.sort((a, b) => Math.abs(a - known) - Math.abs(b - known))[0] ?? null;
  }
}
