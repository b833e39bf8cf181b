/** A browser's local storage in memory; `room` limits the characters it takes, as a full device does. */
export class MemoryStorage implements Storage {
  readonly #entries = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;

  get length() {
    return this.#entries.size;
  }
  key(index: number) {
    return [...this.#entries.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.#entries.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (value.length > this.room)
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    this.#entries.set(key, value);
  }
  removeItem(key: string) {
    this.#entries.delete(key);
  }
  clear() {
    this.#entries.clear();
  }
}
