import type { TimelineEntry } from '../postMortem';
import { instantOfRow } from '../timeline/rowTimes';
import { isoIn, readZone, ZONE_PATTERN } from '../timeline/zones';
import { dayIn, type Leading, leadingMoment, zoneNamed } from './leading';

const ALL_TIMES = new RegExp(
  String.raw`\b(?:all )?times? (?:are |is )?(?:in |listed in )?\(?(?<zone>${ZONE_PATTERN})(?![\p{L}\p{N}])`,
  'iu',
);

/** Minutes: a step back by more is the next day, by less a line out of its order. */
const HALF_A_DAY = 12 * 60;

/** The day and the zone that lines of their own tell, for the lines below them. */
export class Days {
  #zone = '';
  /** Until an entry has it, it stands nowhere. */
  #day = { told: '', isKept: true };
  #last = 0;
  readonly #leave: (line: string) => void;

  constructor(leave: (line: string) => void) {
    this.#leave = leave;
  }

  /** Whether a line only tells the day or the zone of those below; what more it says is left. */
  takes(line: string): boolean {
    const day = dayIn(line);
    const alone = zoneNamed(day?.more ?? line);
    this.#zone = alone ?? ALL_TIMES.exec(line)?.groups?.zone ?? this.#zone;
    if (!day) return alone !== undefined;
    this.#begin(day.day, false);
    // A heading of the day stands again in each of its entries, as its zone does.
    if (day.more !== '' && alone === undefined) this.#leave(line);
    return true;
  }

  /** A line below, with its day, and its zone where it has none of its own. */
  entry({ at, date, minutes, zone, text }: Leading): TimelineEntry {
    // Over midnight the day goes on, and which one comes next is for the author to say.
    if (date !== undefined) this.#begin(date, true);
    else if (this.#last - minutes > HALF_A_DAY) this.#begin('', true);
    this.#last = minutes;
    return this.row(date === undefined ? this.#dated(at) : at, text, zone === undefined ? this.#zone : '');
  }

  /** A cell of a table as the time of its row: on the day above the table, where it tells none. */
  ofCell(at: string, date: string): string {
    const leading = leadingMoment(at);
    const day = dayIn(date)?.day;
    if (day !== undefined) this.#begin(day, true);
    if (!leading || leading.date !== undefined) return [date, at].filter(Boolean).join(' ');
    if (day === undefined && this.#last - leading.minutes > HALF_A_DAY) this.#begin('', true);
    this.#last = leading.minutes;
    return day === undefined && date !== '' ? `${date} ${at}` : this.#dated(at);
  }

  /** An entry, with its moment where day, time and a zone told beside them leave nothing open. */
  row(at: string, text: string, zone = this.#zone): TimelineEntry {
    if (zone === '') return { at, text };
    const instant = instantOfRow({ at: `${at} ${zone}` });
    const read = readZone(zone);
    const isCertain = instant !== null && read !== undefined && read.kind !== 'several';
    return { at, text, ...(isCertain && { moment: isoIn(read, instant) }), zone };
  }

  end(): void {
    this.#begin('', true);
  }

  #begin(told: string, isKept: boolean): void {
    if (!this.#day.isKept) this.#leave(this.#day.told);
    this.#day = { told, isKept };
    this.#last = 0;
  }

  #dated(at: string): string {
    this.#day.isKept = true;
    return this.#day.told === '' ? at : `${this.#day.told} ${at}`;
  }
}
