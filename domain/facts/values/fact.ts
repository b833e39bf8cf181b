import { placeOf, READ, type Reading } from '../../reading/text/plainText';
import type { FindingSeverity } from '../finding';

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

/** Takes facts out of a reading, family by family: what one has read, the next does not see. */
export class Collector {
  readonly facts: Fact[] = [];
  text: string;
  private readonly asked = new Map<string | RegExp, boolean>();

  constructor(readonly reading: Reading) {
    this.text = reading.text;
  }

  /**
   * Reads every match of a global pattern; null leaves the match to the other families.
   * @param needs what every match has in it, also a match of what was read before: a text without it is not searched
   */
  take(
    pattern: RegExp,
    understand: (match: RegExpExecArray) => Found | Found[] | null,
    needs?: string | RegExp,
  ): void {
    if (needs !== undefined && !this.has(needs)) return;
    const { text } = this;
    let rest = '';
    let at = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match[0] === '') {
        pattern.lastIndex += 1;
        continue;
      }
      const found = understand(match);
      if (!found) continue;
      const all = Array.isArray(found) ? found : [found];
      for (const one of all) {
        this.note(match.index + (one.from ?? 0), match.index + (one.to ?? match[0].length), one);
      }
      rest += text.slice(at, match.index) + READ.repeat(match[0].length);
      at = match.index + match[0].length;
    }
    if (at > 0) this.text = rest + text.slice(at);
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
    const value = this.reading.original.slice(start, end);
    this.facts.push({ severity: 'hard', ...found, value, start, end, from, to });
  }
}
