/**
 * The order in which drafts are shown to the judge, as 0-based positions. It follows from the run's id, so
 * that every replay shows them alike, and no draft is first as a rule.
 */
export function showingOrder(enhancementId: string, drafts: number): number[] {
  let state = 0;
  for (const character of enhancementId) {
    state = scramble(state ^ (character.codePointAt(0) ?? 0));
  }
  const order = Array.from({ length: drafts }, (_, index) => index);
  for (let last = order.length - 1; last > 0; last--) {
    state = scramble(state);
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/** MurmurHash3's finalizer (32 bit): ids that differ in one character end up far apart. */
function scramble(value: number): number {
  let mixed = (value + 0x9e3779b9) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * The judge writes of drafts by the numbers it saw. Puts in their place what the reader knows them by.
 * @param nameOf of a 1-based number as shown; numbers that were not shown stay as they are
 */
export function withNames(reasoning: string, drafts: number, nameOf: (shown: number) => string): string {
  return reasoning.replace(/\bdraft (\d+)\b/gi, (words, digits: string) => {
    const shown = Number(digits);
    if (shown < 1 || shown > drafts) return words;
    const name = nameOf(shown);
    return words.startsWith('D') ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  });
}
