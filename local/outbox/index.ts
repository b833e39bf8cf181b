import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, JournalCorruptError, JournalNotWrittenError } from '../journal';
import { NotKeptError } from './errors';
import { KEPT_MESSAGE, type Kept, type Mail, type Webhook } from './messages';

export { NotKeptError } from './errors';
export { type Kept, type Mail, stateOf, type Webhook } from './messages';

/** First line of a message's journal. */
interface KeptRecord {
  message: Kept;
  /** Events that somebody has to be told of before the message is done with. */
  events: readonly object[];
}

/** Written once everybody was told. */
interface ToldRecord {
  kind: 'told';
}

const MESSAGE = {
  isFirst: (record: unknown): record is KeptRecord => {
    const { message, events } = (record ?? {}) as { message?: unknown; events?: unknown };
    return KEPT_MESSAGE.safeParse(message).success && Array.isArray(events);
  },
  lost: 'this one message is not shown',
};

const FILE = /^(\d{12})\.jsonl$/;
const fileName = (number: number): string => `${String(number).padStart(12, '0')}.jsonl`;

/** How much is kept; the oldest goes first, and the newest never. */
export interface OutboxLimits {
  readonly messages: number;
  /** On disk. */
  readonly bytes: number;
}

const LIMITS: OutboxLimits = { messages: 1_000, bytes: 64 * 1024 * 1024 };

interface Entry {
  readonly message: Kept;
  readonly journal: Journal<KeptRecord, ToldRecord>;
  readonly bytes: number;
  /** Those that nobody was told of yet. */
  events: readonly object[];
}

/**
 * All that was sent: mail, and what webhooks caught. Nothing of it leaves this computer. A message is a journal
 * of its own in the folder; once `keep` returns, it is on disk.
 */
export class Outbox {
  /** By number, the oldest first. */
  private readonly entries = new Map<number, Entry>();
  private last = 0;

  /** Messages that could not be read at the start, in sentences; each file is put aside. */
  readonly damage: string[] = [];

  constructor(
    private readonly folder: string,
    private readonly limits: OutboxLimits = LIMITS,
    private readonly now: () => number = Date.now,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder).sort()) {
      const number = Number(FILE.exec(name)?.[1] ?? Number.NaN);
      if (Number.isNaN(number)) continue;
      this.last = number;
      this.recover(number);
    }
    this.forgetOldest();
  }

  /**
   * Keeps a message.
   * @param events that somebody has to be told of: they are given out by `untold` until `told` is called, by a
   * later start too
   * @throws NotKeptError when the disk did not take it; nothing is kept then
   */
  keep(message: Mail | Webhook, id: string, events: readonly object[] = []): Kept {
    const number = this.last + 1;
    const kept: Kept = { ...message, number, id, at: new Date(this.now()).toISOString() };
    const file = join(this.folder, fileName(number));
    const journal = written(file, () =>
      Journal.create<KeptRecord, ToldRecord>(file, { message: kept, events }),
    );
    journal.close();
    this.last = number;
    this.entries.set(number, { message: kept, journal, bytes: statSync(file).size, events });
    this.forgetOldest();
    return kept;
  }

  /** Newest first. */
  all(): Kept[] {
    return [...this.entries.values()].map(({ message }) => message).reverse();
  }

  get(number: number): Kept | undefined {
    return this.entries.get(number)?.message;
  }

  /** The messages with events that nobody was told of, the oldest first. */
  untold(): Array<{ number: number; events: readonly object[] }> {
    return [...this.entries]
      .filter(([, { events }]) => events.length > 0)
      .map(([number, { events }]) => ({ number, events }));
  }

  /** Remembers that everybody was told of a message's events. @throws NotKeptError */
  told(number: number): void {
    const entry = this.entries.get(number);
    if (!entry) return;
    written(entry.journal.file, () => entry.journal.append({ kind: 'told' }));
    entry.journal.close();
    entry.events = [];
  }

  private recover(number: number): void {
    const file = join(this.folder, fileName(number));
    try {
      const recovered = Journal.recover<KeptRecord, ToldRecord>(file, MESSAGE);
      if (!recovered) return;
      const { first, records, journal } = recovered;
      const events = records.length > 0 ? [] : first.events;
      this.entries.set(number, { message: first.message, journal, bytes: statSync(file).size, events });
    } catch (error) {
      if (!(error instanceof JournalCorruptError)) throw error;
      renameSync(file, `${file}.damaged`);
      this.damage.push(error.message);
    }
  }

  private forgetOldest(): void {
    let bytes = [...this.entries.values()].reduce((sum, entry) => sum + entry.bytes, 0);
    for (const [number, entry] of this.entries) {
      const isWithin = this.entries.size <= this.limits.messages && bytes <= this.limits.bytes;
      if (isWithin || number === this.last) return;
      this.entries.delete(number);
      bytes -= entry.bytes;
      entry.journal.remove();
    }
  }
}

/** @throws NotKeptError in place of the journal's own error, and of the file system's when it made no file */
function written<Result>(file: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    if (error instanceof JournalNotWrittenError) throw new NotKeptError(error);
    if (typeof (error as NodeJS.ErrnoException).code === 'string')
      throw new NotKeptError(new JournalNotWrittenError(file, error));
    throw error;
  }
}
