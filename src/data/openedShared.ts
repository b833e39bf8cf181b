/** A post-mortem of somebody else's that this user opened here. */
export interface OpenedShared {
  id: string;
  title: string;
}

const MOST = 30;

/**
 * What others shared and this user opened on this device. The server lists only what one owns, and the way
 * into a shared document is its link; this remembers the links.
 */
export class OpenedSharedList {
  readonly #key: string;

  constructor(
    private readonly storage: Storage,
    userId: string,
  ) {
    this.#key = `nevermore.shared.${userId}`;
  }

  all(): OpenedShared[] {
    const stored = this.storage.getItem(this.#key);
    if (stored === null) return [];
    try {
      const list: unknown = JSON.parse(stored);
      return Array.isArray(list) ? list.filter((item) => typeof item?.id === 'string') : [];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }

  remember(opened: OpenedShared): void {
    const others = this.all().filter(({ id }) => id !== opened.id);
    this.storage.setItem(this.#key, JSON.stringify([opened, ...others].slice(0, MOST)));
  }

  forget(id: string): void {
    this.storage.setItem(this.#key, JSON.stringify(this.all().filter((item) => item.id !== id)));
  }
}
