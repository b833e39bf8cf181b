/** Which results an author has dealt with, on this device: those are not shown again after a reload. */
export class Decisions {
  readonly #key: string;

  constructor(
    private readonly storage: Storage,
    postMortemId: string,
  ) {
    this.#key = `nevermore.decided.${postMortemId}`;
  }

  all(): ReadonlySet<string> {
    const stored = this.storage.getItem(this.#key);
    return new Set(stored === null ? [] : stored.split(' '));
  }

  /** At most as many as the server lists; older runs are never shown anyway. */
  add(runId: string): void {
    const kept = [...this.all(), runId].slice(-50);
    this.storage.setItem(this.#key, kept.join(' '));
  }

  remove(runId: string): void {
    this.storage.setItem(this.#key, [...this.all()].filter((id) => id !== runId).join(' '));
  }
}
