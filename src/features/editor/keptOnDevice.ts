import { NotKeptOnDeviceError, type UnsavedWork, type UnsavedWorkJournal } from '../../data/unsavedWork';

/** What one window has of a post-mortem in the journal, whose one entry may be another window's by now. */
export class KeptOnDevice {
  /** The content of what was kept here last, as JSON. */
  #kept: string | null;

  /** @param left what an earlier visit left there, and this one goes on with */
  constructor(
    private readonly journal: UnsavedWorkJournal,
    private readonly postMortemId: string,
    left: UnsavedWork | null,
  ) {
    this.#kept = left && JSON.stringify(left.content);
  }

  /** @returns whether this device could keep it */
  keep(work: Omit<UnsavedWork, 'postMortemId'>): boolean {
    try {
      this.journal.keep({ postMortemId: this.postMortemId, ...work });
    } catch (error) {
      if (error instanceof NotKeptOnDeviceError) return false;
      throw error;
    }
    this.#kept = JSON.stringify(work.content);
    return true;
  }

  /** Clears what was kept here, and never what another window has there. */
  forget(): void {
    if (this.#kept === null) return;
    const entry = this.journal.left(this.postMortemId);
    if (JSON.stringify(entry?.content) === this.#kept) this.journal.clear(this.postMortemId);
    this.#kept = null;
  }
}
