import type { ActionListing } from '../../../domain/actions/openActions';
import type { ActionReading } from '../../data/actions';
import type { ListingPage, ListingQuery, PostMortemListing } from '../../data/types';

/** The most that one answer of the server holds. */
const PAGE = 1_000;
/** Post-mortems that are read at most: some ten queries of an index. */
export const MOST = 10_000;

/** Where the figures come from. */
export interface Sources {
  /** A page of a list, in the order of its index. */
  list(query: ListingQuery): Promise<ListingPage>;
  /** The actions of the same list. */
  actions(signal: AbortSignal): Promise<ActionReading>;
}

/** What has been read so far. */
export interface Reading {
  listings: readonly PostMortemListing[];
  /** Records that the server holds and cannot answer. */
  unreadable: number;
  /** Null until they are read. */
  actions: { listings: readonly ActionListing[]; isWhole: boolean } | null;
  /** `read` to the end, or to the bound (`isWhole` is false); `stopped` by the reader or by an error. */
  state: 'reading' | 'stopped' | 'read';
  isWhole: boolean;
  /** Why reading stopped by itself, or null. */
  error: unknown;
}

const NOTHING: Reading = {
  listings: [],
  unreadable: 0,
  actions: null,
  state: 'reading',
  isWhole: false,
  error: null,
};

/**
 * Reads a list page by page, to its end or to a bound, and its actions beside it. It can be stopped, and goes on
 * where it was stopped.
 */
export class TrendsReader {
  #reading = NOTHING;
  #next: string | null = null;
  #stop: AbortController | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly sources: Sources) {}

  readonly reading = (): Reading => this.#reading;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Stops after the page that is on its way, which is not counted any more. */
  readonly stop = (): void => {
    this.#stop?.abort();
    this.#stop = null;
    if (this.#reading.state === 'reading') this.#set({ state: 'stopped' });
  };

  /** Reads on where reading has stopped; from the beginning the first time. */
  readonly readOn = async (): Promise<void> => {
    if (this.#stop !== null || this.#reading.state === 'read') return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#set({ state: 'reading', error: null });
    try {
      await Promise.all([this.#readListings(stop.signal), this.#readActions(stop.signal)]);
      if (stop.signal.aborted) return;
      this.#set({ state: 'read' });
    } catch (error) {
      if (stop.signal.aborted) return;
      stop.abort();
      this.#set({ state: 'stopped', error });
    }
    this.#stop = null;
  };

  async #readListings(signal: AbortSignal): Promise<void> {
    while (!this.#reading.isWhole && this.#reading.listings.length < MOST) {
      const query = { severity: '', status: '', limit: PAGE, next: this.#next } as const;
      const page = await this.sources.list(query);
      if (signal.aborted) return;
      // What was changed between two pages moves to the front, and may come again further on.
      const known = new Set(this.#reading.listings.map(({ id }) => id));
      this.#next = page.next;
      this.#set({
        listings: [...this.#reading.listings, ...page.items.filter(({ id }) => !known.has(id))],
        unreadable: this.#reading.unreadable + page.unreadable,
        isWhole: page.next === null,
      });
    }
  }

  async #readActions(signal: AbortSignal): Promise<void> {
    if (this.#reading.actions?.isWhole) return;
    const actions = await this.sources.actions(signal);
    if (!signal.aborted) this.#set({ actions });
  }

  #set(change: Partial<Reading>): void {
    this.#reading = { ...this.#reading, ...change };
    for (const listener of this.#listeners) listener();
  }
}
