import type { Quote } from '../../../domain/comments/comment';

/** What somebody began to say and has not sent. Its id goes along, so that sending it twice says it once. */
export interface Draft {
  id: string;
  text: string;
  quote: Quote | null;
}

/** What a draft is for: a new thread somewhere, a reply, or other words for a comment. */
export type DraftKey = `new ${string}` | `reply ${string}` | `edit ${string}`;

const LEAVING = 'leaving ';

/**
 * What was typed and not sent, and what was deleted and can still be called off, in this device's storage: so that
 * a reload, a crash or a lost connection loses neither.
 */
export class CommentDrafts {
  readonly #prefix: string;

  constructor(
    private readonly storage: Storage,
    userId: string,
    postMortemId: string,
  ) {
    this.#prefix = `nevermore.comments.${userId}.${postMortemId}.`;
  }

  read(key: DraftKey): Draft | null {
    return parsed<Draft>(this.storage.getItem(this.#prefix + key), (draft) => typeof draft.text === 'string');
  }

  /** @returns whether this device could keep it; nothing is kept of an empty one */
  keep(key: DraftKey, draft: Draft | null): boolean {
    if (draft === null || (draft.text === '' && draft.quote === null)) {
      this.storage.removeItem(this.#prefix + key);
      return true;
    }
    return this.#write(key, draft);
  }

  /** What was typed and not sent. */
  keys(): DraftKey[] {
    return this.#keys().filter((key): key is DraftKey => /^(?:new|reply|edit) /.test(key));
  }

  /** Comments that are on their way out, and until when that can be called off, in milliseconds since 1970. */
  leaving(): Map<string, number> {
    const entries = this.#keys()
      .filter((key) => key.startsWith(LEAVING))
      .map((key) => [key.slice(LEAVING.length), Number(this.storage.getItem(this.#prefix + key))] as const);
    return new Map(entries.filter(([, dueAt]) => Number.isFinite(dueAt)));
  }

  /** Each by itself: another window of this person's may have others. */
  keepLeaving(id: string, dueAt: number): void {
    this.#write(LEAVING + id, dueAt);
  }

  forgetLeaving(id: string): void {
    this.storage.removeItem(this.#prefix + LEAVING + id);
  }

  #keys(): string[] {
    return Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '')
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => key.slice(this.#prefix.length));
  }

  #write(key: string, value: object | number): boolean {
    try {
      this.storage.setItem(this.#prefix + key, JSON.stringify(value));
      return true;
    } catch {
      // No room, or switched off. The form says so.
      return false;
    }
  }
}

/** An entry that was written half, or by another version, is not offered. */
function parsed<T>(entry: string | null, isOne: (value: T) => boolean): T | null {
  if (entry === null) return null;
  try {
    const value = JSON.parse(entry) as T;
    return isOne(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
