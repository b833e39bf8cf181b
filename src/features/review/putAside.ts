/** Remarks on one document that its author has put aside, on this device. */
export class PutAside {
  readonly #key: string;
  readonly #ids: Set<string>;

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    postMortemId: string,
  ) {
    this.#key = `nevermore.review.${postMortemId}`;
    this.#ids = new Set(read(storage.getItem(this.#key)));
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string): void {
    this.#ids.add(id);
    this.#store();
  }

  clear(): void {
    this.#ids.clear();
    this.#store();
  }

  #store(): void {
    if (this.#ids.size === 0) this.storage.removeItem(this.#key);
    else this.storage.setItem(this.#key, JSON.stringify([...this.#ids]));
  }
}

/** What another version of the page has left there may be anything; then nothing was put aside. */
function read(stored: string | null): string[] {
  try {
    const ids: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
