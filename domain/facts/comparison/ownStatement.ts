import { splitStatements } from '../../reading/text/stretches';
import type { Extract } from '../values/extract';
import type { Fact } from '../values/fact';
import { groupOf, isWords, saysNothing, stem } from './surroundings';

/** So much of what either says around a value must be said around it in the other too. */
const ENOUGH_SHARED = 0.6;
const MOMENTS = new Set(['time', 'date', 'weekday', 'time-zone']);
const DAYS = new Set(['date', 'weekday']);
const WORD = /[\p{L}\p{N}]{2,}/gu;
/** Little words that tell one step from another: "first down 10:00", "first up 10:20". */
const DIRECTIONS = new Set('up down in out on off over under into'.split(' '));
/** Between the two ends of a span: "14:37 to 14:40", "between 14:37 and 14:40". */
const SPAN_JOINT = /^\*{0,2}\s?(?:-|–|—|to|and|until|till|til)\s?\*{0,2}$/i;

/** What a statement says around a value. */
interface Said {
  words: ReadonlySet<string>;
  /** Days that it tells. */
  days: ReadonlySet<string>;
  /** The other end of the value's span, and on which side it stands; empty for a value by itself. */
  partner: string;
}

/** Whether another value may be taken for one. */
function ofKind(fact: Fact): (other: Fact) => boolean {
  const group = groupOf(fact);
  return (other) => !other.weak && !isWords(other) && groupOf(other) === group;
}

/** The statements of a text, told one by one as notes tell them, and the values in each. */
export class OwnStatements {
  private readonly stretches: ReadonlyArray<{ start: number; end: number }>;
  private readonly known = new Map<Fact, Said | undefined>();

  constructor(private readonly extract: Extract) {
    this.stretches = splitStatements(extract.reading.text);
  }

  /** Other values of a kind. */
  rivalsOf(fact: Fact, own: readonly Fact[]): Fact[] {
    const isOfItsKind = ofKind(fact);
    return this.extract.facts.filter((other) => !own.includes(other) && isOfItsKind(other));
  }

  /** The words around a value, or nothing when others of its kind stand in the same statement, but for its span. */
  alone(fact: Fact): Said | undefined {
    if (!this.known.has(fact)) this.known.set(fact, this.read(fact));
    return this.known.get(fact);
  }

  private read(fact: Fact): Said | undefined {
    const { text } = this.extract.reading;
    const stretch = this.stretches.find(({ start, end }) => fact.from >= start && fact.from < end);
    if (!stretch) return undefined;
    const inside = this.extract.facts.filter(
      (other) => !other.weak && other.from >= stretch.start && other.from < stretch.end,
    );
    const isOfItsKind = ofKind(fact);
    const rivals = inside.filter((other) => other.from !== fact.from && isOfItsKind(other));
    const [rival] = rivals;
    const [first, last] = rival && rival.from < fact.from ? [rival, fact] : [fact, rival];
    if (rivals.length > 1 || (last && !SPAN_JOINT.test(text.slice(first?.to, last.from)))) return undefined;
    // The day and the zone of a whole timeline say nothing of one of its entries.
    const values = inside.filter((one) => one === fact || rivals.includes(one) || MOMENTS.has(one.kind));
    const isOfValue = (at: number) => values.some(({ from, to }) => at >= from && at < to);
    const all = [...text.slice(stretch.start, stretch.end).matchAll(WORD)]
      .filter(({ index }) => !isOfValue(stretch.start + index))
      .map(([word]) => word);
    const telling = all.filter((word) => !saysNothing(word) || DIRECTIONS.has(word.toLowerCase()));
    // "Over 14:00" says little, and that is all it says.
    const words = (telling.length > 0 ? telling : all).map(stem);
    const days = inside.filter(({ kind }) => DAYS.has(kind)).flatMap(({ keys }) => keys);
    const partner = rival ? `${rival === first ? 'from' : 'to'} ${rival.keys[0]}` : '';
    return { words: new Set(words), days: new Set(days), partner };
  }
}

/**
 * Whether a draft's value stands in the statement that the source tells with it: then it was not moved,
 * however the words before and behind it have changed. It says nothing of two values within one statement.
 */
export function standsWithItsOwn(
  fact: Fact,
  own: readonly Fact[],
  draft: OwnStatements,
  source: OwnStatements,
): boolean {
  const said = draft.alone(fact);
  if (!said || said.words.size === 0) return false;
  const fits = own.map((one) => alike(said, source.alone(one)));
  const best = Math.max(0, ...fits);
  if (best < ENOUGH_SHARED) return false;
  // "Paged the database team", "database team joined": another value's statement is the one that is told.
  return source.rivalsOf(fact, own).every((rival) => alike(said, source.alone(rival)) < best);
}

/** From 0 to 1: how much of the longer of two statements both say; nothing where they tell other days or spans. */
function alike(said: Said, told: Said | undefined): number {
  if (!told || told.partner !== said.partner) return 0;
  const isOtherDay =
    said.days.size > 0 && told.days.size > 0 && ![...said.days].some((day) => told.days.has(day));
  if (isOtherDay) return 0;
  const shared = [...said.words].filter((word) => told.words.has(word)).length;
  return shared / Math.max(1, said.words.size, told.words.size);
}
