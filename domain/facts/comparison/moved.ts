import type { Finding } from '../finding';
import type { Extract } from '../values/extract';
import type { Fact } from '../values/fact';
import { OwnStatements, standsWithItsOwn } from './ownStatement';
import type { Supporter } from './support';
import { type Context, groupOf, Surroundings } from './surroundings';

/** How much better the statement of another value must fit than the value's own. */
const MARGIN = 0.18;
/** A fit below this says nothing. */
const LEAST_FIT = 0.42;
/** More occurrences than this of one kind are compared within a window of the text only. */
const MOST = 60;

const known = new WeakMap<Extract, Surroundings>();

/** The surroundings of a text's facts, read once for all drafts that are compared with it. */
function contextsOf(extract: Extract): Surroundings {
  const before = known.get(extract);
  if (before) return before;
  const contexts = new Surroundings(extract);
  known.set(extract, contexts);
  return contexts;
}

/** The statements of two texts, and how alike the surroundings of their facts are. */
export class PairOfTexts {
  private readonly source: Surroundings;
  private readonly draft: Surroundings;
  private readonly rarity: ReadonlyMap<string, number>;
  private told: { source: OwnStatements; draft: OwnStatements } | undefined;

  constructor(
    readonly sourceExtract: Extract,
    readonly draftExtract: Extract,
  ) {
    this.source = contextsOf(sourceExtract);
    this.draft = contextsOf(draftExtract);
    this.rarity = this.source.rarity;
  }

  /** From 0 (nothing in common) to 1: how well a draft's fact stands where the source's fact stands. */
  fit(draft: Fact, source: Fact): number {
    return alike(this.draft.around(draft), this.source.around(source), this.rarity);
  }

  /** Whether a draft's fact stands in the statement of one of these; asked only of what looks moved. */
  withItsOwn(fact: Fact, own: readonly Fact[]): boolean {
    this.told ??= {
      source: new OwnStatements(this.sourceExtract),
      draft: new OwnStatements(this.draftExtract),
    };
    return standsWithItsOwn(fact, own, this.told.draft, this.told.source);
  }

  sourceContext(fact: Fact): Context {
    return this.source.around(fact);
  }

  draftContext(fact: Fact): Context {
    return this.draft.around(fact);
  }
}

function alike(a: Context, b: Context, rarity: ReadonlyMap<string, number>): number {
  let shared = 0;
  let inA = 0;
  let inB = 0;
  for (const [word, weight] of a) {
    const rare = rarity.get(word) ?? 0;
    inA += rare * weight;
    const other = b.get(word);
    if (other !== undefined) shared += rare * Math.min(weight, other);
  }
  for (const [word, weight] of b) inB += (rarity.get(word) ?? 0) * weight;
  return inA === 0 || inB === 0 ? 0 : shared / Math.sqrt(inA * inB);
}

/** Values of the source that the draft states of something else: two times that changed places, say. */
export function findMoved(pair: PairOfTexts, source: Supporter): Finding[] {
  const groups = byGroup(pair.sourceExtract.facts);
  const draftGroups = byGroup(pair.draftExtract.facts);
  return [...draftGroups].flatMap(([group, facts]) => {
    const others = groups.get(group) ?? [];
    if (new Set(others.map((fact) => fact.keys[0])).size < 2) return [];
    return facts.flatMap((fact, index) => {
      const place = index / facts.length;
      return movedFrom(fact, near(facts, place), near(others, place), pair, source);
    });
  });
}

function movedFrom(
  fact: Fact,
  beside: readonly Fact[],
  others: readonly Fact[],
  pair: PairOfTexts,
  source: Supporter,
): Finding[] {
  const own = source.same(fact);
  if (own.length === 0) return [];
  let ownFit = 0;
  for (const one of own.slice(0, MOST / 2)) {
    ownFit = Math.max(ownFit, pair.fit(fact, one));
    // Nothing fits better by so much: most of a draft stands where the author has it.
    if (ownFit + MARGIN >= 1) return [];
  }
  let best: Fact | undefined;
  let bestFit = Math.max(LEAST_FIT, ownFit + MARGIN);
  for (const other of others) {
    if (own.includes(other)) continue;
    const fit = pair.fit(fact, other);
    if (fit <= bestFit) continue;
    best = other;
    bestFit = fit;
  }
  if (!best) return [];
  const rightful = best;
  // Where the draft keeps the rightful value beside it, this one only stands near.
  const kept = beside.some(
    (one) =>
      one !== fact &&
      one.keys.some((key) => rightful.keys.includes(key)) &&
      pair.fit(one, rightful) > bestFit - MARGIN / 2,
  );
  if (kept || pair.withItsOwn(fact, own)) return [];
  const { kind, value, start, end, severity } = fact;
  return [{ kind, value, start, end, severity, instead: rightful.value }];
}

/** Those at about the same place of the text, where there are very many. */
const near = (facts: readonly Fact[], place: number): readonly Fact[] => {
  if (facts.length <= MOST) return facts;
  const most = facts.length > 10 * MOST ? MOST / 6 : MOST;
  const from = Math.max(0, Math.min(facts.length - most, Math.round(place * facts.length - most / 2)));
  return facts.slice(from, from + most);
};

function byGroup(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.weak || fact.severity === 'soft' || ['quotation', 'time-zone'].includes(fact.kind)) continue;
    const group = groupOf(fact);
    const known = groups.get(group);
    if (known) known.push(fact);
    else groups.set(group, [fact]);
  }
  return groups;
}
