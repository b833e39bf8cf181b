import type { PostMortem } from '../../../domain/postMortem';
import { type SharedFor, withPerson } from '../../../domain/postMortem/access';
import { NotFoundOrNotYoursError, RevisionConflictError } from '../../../src/data/errors';
import type { DocumentContent, ListingQuery, PostMortemStore, StatusChange } from '../../../src/data/types';

/** Post-mortems in memory, with the server's rules about revisions. */
export class FakePostMortems implements PostMortemStore {
  readonly stored = new Map<string, PostMortem>();
  readonly binned = new Map<string, PostMortem>();
  /** Thrown by the next calls, one each; null lets a call through. */
  failures: (Error | null)[] = [];
  /** Thrown by the next updates after they were stored. */
  lostAnswers: Error[] = [];
  calls: string[] = [];
  #clock = Date.UTC(2026, 2, 4, 12);

  constructor(readonly ownerId: string) {}

  async listOwned(_ownerId: string, { severity, status, limit, next }: ListingQuery) {
    this.#maybeFail('listOwned');
    const items = [...this.stored.values()].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    const from = Number(next ?? 0);
    const fits = items
      .slice(from, from + limit)
      .filter(
        (one) => (severity === '' || one.severity === severity) && (status === '' || one.status === status),
      );
    return { items: fits, unreadable: 0, next: from + limit < items.length ? String(from + limit) : null };
  }

  async get(id: string) {
    this.#maybeFail('get');
    return structuredClone(this.#find(id));
  }

  async revisionOf(id: string) {
    this.#maybeFail('revisionOf');
    return this.#find(id).revision;
  }

  async create(id: string, content: DocumentContent, editors: readonly string[]) {
    this.#maybeFail('create');
    if (this.stored.has(id)) throw new RevisionConflictError(id, 0);
    const now = this.#now();
    const savedBy = { id: this.ownerId, name: 'me@nevermore.test' };
    const access = { owner: this.ownerId, editors: [...editors], commenters: [], readers: [] };
    const publication = { isPrivate: false, statusBy: null, statusAt: null };
    const document = { ...structuredClone(content), ...access, ...publication, id, savedBy };
    this.stored.set(id, { ...document, revision: 1, createdAt: now, updatedAt: now });
    return { revision: 1, updatedAt: now };
  }

  async update(id: string, expected: number, changes: Partial<DocumentContent>) {
    this.#maybeFail('update');
    const savedBy = { id: this.ownerId, name: 'me@nevermore.test' };
    const saved = this.#write(id, expected, { ...changes, savedBy });
    const lost = this.lostAnswers.shift();
    if (lost) throw lost;
    return saved;
  }

  async listShared() {
    this.#maybeFail('listShared');
    return { items: [], unreadable: 0, next: null };
  }

  async listPublished(query: ListingQuery) {
    return this.listOwned('', { ...query, status: 'PUBLISHED' });
  }

  async share(id: string, person: string, role: SharedFor | null) {
    this.#maybeFail('share');
    const { editors, commenters, readers, revision } = this.#find(id);
    const lists = withPerson({ editors, commenters, readers }, person, role);
    return this.#write(id, revision, structuredClone(lists) as Partial<PostMortem>);
  }

  async members() {
    this.#maybeFail('members');
    return [];
  }

  async setStatus(id: string, expected: number, { status, isPrivate }: StatusChange) {
    this.#maybeFail('setStatus');
    const statusBy = { id: this.ownerId, name: 'me@nevermore.test' };
    const change = { status, statusBy, statusAt: this.#now(), ...(isPrivate !== undefined && { isPrivate }) };
    return this.#write(id, expected, change);
  }

  async bin(id: string) {
    this.#maybeFail('bin');
    const found = this.#find(id);
    this.binned.set(id, found);
    this.stored.delete(id);
    return { id, title: found.title, deletedAt: this.#now(), goneAt: this.#now() };
  }

  async restore(id: string) {
    this.#maybeFail('restore');
    const found = this.binned.get(id);
    if (!found) throw new NotFoundOrNotYoursError(id);
    this.stored.set(id, found);
  }

  async archive() {
    this.#maybeFail('archive');
  }

  /** Another person's save. */
  changeElsewhere(id: string, changes: Partial<PostMortem>) {
    this.#write(id, this.#find(id).revision, changes);
  }

  #write(id: string, expected: number, changes: Partial<PostMortem>) {
    const old = this.#find(id);
    if (old.revision !== expected) throw new RevisionConflictError(id, expected);
    const saved = { revision: expected + 1, updatedAt: this.#now() };
    this.stored.set(id, { ...old, ...structuredClone(changes), ...saved });
    return saved;
  }

  #find(id: string): PostMortem {
    const found = this.stored.get(id);
    if (!found) throw new NotFoundOrNotYoursError(id);
    return found;
  }

  #now() {
    this.#clock += 60_000;
    return new Date(this.#clock).toISOString();
  }

  #maybeFail(call: string) {
    this.calls.push(call);
    const failure = this.failures.shift();
    if (failure) throw failure;
  }
}
