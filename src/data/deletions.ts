import { NotFoundOrNotYoursError } from './errors';
import type { PostMortemStore } from './types';

/** How long a deletion can be called off before it reaches the server, in seconds. */
export const CALL_OFF_SECONDS = 10;

interface DeletionCollaborators {
  storage: Storage;
  userId: string;
  postMortems: Pick<PostMortemStore, 'delete'>;
  /** By this device's clock, in milliseconds. */
  now(): number;
  /** Calls back after so many milliseconds. Returns what calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** What became of a deletion. */
export type Fate = 'deleted' | 'calledOff';

/**
 * Deletions that wait. The server deletes a post-mortem's drafts with it, and nobody can bring those back; so it
 * hears of a deletion only when the time to call it off is over. What waits is kept on this device: a page that
 * is closed meanwhile carries it out when it is opened again.
 */
export class Deletions {
  readonly #prefix: string;
  /** What ends the waiting of those that this page was asked for. */
  readonly #waiting = new Map<string, (fate: 'due' | 'calledOff') => void>();

  constructor(private readonly with_: DeletionCollaborators) {
    this.#prefix = `nevermore.deleting.${with_.userId}.`;
  }

  /** Whether it is on its way out, asked for by this page or another one on this device. */
  isWaiting(id: string): boolean {
    return this.with_.storage.getItem(this.#prefix + id) !== null;
  }

  /**
   * Deletes it when the time is over; at once where the device cannot remember it for so long.
   * @returns what became of it. Rejects with the store's named errors; then it is there as before.
   */
  async ask(id: string): Promise<Fate> {
    const wait = this.#keep(id) ? CALL_OFF_SECONDS * 1_000 : 0;
    try {
      return await this.#carryOut(id, wait);
    } catch (error) {
      this.#forget(id);
      throw error;
    }
  }

  /** @returns false when it has reached the server already. */
  callOff(id: string): boolean {
    const end = this.#waiting.get(id);
    end?.('calledOff');
    return end !== undefined;
  }

  /**
   * Carries out what a page that was closed has left waiting, each when its time is over. One that fails is tried
   * again the next time. @returns what stops waiting
   */
  resume(onFailed: (error: unknown) => void): () => void {
    const { storage, now, after } = this.with_;
    const left = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => ({ id: key.slice(this.#prefix.length), due: Number(storage.getItem(key)) }));
    const timers = left.map(({ id, due }) =>
      after(Math.max(0, due - now()), () => {
        // The page that was asked may still be open, and may have called it off or carried it out.
        if (this.isWaiting(id) && !this.#waiting.has(id)) this.#send(id).catch(onFailed);
      }),
    );
    return () => {
      for (const stop of timers) stop();
    };
  }

  async #carryOut(id: string, wait: number): Promise<Fate> {
    const fate = await new Promise<'due' | 'calledOff'>((end) => {
      const stop = this.with_.after(wait, () => end('due'));
      this.#waiting.set(id, (how) => {
        stop();
        end(how);
      });
    });
    this.#waiting.delete(id);
    if (fate === 'due') await this.#send(id);
    else this.#forget(id);
    return fate === 'due' ? 'deleted' : 'calledOff';
  }

  async #send(id: string): Promise<void> {
    try {
      await this.with_.postMortems.delete(id);
    } catch (error) {
      // Another page of this device, or somebody elsewhere, was quicker.
      if (!(error instanceof NotFoundOrNotYoursError)) throw error;
    }
    this.#forget(id);
  }

  #keep(id: string): boolean {
    const due = this.with_.now() + CALL_OFF_SECONDS * 1_000;
    try {
      this.with_.storage.setItem(this.#prefix + id, String(due));
      return true;
    } catch {
      return false;
    }
  }

  #forget(id: string): void {
    this.with_.storage.removeItem(this.#prefix + id);
  }
}

/** The same library, without what is on its way out. */
export const withoutWaiting = (
  library: Pick<PostMortemStore, 'listOwned'>,
  deletions: Pick<Deletions, 'isWaiting'>,
): Pick<PostMortemStore, 'listOwned'> => ({
  async listOwned(ownerId, query) {
    const page = await library.listOwned(ownerId, query);
    return { ...page, items: page.items.filter(({ id }) => !deletions.isWaiting(id)) };
  },
});
