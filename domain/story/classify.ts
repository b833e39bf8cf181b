import { DOUBT, EVIDENCE } from './evidence';
import type { Statement, StatementKind } from './statement';

/** Fewer points than this are no evidence. */
const ENOUGH = 2;
/** The best kind must lead the next one by so much, or the statement stays without a label. */
const LEAD = 1;
/** Points of a certain label: two strong signs, or one with nothing against it. */
const CERTAIN = 5;
/** Longer statements tell several things; patterns are not tried on more than this. */
const LONGEST = 600;

/** What a statement tells, from its words alone. */
export function classify(text: string): Pick<Statement, 'kind' | 'confidence' | 'suspected'> {
  const read = text.slice(0, LONGEST);
  const points = new Map<StatementKind, number>();
  for (const { kind, weight, pattern } of EVIDENCE) {
    if (pattern.test(read)) points.set(kind, (points.get(kind) ?? 0) + weight);
  }
  const [best, second] = [...points].sort(([, a], [, b]) => b - a);
  const suspected = DOUBT.test(read);
  if (!best || best[1] < ENOUGH) return { kind: null, confidence: 0, suspected };
  const lead = best[1] - Math.max(0, second?.[1] ?? 0);
  if (lead < LEAD) return { kind: null, confidence: 0, suspected };
  const confidence = Math.min(
    1,
    (Math.min(best[1], CERTAIN) / CERTAIN) * 0.6 + (Math.min(lead, 4) / 4) * 0.4,
  );
  return { kind: best[0], confidence, suspected };
}
