import { type Item, type KeyElement, type LevelOperation, promised, read, type Store } from './dynalite';

/** Who wants to hear of the changes of a table, for as long as the server runs. */
export interface ChangeListener {
  /** Unique; what waits for it is kept under this name. */
  readonly id: string;
  readonly tableName: string;
  readonly keySchema: readonly Pick<KeyElement, 'AttributeName'>[];
  /** Changes that it does not want are not even kept. */
  wants(change: Change): boolean;
}

/** What happened to one item. */
export interface Change {
  readonly kind: 'INSERT' | 'MODIFY' | 'REMOVE';
  /** Digits; later changes have greater ones. */
  readonly sequence: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly keys: Item;
  readonly before?: Item;
  readonly after?: Item;
}

/** The changes that wait for their listeners, on disk with the writes that made them. */
export interface Changes {
  /** The oldest that wait for a listener, in their order. */
  next(id: string, most: number): Promise<Change[]>;
  /** Drops what a listener has dealt with. */
  forget(id: string, changes: readonly Change[]): Promise<void>;
  /** Whether something came for a listener since `next` last found nothing. */
  waiting(id: string): boolean;
  onChange(listener: (id: string) => void): void;
}

const SPACE = 'change~';
const spaceOf = (id: string): string => `${SPACE}${id}~`;
const DIGITS = 20;

/** Finds out what a batch changes, and keeps it for whoever wants it. */
export class ChangeLog implements Changes {
  private last = 0;
  private readonly came = new Set<string>();
  private tell: (id: string) => void = () => {};

  /** @param write runs work that writes, as the atomic store does */
  constructor(
    private readonly store: Store,
    private readonly listeners: readonly ChangeListener[],
    private readonly clock: () => number,
    private readonly write: <T>(work: () => Promise<T>) => Promise<T>,
  ) {}

  /** The entries that go into the same batch as the operations they tell of. Call it before those are written. */
  async entriesFor(operations: readonly LevelOperation[]): Promise<LevelOperation[]> {
    const entries: LevelOperation[] = [];
    if (this.listeners.length === 0) return entries;
    // An item that one batch writes twice changes once.
    const lastOf = new Map(operations.map((operation) => [operation.key, operation]));
    for (const operation of lastOf.values()) {
      const listeners = this.listeners.filter(({ tableName }) =>
        operation.key.startsWith(`item-${tableName}~`),
      );
      if (listeners.length === 0) continue;
      const before = await read<Item>(this.store.db, operation.key);
      const after = operation.type === 'put' ? (JSON.parse(operation.value) as Item) : undefined;
      if (!before && !after) continue;
      for (const listener of listeners) {
        const change = this.change(listener, before, after);
        if (!listener.wants(change)) continue;
        const key = spaceOf(listener.id) + change.sequence;
        entries.push({ type: 'put', key, value: JSON.stringify(change) });
      }
    }
    return entries;
  }

  /** Tells the listeners of entries that are on disk now. */
  announce(entries: readonly LevelOperation[]): void {
    for (const { id } of this.listeners) {
      if (!entries.some(({ key }) => key.startsWith(spaceOf(id)))) continue;
      this.came.add(id);
      this.tell(id);
    }
  }

  async next(id: string, most: number): Promise<Change[]> {
    this.came.delete(id);
    const found: Change[] = [];
    const space = spaceOf(id);
    for await (const [, value] of this.store.db.iterator({ gte: space, lt: `${space}\u{10FFFF}` })) {
      found.push(value as Change);
      if (found.length === most) break;
    }
    return found;
  }

  forget(id: string, changes: readonly Change[]): Promise<void> {
    return this.write(async () => {
      for (const { sequence } of changes) {
        await promised<void>((done) => this.store.db.del(spaceOf(id) + sequence, done));
      }
    });
  }

  waiting(id: string): boolean {
    return this.came.has(id);
  }

  onChange(listener: (id: string) => void): void {
    this.tell = listener;
  }

  private change({ keySchema }: ChangeListener, before: Item | undefined, after: Item | undefined): Change {
    const item = (after ?? before) as Item;
    const at = this.clock();
    // Grows also over a restart, when all earlier ones may have been dealt with.
    this.last = Math.max(this.last + 1, at * 1000);
    return {
      kind: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
      sequence: String(this.last).padStart(DIGITS, '0'),
      at,
      keys: Object.fromEntries(keySchema.map(({ AttributeName: name }) => [name, item[name] ?? {}])),
      ...(before && { before }),
      ...(after && { after }),
    };
  }
}
