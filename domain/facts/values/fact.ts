import { placeOf, READ, type Reading } from '../../reading/text/plainText';
import type { FindingSeverity } from '../finding';
import { isInRun, Runs } from './runs';

/** A checkable statement of a text, under every key that another way of writing it would have. */
export interface Fact {
  kind: string;
  /** The first is what it most likely means; an ambiguous one ("8m", "04/01/2023") has several. */
  keys: string[];
  /** Keys of coarser ways to say it: a draft that says only this is warned of, not barred. */
  loose?: string[];
  severity: FindingSeverity;
  /** Bears others out, and is itself never missed or reported ("one", "both", a figure in code). */
  weak?: boolean;
  /** Of a date. */
  year?: number;
  /** Whether the year stands at another date, which holds for both. */
  sharesYear?: boolean;
  /** Of a clock time. */
  zone?: string;
  /** Whether a clock time says a.m. or p.m. */
  meridiem?: boolean;
  approximate?: boolean;
  bound?: '<' | '>';
  value: string;
  start: number;
  end: number;
  /** Where it stands in the reading. */
  from: number;
  to: number;
}

/** What a family of facts says of a match; `from` and `to` count from the start of the match. */
export type Found = Pick<Fact, 'kind' | 'keys'> &
  Partial<Omit<Fact, 'kind' | 'keys' | 'value' | 'start' | 'end'>>;

/** Where matches of a pattern can stand; without it they may stand anywhere. */
interface Where {
  /** Every match has this in it, also a match of what was read before: a text without it is not searched. */
  needs?: string | RegExp;
  /** A run of the text that has all bits of one of these. */
  needsRun?: readonly number[];
  /** A match of this sticky pattern begins with such a run … */
  at?: readonly number[];
  /** … or with what may stand before its first word: from so far in front of it, */
  lead?: (text: string, start: number) => number;
  /** … or with the figures at its end. */
  tail?: boolean;
}

/** Takes facts out of a reading, family by family: what one has read, the next does not see. */
export class Collector {
  readonly facts: Fact[] = [];
  text: string;
  private readonly asked = new Map<string | RegExp, boolean>();
  private found: Runs | undefined;

  constructor(readonly reading: Reading) {
    this.text = reading.text;
  }

  /** The runs of what is not read yet. */
  private get runs(): Runs {
    this.found ??= new Runs(this.text);
    return this.found;
  }

  /** Reads every match of a global or sticky pattern; null leaves the match to the other families. */
  take(
    pattern: RegExp,
    understand: (match: RegExpExecArray) => Found | Found[] | null,
    { needs, needsRun, at, lead, tail = false }: Where = {},
  ): void {
    if (needs !== undefined && !this.has(needs)) return;
    if (needsRun !== undefined && this.runs.withAny(needsRun).length === 0) return;
    const taken: number[] = [];
    const take = (match: RegExpExecArray): void => {
      const found = understand(match);
      if (!found) return;
      const all = Array.isArray(found) ? found : [found];
      for (const one of all) {
        this.note(match.index + (one.from ?? 0), match.index + (one.to ?? match[0].length), one);
      }
      taken.push(match.index, match.index + match[0].length);
    };
    if (at) this.eachAt(pattern, at, lead, tail, take);
    else this.each(pattern, take);
    if (taken.length > 0) this.blot(taken);
  }

  private each(pattern: RegExp, take: (match: RegExpExecArray) => void): void {
    const { text } = this;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match[0] === '') pattern.lastIndex += 1;
      else take(match);
    }
  }

  private eachAt(
    pattern: RegExp,
    wanted: readonly number[],
    lead: Where['lead'],
    tail: boolean,
    take: (match: RegExpExecArray) => void,
  ): void {
    const { text } = this;
    const { starts, tails } = this.runs;
    let next = 0;
    for (const run of this.runs.withAny(wanted)) {
      const start = (tail ? tails[run] : starts[run]) as number;
      for (let from = Math.max(next, lead ? start - lead(text, start) : start); from <= start; from += 1) {
        if (from < start && isInRun(text.charCodeAt(from - 1))) continue;
        pattern.lastIndex = from;
        const match = pattern.exec(text);
        if (!match) continue;
        take(match);
        next = match.index + match[0].length;
        break;
      }
    }
  }

  /** Blots out what was read: pairs of places, in order. */
  private blot(taken: readonly number[]): void {
    const { text } = this;
    let rest = '';
    let at = 0;
    let isCut = false;
    for (let pair = 0; pair < taken.length; pair += 2) {
      const [start, end] = [taken[pair] as number, taken[pair + 1] as number];
      rest += text.slice(at, start) + READ.repeat(end - start);
      at = end;
      // What is left of a run is another run.
      isCut ||= (start > 0 && isInRun(text.charCodeAt(start - 1))) || isInRun(text.charCodeAt(end));
    }
    this.text = rest + text.slice(at);
    if (isCut) this.found = undefined;
  }

  /** Whether the text has something in it; asked of the whole text, so that each answer holds for all families. */
  private has(needs: string | RegExp): boolean {
    const known = this.asked.get(needs);
    if (known !== undefined) return known;
    const { text } = this.reading;
    const has = typeof needs === 'string' ? text.includes(needs) : needs.test(text);
    this.asked.set(needs, has);
    return has;
  }

  /** Adds a fact at a place of the reading, which stays there for the other families. */
  note(from: number, to: number, found: Found): void {
    const { start, end } = placeOf(this.reading, from, to);
    // Written out: facts of one shape are read several times as fast as facts of a dozen.
    this.facts.push({
      kind: found.kind,
      keys: found.keys,
      loose: found.loose,
      severity: found.severity ?? 'hard',
      weak: found.weak,
      year: found.year,
      sharesYear: found.sharesYear,
      zone: found.zone,
      meridiem: found.meridiem,
      approximate: found.approximate,
      bound: found.bound,
      value: this.reading.original.slice(start, end),
      start,
      end,
      from,
      to,
    });
  }
}
