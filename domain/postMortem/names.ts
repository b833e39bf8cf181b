/** What two names of the same thing have in common: "Checkout-API " and "checkout-api" are one service. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** These names, each once whatever its capitals, in the spelling that came first; empty ones are left out. */
export function distinctNames(names: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name);
    if (key !== '' && !found.has(key)) found.set(key, name.trim());
  }
  return [...found.values()];
}

/** Between two tags: commas of several scripts, and lines of something pasted. */
const BETWEEN = /[,，、،\n\r]/u;

/** The tags in what somebody typed or pasted: "#database, Migration, database" holds two. */
export const tagsIn = (typed: string): string[] =>
  distinctNames(typed.split(BETWEEN).map((tag) => tag.trim().replace(/^[#＃]+\s*/u, '')));

/** A name, and how many documents bear it. */
export interface CountedName {
  /** As most of them spell it. */
  name: string;
  count: number;
}

/**
 * The names in use, each with the number of documents that bear it, the most used first and then by the alphabet.
 * @param documents the names of each document; one that stands there twice is counted once
 */
export function countNames(documents: readonly (readonly string[])[]): CountedName[] {
  const found = new Map<string, Map<string, number>>();
  for (const names of documents) {
    for (const name of distinctNames(names)) {
      const spellings = found.get(nameKey(name)) ?? new Map<string, number>();
      spellings.set(name, (spellings.get(name) ?? 0) + 1);
      found.set(nameKey(name), spellings);
    }
  }
  return [...found.values()]
    .map((spellings) => {
      const usual = [...spellings].sort((a, b) => b[1] - a[1] || order(a[0], b[0]))[0]?.[0] ?? '';
      return { name: usual, count: [...spellings.values()].reduce((sum, count) => sum + count, 0) };
    })
    .sort((a, b) => b.count - a.count || order(nameKey(a.name), nameKey(b.name)));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
