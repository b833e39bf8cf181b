import type { BinStore } from '../../data/types';

/** The ids of everything that lies in somebody's bin. */
export async function binnedIds(bin: Pick<BinStore, 'list'>): Promise<string[]> {
  const ids: string[] = [];
  let next: string | null = null;
  do {
    const page: Awaited<ReturnType<BinStore['list']>> = await bin.list(next);
    ids.push(...page.items.map(({ id }) => id));
    next = page.next;
  } while (next !== null);
  return ids;
}
