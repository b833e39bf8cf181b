/**
 * The order in which drafts are shown to the judge, as 0-based positions. It follows from the run's id, so
 * that every replay shows them alike, and no draft is first as a rule.
 */
export function showingOrder(enhancementId: string, drafts: number): number[] {
  let state = 0;
  for (const character of enhancementId) {
    state = (Math.imul(state, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  const order = Array.from({ length: drafts }, (_, index) => index);
  for (let last = order.length - 1; last > 0; last--) {
    // Numerical Recipes' linear congruential generator; the high bits are the random ones.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
