import { copyFileSync, rmSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Journal, JournalNotWrittenError } from '../journal';
import { NotSavedError } from './errors';
import type { DistanceMetric } from './nearest';
import { type Metadata, VectorSet } from './vectorSet';

/** What an index is; none of it ever changes. */
export interface IndexDefinition {
  readonly bucket: string;
  readonly name: string;
  readonly dimension: number;
  readonly metric: DistanceMetric;
  readonly notFilterable: readonly string[];
  /** ISO 8601. */
  readonly createdAt: string;
  /** Who makes the vectors that are put into it, where this local cloud knows. */
  readonly madeBy?: string;
}

/** A vector on its way into an index. */
export interface NewVector {
  readonly key: string;
  readonly values: Float32Array;
  readonly metadata: Metadata | undefined;
}

/** First line of an index's journal. */
interface IndexRecord {
  readonly kind: 'index';
  readonly format: 1;
  readonly definition: IndexDefinition;
}

/** What one request put, or deleted. The sum is a CRC-32: flipped bits mostly leave a line of JSON one. */
type ChangeRecord =
  | {
      readonly kind: 'put';
      readonly keys: readonly string[];
      readonly metadata: readonly (Metadata | null)[];
      /** The values of all behind each other, in base64. */
      readonly values: string;
      readonly sum: number;
    }
  | { readonly kind: 'delete'; readonly keys: readonly string[]; readonly sum: number };

type IndexJournal = Journal<IndexRecord, ChangeRecord>;

const INDEX = {
  isFirst: (record: unknown): record is IndexRecord => {
    const { kind, definition } = (record ?? {}) as Partial<IndexRecord>;
    return kind === 'index' && Number.isInteger(definition?.dimension);
  },
  lost: 'its vectors cannot be had',
};

/** A journal is written anew when more entries in it are overtaken than still hold, and at least this many. */
const FEWEST_OVERTAKEN = 1_000;

/** Values in one line of a journal that is written anew, in bytes. */
const LINE_BYTES = 8 * 1024 * 1024;

/** One index: its vectors in memory, and a journal of what was put and deleted. */
export class IndexFile {
  /** Vectors put and keys deleted by the lines of the journal. */
  private entries = 0;
  private enough = FEWEST_OVERTAKEN;
  readonly notFilterable: ReadonlySet<string>;

  private constructor(
    readonly definition: IndexDefinition,
    readonly vectors: VectorSet,
    private readonly journal: IndexJournal,
    private readonly onNotCompacted: (error: Error) => void,
  ) {
    this.notFilterable = new Set(definition.notFilterable);
  }

  /** @throws NotSavedError */
  static create(
    file: string,
    definition: IndexDefinition,
    onNotCompacted: (error: Error) => void,
  ): IndexFile {
    const journal = saved(file, () =>
      Journal.create<IndexRecord, ChangeRecord>(file, { kind: 'index', format: 1, definition }),
    );
    return new IndexFile(definition, new VectorSet(definition.dimension), journal, onNotCompacted);
  }

  /**
   * Reads an index after a restart. Lines that cannot be read cost what they held; the file as it was found is
   * kept beside it then, with the ending `.damaged`.
   * @returns nothing for an index that was never made whole
   * @throws JournalCorruptError when its definition cannot be read
   */
  static open(
    file: string,
    onNotCompacted: (error: Error) => void,
  ): { index: IndexFile; damagedLines: number } | undefined {
    rmSync(`${file}.new`, { recursive: true, force: true });
    let damagedLines = 0;
    let entries = 0;
    let vectors: VectorSet | undefined;
    const recovered = Journal.replay<IndexRecord, ChangeRecord>(file, INDEX, {
      onFirst: ({ definition }) => {
        vectors = new VectorSet(definition.dimension);
      },
      onRecord: (record) => {
        if (vectors && isWhole(record, vectors.dimension)) entries += apply(record, vectors);
        else damagedLines += 1;
      },
      onDamaged: () => {
        damagedLines += 1;
      },
    });
    if (!recovered || !vectors) return undefined;
    const index = new IndexFile(recovered.first.definition, vectors, recovered.journal, onNotCompacted);
    index.entries = entries;
    if (damagedLines > 0) {
      copyFileSync(file, `${file}.damaged`);
      index.compact();
    }
    return { index, damagedLines };
  }

  get size(): number {
    return this.vectors.size;
  }

  /** Once it returns, all of them are on disk. @throws NotSavedError; none of them is there then */
  put(all: readonly NewVector[]): void {
    this.record(putRecord(all));
  }

  /** Keys that are not there are no mistake. @throws NotSavedError */
  delete(keys: readonly string[]): void {
    const known = keys.filter((key) => this.vectors.slotOf(key) !== undefined);
    if (known.length > 0) this.record({ kind: 'delete', keys: known, sum: sumOf(known, undefined, '') });
  }

  close(): void {
    this.journal.close();
  }

  remove(): void {
    this.journal.remove();
  }

  private record(record: ChangeRecord): void {
    saved(this.journal.file, () => this.journal.append(record));
    this.entries += apply(record, this.vectors);
    if (this.entries - this.vectors.size > Math.max(this.enough, this.vectors.size)) this.compact();
  }

  /** Writes the journal anew with what it comes to. What was answered is safe whether it succeeds or not. */
  private compact(): void {
    const { vectors, journal, definition } = this;
    const file = `${journal.file}.new`;
    try {
      rmSync(file, { force: true });
      const anew: IndexJournal = Journal.create(file, { kind: 'index', format: 1, definition });
      const most = Math.max(1, Math.floor(LINE_BYTES / (4 * vectors.dimension)));
      for (let from = 0; from < vectors.size; from += most) {
        const slots = Array.from({ length: Math.min(most, vectors.size - from) }, (_, at) => from + at);
        anew.append(
          putRecord(
            slots.map((slot) => ({
              key: vectors.keyAt(slot),
              values: vectors.valuesAt(slot),
              metadata: vectors.metadataAt(slot),
            })),
          ),
        );
      }
      anew.takePlaceOf(journal);
      this.entries = vectors.size;
      this.enough = FEWEST_OVERTAKEN;
    } catch (error) {
      rmSync(file, { force: true });
      // Not at the next request again: a disk that is full stays so for a while.
      this.enough = 2 * (this.entries - vectors.size);
      this.onNotCompacted(error as Error);
    }
  }
}

function putRecord(all: readonly NewVector[]): ChangeRecord {
  const keys = all.map(({ key }) => key);
  const metadata = all.map((one) => one.metadata ?? null);
  const values = Buffer.concat(
    all.map((one) => Buffer.from(one.values.buffer, one.values.byteOffset, one.values.byteLength)),
  ).toString('base64');
  return { kind: 'put', keys, metadata, values, sum: sumOf(keys, metadata, values) };
}

const sumOf = (keys: readonly string[], metadata: unknown, values: string): number =>
  crc32(values, crc32(JSON.stringify([keys, metadata])));

function isWhole(record: ChangeRecord, dimension: number): boolean {
  if (!Array.isArray(record?.keys)) return false;
  if (record.kind === 'delete') return record.sum === sumOf(record.keys, undefined, '');
  if (record.kind !== 'put' || typeof record.values !== 'string') return false;
  if (record.sum !== sumOf(record.keys, record.metadata, record.values)) return false;
  return Buffer.byteLength(record.values, 'base64') === record.keys.length * dimension * 4;
}

/** @returns how many entries it was */
function apply(record: ChangeRecord, vectors: VectorSet): number {
  if (record.kind === 'delete') {
    for (const key of record.keys) vectors.delete(key);
    return record.keys.length;
  }
  const bytes = Buffer.from(record.values, 'base64');
  // Small buffers are cut from a pool, wherever that has room.
  const all = new Float32Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  const { dimension } = vectors;
  for (const [at, key] of record.keys.entries())
    vectors.put(key, all.subarray(at * dimension, (at + 1) * dimension), record.metadata[at] ?? undefined);
  return record.keys.length;
}

/** @throws NotSavedError in place of the journal's own error, and of the file system's when it made no file */
export function saved<Result>(file: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    if (error instanceof JournalNotWrittenError) throw new NotSavedError(error);
    if (typeof (error as NodeJS.ErrnoException).code === 'string')
      throw new NotSavedError(new JournalNotWrittenError(file, error));
    throw error;
  }
}
