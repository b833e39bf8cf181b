import type { DocumentContent } from '../../data/types';
import { NotKeptOnDeviceError, type UnsavedWork, type UnsavedWorkJournal } from '../../data/unsavedWork';

/** What one window has of a post-mortem in the journal, beside what other windows have or have left there. */
export class KeptOnDevice {
  /** What was kept here last. */
  #kept: DocumentContent | null = null;
  /** What an earlier visit has left and this one goes on with, while it stands under that one's name. */
  #takenOver: DocumentContent | null = null;

  /** @param left what earlier visits left there, in the order in which it is gone on with */
  constructor(
    private readonly journal: UnsavedWorkJournal,
    private readonly postMortemId: string,
    private left: readonly UnsavedWork[],
  ) {}

  /** What is gone on with next; null when nothing is left, or other windows have saved it. */
  takeOver(): UnsavedWork | null {
    while (this.left.length > 0) {
      const [next, ...later] = this.left;
      this.left = later;
      if (!next || !this.#isThere(next.content)) continue;
      this.#takenOver = next.content;
      return next;
    }
    return null;
  }

  /** @returns whether this device could keep it */
  keep(work: Omit<UnsavedWork, 'postMortemId'>): boolean {
    try {
      this.journal.keep({ postMortemId: this.postMortemId, ...work });
    } catch (error) {
      if (error instanceof NotKeptOnDeviceError) return false;
      throw error;
    }
    this.#kept = work.content;
    // It stands in what is kept now.
    if (this.#takenOver !== null && !isSame(this.#takenOver, work.content)) {
      this.journal.clearContent(this.postMortemId, this.#takenOver);
      this.#takenOver = null;
    }
    return true;
  }

  /** Clears what was kept here, and never what another window has there. */
  forget(): void {
    for (const content of [this.#kept, this.#takenOver])
      if (content !== null) this.journal.clearContent(this.postMortemId, content);
    this.#kept = null;
    this.#takenOver = null;
  }

  readonly #isThere = (content: DocumentContent): boolean =>
    this.journal.left(this.postMortemId).some((work) => isSame(work.content, content));
}

const isSame = (one: DocumentContent, other: DocumentContent): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
