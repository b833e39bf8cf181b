import type { Comment } from '../../../domain/comments/comment';
import type { Presence } from '../../../domain/comments/presence';
import type { CommentStore, LiveWatcher, NewComment, PresenceService } from '../../../src/data/talk';

/** A comment as the server keeps it. */
export const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  postMortemId: 'pm',
  threadId: null,
  place: 'rootCause',
  quote: null,
  before: null,
  after: null,
  text: id,
  author: { id: 'ada', name: 'ada@example.com' },
  createdAt: '2026-03-04T12:00:00.000Z',
  updatedAt: '2026-03-04T12:00:00.000Z',
  editedAt: null,
  resolvedAt: null,
  resolvedBy: null,
  deletedAt: null,
  ...more,
});

/** Comments in memory. `calls` are what was asked, in order. */
export class FakeComments implements CommentStore {
  readonly stored = new Map<string, Comment>();
  readonly calls: string[] = [];
  watcher: LiveWatcher<Comment> | null = null;
  /** Thrown by the next call. */
  failure: Error | null = null;

  async of() {
    this.#called('of');
    return [...this.stored.values()];
  }
  async add({ quote, ...rest }: NewComment) {
    this.#called(`add ${rest.text}`);
    return this.#kept(comment(rest.id, { ...rest, ...quote, author: { id: 'me', name: 'me@example.com' } }));
  }
  async edit(_: string, id: string, text: string) {
    this.#called(`edit ${id} ${text}`);
    return this.#kept({ ...this.#found(id), text });
  }
  async resolve(_: string, id: string, isResolved: boolean) {
    this.#called(`resolve ${id} ${isResolved}`);
    return this.#kept({ ...this.#found(id), resolvedAt: isResolved ? '2026-03-04T13:00:00.000Z' : null });
  }
  async delete(_: string, id: string) {
    this.#called(`delete ${id}`);
    return this.#kept({ ...this.#found(id), text: '', deletedAt: '2026-03-04T13:00:00.000Z' });
  }
  watch(_: string, watcher: LiveWatcher<Comment>) {
    this.watcher = watcher;
    return () => {
      this.watcher = null;
    };
  }

  #found(id: string): Comment {
    const found = this.stored.get(id);
    if (!found) throw new Error(`No comment ${id}.`);
    return found;
  }
  #kept(changed: Comment): Comment {
    this.stored.set(changed.id, changed);
    return changed;
  }
  #called(call: string) {
    this.calls.push(call);
    const { failure } = this;
    this.failure = null;
    if (failure) throw failure;
  }
}

/** A document on which people announce that they are there; each hears all, as by the subscription. */
export class FakeDocument {
  readonly told: Presence[] = [];
  readonly #watchers = new Set<LiveWatcher<Presence>>();
  /** Thrown by the next announcement. */
  failure: Error | null = null;

  of(person: string): PresenceService {
    return {
      announce: async (_, self) => {
        const { failure } = this;
        this.failure = null;
        if (failure) throw failure;
        const presence = { person, name: `${person}@example.com`, ...self };
        this.told.push(presence);
        for (const watcher of this.#watchers) watcher.onTold(presence);
      },
      watch: (_, watcher) => {
        this.#watchers.add(watcher);
        queueMicrotask(() => watcher.onConnected());
        return () => void this.#watchers.delete(watcher);
      },
    };
  }

  /** The live connection of everybody is lost, or back. */
  connect(isConnected: boolean): void {
    for (const watcher of this.#watchers) isConnected ? watcher.onConnected() : watcher.onInterrupted();
  }
}
