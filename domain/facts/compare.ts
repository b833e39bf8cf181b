import { isDerived } from './derived';
import type { Extract } from './extract';
import type { Fact } from './fact';
import type { Finding } from './finding';
import type { Alignment } from './moved';
import type { Supporter } from './support';

const finding = ({ kind, value, start, end, severity }: Fact): Finding => ({
  kind,
  value,
  start,
  end,
  severity,
});

/** Facts of the draft that the source does not state. */
export function findAdded(draft: Extract, source: Supporter): Finding[] {
  return draft.facts.flatMap((fact): Finding[] => {
    if (fact.weak) return [];
    const support = source.supports(fact);
    if (support === 'full') return contradictedBound(fact, source);
    if (support === 'coarse') return [{ ...finding(fact), severity: 'soft' }];
    if (isDerived(fact, source.extract.facts))
      return [{ ...finding(fact), kind: 'derived', severity: 'soft' }];
    return [finding(fact)];
  });
}

/** "Less than 5" for "more than 5", and "about 5" for "5". */
function contradictedBound(fact: Fact, source: Supporter): Finding[] {
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
export function findLost(source: Extract, draft: Supporter, alignment: Alignment): Finding[] {
  const reported = new Map<string, Finding>();
  return source.facts.flatMap((fact): Finding[] => {
    if (fact.weak) return [];
    if (draft.supports(fact) === 'full')
      return lostDoubt(fact, draft) ?? lostStatement(fact, source, draft, alignment);
    if (draft.extract.facts.some((one) => !one.weak && fact.loose?.some((key) => one.keys.includes(key)))) {
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

/**
 * A figure that the source states of two things, and the draft of one of them only: lost for the other,
 * when the draft still speaks of that other without giving the figure.
 */
function lostStatement(fact: Fact, source: Extract, draft: Supporter, alignment: Alignment): Finding[] {
  if (STATED_ONCE.has(fact.kind)) return [];
  const twins = source.facts.filter((one) => one !== fact && !one.weak && one.keys[0] === fact.keys[0]);
  if (twins.length === 0) return [];
  const kept = draft.same(fact);
  if (kept.length > twins.length) return [];
  const others = new Set(twins.flatMap((twin) => words(alignment.sourceContext(twin))));
  const distinctive = words(alignment.sourceContext(fact)).filter((word) => !others.has(word));
  if (distinctive.length === 0) return [];
  const around = new Set(kept.flatMap((one) => words(alignment.draftContext(one))));
  if (distinctive.some((word) => around.has(word))) return [];
  return [finding(fact)];
}

const words = (context: ReadonlyMap<string, number>): string[] =>
  [...context].filter(([word, weight]) => !word.includes(':') && weight > 0.3).map(([word]) => word);
