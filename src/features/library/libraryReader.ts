import type { ListingPage, ListingQuery, PostMortemListing } from '../../data/types';
import { type Filters, filterAndSort, isNarrowed, NO_FILTERS } from './filters';

/** The most that one answer of the server holds. */
const LARGEST_PAGE = 1_000;
/** Rows that are shown at first, and that "Show more" adds. */
export const ROWS_AT_A_TIME = 50;

/** What somebody wants to see of their library. */
export interface View {
  filters: Filters;
  /** How many rows at most. */
  rows: number;
}

/** What has been read of a library. */
export interface Reading {
  /** In the order of the index: last changed first. */
  items: readonly PostMortemListing[];
  /** Records that the server holds and cannot answer. */
  unreadable: number;
  /** Everything that the server would answer is here. */
  isWhole: boolean;
  isReading: boolean;
  /** Why reading stopped before there was enough, or null. */
  error: unknown;
}

const NOTHING: Reading = { items: [], unreadable: 0, isWhole: false, isReading: true, error: null };

/**
 * Reads a library from its index, as far as what is shown needs it and no further: a page of rows,
 * on to the match that a search looks for, or all of it where the order of the index is not the one asked for.
 * Severity and status are chosen by the server, words of a title here.
 */
export class LibraryReader {
  #reading = NOTHING;
  #view: View = { filters: NO_FILTERS, rows: ROWS_AT_A_TIME };
  /** Null at the beginning and at the end. */
  #next: string | null = null;
  /** Counts beginnings, so that an answer to an older question is dropped. */
  #beginning = 0;
  #asking = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    /** Answers a page of the list that is read. */
    private readonly list: (query: ListingQuery) => Promise<ListingPage>,
  ) {}

  readonly reading = (): Reading => this.#reading;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads on until there is enough for this view. */
  show(view: View): void {
    const { severity, status } = this.#view.filters;
    const isAnotherQuestion = severity !== view.filters.severity || status !== view.filters.status;
    this.#view = view;
    if (isAnotherQuestion) this.reload();
    else if (this.#reading.error === null) void this.#readOn();
  }

  /** Reads from the beginning; what is there stays until the first answer. */
  readonly reload = (): void => {
    this.#beginning += 1;
    this.#asking = false;
    this.#next = null;
    this.#set({ isWhole: false, error: null });
    void this.#readOn();
  };

  /** Nobody listens any more. */
  stop(): void {
    this.#beginning += 1;
    this.#asking = false;
  }

  /** Takes one out of the list, before the server has confirmed. */
  readonly leaveOut = (id: string): void => {
    this.#set({ items: this.#reading.items.filter((item) => item.id !== id) });
    void this.#readOn();
  };

  async #readOn(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const beginning = this.#beginning;
    let isFirst = this.#next === null && !this.#reading.isWhole;
    try {
      while (isFirst || !this.#isEnough()) {
        this.#set({ isReading: true });
        const { severity, status } = this.#view.filters;
        const page: ListingPage = await this.list({
          severity,
          status,
          limit: this.#pageSize(isFirst),
          next: this.#next,
        });
        if (beginning !== this.#beginning) return;
        this.#take(page, isFirst);
        isFirst = false;
      }
    } catch (error) {
      if (beginning === this.#beginning) this.#set({ error });
    }
    if (beginning !== this.#beginning) return;
    this.#asking = false;
    this.#set({ isReading: false });
  }

  #take(page: ListingPage, isFirst: boolean): void {
    const before = isFirst ? [] : this.#reading.items;
    // What was changed between two pages moves to the front, and may come again further on.
    const known = new Set(before.map(({ id }) => id));
    this.#next = page.next;
    this.#set({
      items: [...before, ...page.items.filter(({ id }) => !known.has(id))],
      unreadable: (isFirst ? 0 : this.#reading.unreadable) + page.unreadable,
      isWhole: page.next === null,
    });
  }

  /** One row more than is shown tells whether there are more. */
  #isEnough(): boolean {
    const { filters, rows } = this.#view;
    if (this.#reading.isWhole) return true;
    return filters.sort === 'changed' && filterAndSort(this.#reading.items, filters).length > rows;
  }

  #pageSize(isFirst: boolean): number {
    const { filters, rows } = this.#view;
    if (isNarrowed(filters) || filters.sort !== 'changed') return LARGEST_PAGE;
    const missing = rows + 1 - (isFirst ? 0 : this.#reading.items.length);
    return Math.min(LARGEST_PAGE, Math.max(1, missing));
  }

  #set(change: Partial<Reading>): void {
    this.#reading = { ...this.#reading, ...change };
    for (const listener of this.#listeners) listener();
  }
}
