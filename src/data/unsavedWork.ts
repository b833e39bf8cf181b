import type { Origins } from '../../domain/history/revision';
import { say } from '../language/say';
import type { DocumentContent } from './types';

/** What an author wrote and the server does not have yet. */
export interface UnsavedWork {
  postMortemId: string;
  /** The revision the work is based on; 0 when the server has never seen the document. */
  baseRevision: number;
  /** What the server had at that revision, to tell whose change is whose. */
  base: DocumentContent;
  content: DocumentContent;
  /** Where the changes came from, as far as they were not typed. */
  origins?: Origins;
  /** ISO time of the last change. */
  changedAt: string;
}

/** The device has no room left, or storage is switched off. The text lives only in this tab. */
export class NotKeptOnDeviceError extends Error {
  override name = 'NotKeptOnDeviceError';
  readonly advice = say('Keep this tab open until it is saved, or copy your text elsewhere.');
  constructor(options?: ErrorOptions) {
    super(say('This device could not keep a copy of your text.'), options);
  }
}

const VERSION = 1;

/**
 * The journal of unsaved work in this device's local storage, written synchronously with each change, so that a
 * reload, a crash or a lost connection loses nothing. One entry per user, post-mortem and window: what is written in
 * one window never takes the place of what only another one has.
 */
export class UnsavedWorkJournal {
  readonly #prefix: string;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly storage: Storage,
    userId: string,
    private readonly windowId: string = crypto.randomUUID(),
  ) {
    this.#prefix = `nevermore.unsaved.${userId}.`;
  }

  /** Keeps it as what this window has of its post-mortem. @throws NotKeptOnDeviceError */
  keep(work: UnsavedWork): void {
    try {
      this.storage.setItem(
        `${this.#prefix}${work.postMortemId}.${this.windowId}`,
        JSON.stringify({ version: VERSION, ...work }),
      );
    } catch (error) {
      throw new NotKeptOnDeviceError({ cause: error });
    }
  }

  /** The work left on a post-mortem in any window, latest change first. */
  left(postMortemId: string): UnsavedWork[] {
    return this.all().filter((work) => work.postMortemId === postMortemId);
  }

  /** Everything left on this device by this user, latest change first. */
  all(): UnsavedWork[] {
    return [...this.#entries()]
      .map(([, work]) => work)
      .sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  }

  /** Forgets all that is left on a post-mortem, which its author has let go. */
  clear(postMortemId: string): void {
    this.#remove((work) => work.postMortemId === postMortemId);
  }

  /** Forgets this content of a post-mortem, which is safe elsewhere. What a window has written since stays. */
  clearContent(postMortemId: string, content: DocumentContent): void {
    const kept = JSON.stringify(content);
    this.#remove((work) => work.postMortemId === postMortemId && JSON.stringify(work.content) === kept);
  }

  #remove(isMeant: (work: UnsavedWork) => boolean): void {
    for (const [key, work] of this.#entries()) if (isMeant(work)) this.storage.removeItem(key);
    for (const listener of this.#listeners) listener();
  }

  /** By their keys; those before there was one for each window have none of its id. */
  #entries(): Map<string, UnsavedWork> {
    const entries = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '')
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => [key, read(this.storage.getItem(key))] as const);
    return new Map(entries.filter((entry): entry is [string, UnsavedWork] => entry[1] !== null));
  }

  /** Tells when an entry was cleared, such as by a save that went on after its page was left. */
  onCleared(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** An entry of another version or half written cannot be merged; it stays in storage and is not offered. */
function read(entry: string | null): UnsavedWork | null {
  if (entry === null) return null;
  try {
    const work = JSON.parse(entry) as UnsavedWork & { version: number };
    if (work.version !== VERSION || typeof work.content?.title !== 'string' || !work.base) return null;
    const { version: _, ...rest } = work;
    return rest;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
