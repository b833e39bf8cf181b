import type { LevelStore, Store } from './dynalite';
import { NotSavedError } from './errors';

/** The methods of classic-level below dynalite's wrappers. */
interface Database {
  close(): Promise<void>;
  open(): Promise<void>;
}

/**
 * Brings a LevelDB back after a write that failed. Its log may end in a torn record then, and whatever
 * would be appended behind that record is dropped at the next start, however often it was acknowledged.
 * Closing and opening again recovers the log up to the last whole record and goes on in a new file.
 */
export class Recovery {
  /** Why the log may be torn; undefined when it is whole. */
  private torn: { readonly cause: unknown } | undefined;
  private readonly readsUnderWay = new Set<Promise<unknown>>();
  private reopening: Promise<void> | undefined;

  constructor(
    private readonly store: Store,
    private readonly path: string,
  ) {}

  /**
   * Runs a write to the log. One that fails is recovered from and tried once more, since LevelDB refuses
   * everything after a failure in the background too; it must be one that may happen twice.
   * @throws NotSavedError
   */
  async guard(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (cause) {
      this.torn = { cause };
      await this.ensureWhole();
      await this.last(write);
    }
  }

  private async last(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (cause) {
      this.torn = { cause };
      // The disk may be full still; then the next write tries again, and nothing is appended before.
      await this.ensureWhole().catch(() => undefined);
      throw new NotSavedError(this.path, cause);
    }
  }

  /** Makes sure that a write lands behind whole records only. @throws NotSavedError */
  async ensureWhole(): Promise<void> {
    if (!this.torn) return;
    try {
      await this.reopen();
    } catch (cause) {
      throw new NotSavedError(this.path, cause);
    }
  }

  /** Runs a read, once no recovery is under way. */
  async read<T>(work: () => Promise<T>): Promise<T> {
    while (this.reopening) await this.reopening.catch(() => undefined);
    const reading = work();
    this.readsUnderWay.add(reading);
    try {
      return await reading;
    } finally {
      this.readsUnderWay.delete(reading);
    }
  }

  private async reopen(): Promise<void> {
    this.reopening = this.closeAndOpen();
    try {
      await this.reopening;
      this.torn = undefined;
    } finally {
      this.reopening = undefined;
    }
  }

  private async closeAndOpen(): Promise<void> {
    // Closing would end the iterators of reads that are under way.
    await Promise.allSettled(this.readsUnderWay);
    const { close, open } = Object.getPrototypeOf(this.store.db) as Database;
    await close.call(this.store.db as LevelStore & Database);
    await open.call(this.store.db as LevelStore & Database);
  }
}
