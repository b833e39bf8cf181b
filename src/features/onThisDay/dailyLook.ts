import { type Anniversary, onThisDay, type Remembered } from '../../../domain/onThisDay';
import type { ListingPage, ListingQuery } from '../../data/types';

/** The most that one answer of the server holds. */
const PAGE = 1_000;
/** So many pages of a list are looked through, those changed last first. */
const PAGES = 10;

export type List = (query: ListingQuery) => Promise<ListingPage>;

interface Stores {
  /** Keeps that somebody has looked and found nothing, or wants nothing of it: no titles, as others use it too. */
  device: Storage;
  /** Keeps what was found, as long as the tab is open. */
  tab: Storage;
}

interface Day {
  userId: string;
  /** A calendar date where the reader is, `2026-03-01`. */
  today: string;
  zone: string;
}

/**
 * What happened on this day, looked for once a day and not with every view of a list: no index is in the order
 * of calendar days, so the lists are read to their ends.
 */
export class DailyLook {
  readonly #key: string;

  constructor(
    private readonly stores: Stores,
    private readonly day: Day,
  ) {
    this.#key = `nevermore.onThisDay.${day.userId}`;
  }

  /** Somebody wants no more of it today. */
  isDismissed = (): boolean => this.stores.device.getItem(this.#key) === `${this.day.today} dismissed`;

  dismiss = (): void => this.stores.device.setItem(this.#key, `${this.day.today} dismissed`);

  /** What was found today; undefined where nobody has looked yet. */
  found(): Anniversary[] | undefined {
    if (this.stores.device.getItem(this.#key) === `${this.day.today} nothing`) return [];
    const kept = this.stores.tab.getItem(this.#key);
    if (kept === null) return undefined;
    const { today, found } = JSON.parse(kept) as { today: string; found: Anniversary[] };
    return today === this.day.today ? found : undefined;
  }

  /** Looks through these lists, and keeps what it found. Throws the errors of the store. */
  async look(lists: readonly List[], signal: AbortSignal): Promise<Anniversary[]> {
    const found = (await Promise.all(lists.map((list) => this.#lookThrough(list, signal)))).flat();
    const inOrder = this.among(found);
    if (signal.aborted) return inOrder;
    const { today } = this.day;
    if (inOrder.length === 0) this.stores.device.setItem(this.#key, `${today} nothing`);
    else this.stores.tab.setItem(this.#key, JSON.stringify({ today, found: inOrder }));
    return inOrder;
  }

  /** Those among these that started on this day, each once. */
  among = (listings: readonly Remembered[]): Anniversary[] =>
    onThisDay([...new Map(listings.map((one) => [one.id, one])).values()], this.day.today, this.day.zone);

  async #lookThrough(list: List, signal: AbortSignal): Promise<Remembered[]> {
    const found: Remembered[] = [];
    let next: string | null = null;
    for (let page = 0; page < PAGES && !signal.aborted; page++) {
      const answer: ListingPage = await list({ severity: '', status: '', limit: PAGE, next });
      found.push(...this.among(answer.items));
      next = answer.next;
      if (next === null) break;
    }
    return found;
  }
}
