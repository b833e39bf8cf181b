import type { Finding } from '../finding';
import type { Extract } from '../values/extract';
import type { Fact } from '../values/fact';
import { isDerived } from './derived';
import type { PairOfTexts } from './moved';
import type { Supporter } from './support';
import { groupOf } from './surroundings';

const finding = ({ kind, value, start, end, severity }: Fact): Finding => ({
  kind,
  value,
  start,
  end,
  severity,
});

/** Facts of the draft that the source does not state. */
export function findAdded(draft: Extract, source: Supporter): Finding[] {
  const converted = convertedAt(draft, source);
  return draft.facts.flatMap((fact): Finding[] => {
    if (fact.weak) return [];
    const support = source.supports(fact);
    if (support === 'full') return yearAlone(fact, source) ?? contradictedBound(fact, source);
    if (fact.kind === 'time-zone' && converted.has(fact.from))
      return [{ ...finding(fact), kind: 'derived', severity: 'soft' }];
    if (support === 'coarse') return [{ ...finding(fact), severity: 'soft' }];
    if (isDerived(fact, source.extract.facts))
      return [{ ...finding(fact), kind: 'derived', severity: 'soft' }];
    return [finding(fact)];
  });
}

/** Where a text tells a time in another zone than the other text: the same moment, and another clock. */
function convertedAt({ facts }: Extract, other: Supporter): ReadonlySet<number> {
  const isConverted = (fact: Fact) => {
    const same = fact.zone ? other.same(fact) : [];
    return same.length > 0 && same.every(({ keys }) => keys[0] !== fact.keys[0]);
  };
  return new Set(facts.filter((fact) => fact.kind === 'time' && isConverted(fact)).map(({ from }) => from));
}

/** A year that only this text gives its date, and that the other one names nowhere. */
function yearAlone(fact: Fact, other: Supporter): Finding[] | null {
  const { year, value, start, end } = fact;
  if (!year || fact.sharesYear || other.same(fact).some((one) => one.year) || other.names(String(year)))
    return null;
  const figures = value.endsWith(String(year)) ? String(year) : value;
  return [{ ...finding(fact), value: figures, start: start + value.length - figures.length, end }];
}

/** "Less than 5" for "more than 5", and "about 5" for "5". */
function contradictedBound(fact: Fact, source: Supporter): Finding[] {
  if (!fact.bound && !fact.approximate) return [];
  const same = source.same(fact).filter((one) => !one.weak);
  if (same.length === 0) return [];
  if (fact.bound && same.every(({ bound }) => bound && bound !== fact.bound)) {
    return [{ ...finding(fact), kind: 'bound' }];
  }
  if (fact.approximate && same.every((one) => !one.approximate && !one.bound)) {
    return [{ ...finding(fact), kind: 'approximation', severity: 'soft' }];
  }
  return [];
}

/** Facts of the source that the draft does not state any more. */
export function findLost(source: Supporter, draft: Supporter, pair: PairOfTexts): Finding[] {
  const reported = new Map<string, Finding>();
  const draftFacts = draft.extract.facts.filter(({ weak }) => !weak);
  const draftKeys = new Set(draftFacts.flatMap(({ keys }) => keys));
  // "4:22" may stand for "4:22 PM", but "4:22 AM" may not.
  const converted = convertedAt(source.extract, draft);
  const withoutHalf = new Set(draftFacts.flatMap(({ meridiem, keys }) => (meridiem ? [] : keys)));
  // A year is lost once, however many dates had it.
  const years = new Set<number | undefined>();
  const lostYear = (fact: Fact): Finding[] | null => {
    const lost = years.has(fact.year) ? null : yearAlone(fact, draft);
    if (lost) years.add(fact.year);
    return lost;
  };
  return source.extract.facts.flatMap((fact): Finding[] => {
    if (fact.weak) return [];
    if (fact.kind === 'time-zone' && converted.has(fact.from)) return [];
    if (draft.supports(fact) === 'full')
      return lostYear(fact) ?? lostDoubt(fact, draft) ?? lostStatement(fact, source, draft, pair);
    const loosely = fact.meridiem ? withoutHalf : draftKeys;
    if (fact.loose?.some((loose) => loosely.has(loose))) {
      return [{ ...finding(fact), severity: 'soft' }];
    }
    const key = `${fact.kind} ${fact.keys.join(' ')}`;
    if (fact.severity === 'soft' && reported.has(key)) return [];
    const lost = finding(fact);
    reported.set(key, lost);
    return [lost];
  });
}

function lostDoubt(fact: Fact, draft: Supporter): Finding[] | null {
  if (!fact.approximate) return null;
  const same = draft.same(fact);
  if (same.length === 0 || same.some((one) => one.approximate || one.bound || one.weak)) return null;
  return [{ ...finding(fact), kind: 'approximation', severity: 'soft' }];
}

/** Kinds that one mention at the top may state for everything below. */
const STATED_ONCE = new Set([
  'date',
  'time-zone',
  'weekday',
  'code',
  'quotation',
  'name',
  'acronym',
  'version',
  'host',
  'url',
  'path',
  'id',
  'identifier',
  'region',
  'email',
  'ip',
  'hash',
  'error-code',
  'instance-type',
]);

/** A figure that stands in more places than this is no longer told apart by them. */
const MOST_TWINS = 12;

/**
 * A figure that the source states of two things, and the draft of one of them only: lost for the other,
 * when the draft still speaks of that other without giving the figure.
 */
function lostStatement(fact: Fact, source: Supporter, draft: Supporter, pair: PairOfTexts): Finding[] {
  if (STATED_ONCE.has(fact.kind)) return [];
  const twins = source.same(fact).filter((one) => one !== fact && !one.weak && one.keys[0] === fact.keys[0]);
  if (twins.length === 0 || twins.length > MOST_TWINS) return [];
  const kept = draft.same(fact);
  if (kept.length > twins.length) return [];
  const others = new Set(twins.flatMap((twin) => words(pair.sourceContext(twin))));
  const distinctive = words(pair.sourceContext(fact)).filter((word) => !others.has(word));
  if (distinctive.length === 0) return [];
  const around = new Set(kept.flatMap((one) => words(pair.draftContext(one))));
  if (distinctive.some((word) => around.has(word))) return [];
  if (isToldByAnother(fact, draft, pair)) return [];
  return [finding(fact)];
}

/** How alike surroundings are when two texts tell of the same thing. */
const SAME_THING = 0.3;

/** Whether the draft gives another figure there: merged statements ("from 09:14 to 10:02") keep one of two. */
const isToldByAnother = (fact: Fact, draft: Supporter, pair: PairOfTexts): boolean =>
  draft.extract.facts
    .filter((one) => !one.weak && groupOf(one) === groupOf(fact))
    .slice(0, 60)
    .some((one) => pair.fit(one, fact) > SAME_THING);

const words = (context: ReadonlyMap<string, number>): string[] =>
  [...context].filter(([word, weight]) => !word.includes(':') && weight > 0.3).map(([word]) => word);
