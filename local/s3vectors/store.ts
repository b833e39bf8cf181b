import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, JournalCorruptError } from '../journal';
import { ConflictError, NotFoundError, QuotaExceededError } from './errors';
import { type IndexDefinition, IndexFile, saved } from './indexFile';

/** A bucket of vector indexes. */
export interface VectorBucket {
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** By name. */
  readonly indexes: Map<string, IndexFile>;
}

/** What an index is, before it is made. */
export type NewIndex = Omit<IndexDefinition, 'createdAt' | 'madeBy'>;

/** Only line of a bucket's file. */
interface BucketRecord {
  readonly kind: 'bucket';
  readonly name: string;
  readonly createdAt: string;
}

const BUCKET = {
  isFirst: (record: unknown): record is BucketRecord =>
    (record as Partial<BucketRecord> | null)?.kind === 'bucket',
  lost: 'when the vector bucket was made is not known',
};

/** The service's own limit for buckets of an account, and for indexes of a bucket. */
const MOST = 10_000;

export interface StoreOptions {
  readonly folder: string;
  /** Who makes the vectors that come in. An index of vectors that another has made begins anew. */
  readonly madeBy?: string;
  /** Told of journals that could not be written anew; nothing is lost by that but room. */
  readonly onNotCompacted: (error: Error) => void;
  readonly now?: () => number;
}

/**
 * All buckets and indexes, in one folder: `BUCKET.jsonl` for a bucket and `BUCKET+INDEX.jsonl` for an index,
 * as no bucket has a `+` in its name.
 */
export class VectorStore {
  private readonly buckets = new Map<string, VectorBucket>();
  /** What was found damaged or began anew, in sentences. */
  readonly told: string[] = [];
  /** Indexes that were made by this start, as `BUCKET/INDEX`: nothing is in them. */
  readonly beganEmpty: string[] = [];
  /** Indexes that have lost some of their vectors, or all, to damage on the disk, as `BUCKET/INDEX`. */
  readonly damaged: string[] = [];
  private readonly now: () => number;

  constructor(private readonly options: StoreOptions) {
    this.now = options.now ?? Date.now;
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const names = readdirSync(options.folder).filter((name) => name.endsWith('.jsonl'));
    for (const name of names.filter((one) => !one.includes('+'))) this.openBucket(name);
    for (const name of names.filter((one) => one.includes('+'))) this.openIndex(name);
  }

  /** In the order of names. */
  all(): VectorBucket[] {
    return [...this.buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @throws NotFoundError */
  bucket(name: string): VectorBucket {
    const bucket = this.buckets.get(name);
    if (bucket) return bucket;
    throw new NotFoundError('vector bucket');
  }

  /** @throws NotFoundError */
  index(bucket: string, name: string): IndexFile {
    const index = this.bucket(bucket).indexes.get(name);
    if (index) return index;
    throw new NotFoundError('index');
  }

  /** @throws ConflictError, QuotaExceededError, NotSavedError */
  createBucket(name: string): VectorBucket {
    if (this.buckets.has(name))
      throw new ConflictError('A vector bucket with the specified name already exists');
    if (this.buckets.size >= MOST) throw new QuotaExceededError('vector buckets', MOST);
    const createdAt = new Date(this.now()).toISOString();
    const file = this.bucketFile(name);
    saved(file, () => Journal.create<BucketRecord, never>(file, { kind: 'bucket', name, createdAt })).close();
    const bucket: VectorBucket = { name, createdAt, indexes: new Map() };
    this.buckets.set(name, bucket);
    return bucket;
  }

  /** @throws NotFoundError, and ConflictError while it has indexes */
  deleteBucket(name: string): void {
    const bucket = this.bucket(name);
    if (bucket.indexes.size > 0) throw new ConflictError('The specified vector bucket is not empty');
    rmSync(this.bucketFile(name));
    this.buckets.delete(name);
  }

  /** @throws NotFoundError, ConflictError, QuotaExceededError, NotSavedError */
  createIndex(asked: NewIndex): IndexFile {
    const { indexes } = this.bucket(asked.bucket);
    if (indexes.has(asked.name)) throw new ConflictError('An index with the specified name already exists');
    if (indexes.size >= MOST) throw new QuotaExceededError('indexes in the bucket', MOST);
    const { madeBy, onNotCompacted } = this.options;
    const definition: IndexDefinition = {
      ...asked,
      createdAt: new Date(this.now()).toISOString(),
      ...(madeBy !== undefined && { madeBy }),
    };
    const index = IndexFile.create(this.indexFile(asked.bucket, asked.name), definition, onNotCompacted);
    indexes.set(asked.name, index);
    return index;
  }

  /** With all its vectors. @throws NotFoundError */
  deleteIndex(bucket: string, name: string): void {
    this.index(bucket, name).remove();
    this.bucket(bucket).indexes.delete(name);
  }

  /** Makes sure that there is a bucket of that name. */
  ensureBucket(name: string): void {
    if (!this.buckets.has(name)) this.createBucket(name);
  }

  /**
   * Makes sure that there is an index as a template describes it. One that was another is replaced by an empty
   * one, as a deployment would do it.
   */
  ensureIndex(wanted: NewIndex): void {
    this.ensureBucket(wanted.bucket);
    const there = this.bucket(wanted.bucket).indexes.get(wanted.name);
    const change = there && changeOf(there.definition, wanted);
    if (there && change === undefined) return;
    if (there) this.beginAnew(there, wanted, `${change} in the template now`);
    else this.createEmpty(wanted);
  }

  close(): void {
    for (const { indexes } of this.buckets.values()) for (const index of indexes.values()) index.close();
  }

  private beginAnew(index: IndexFile, wanted: NewIndex, why: string): void {
    const { size } = index;
    const { bucket, name } = wanted;
    this.deleteIndex(bucket, name);
    this.createEmpty(wanted);
    if (size > 0)
      this.told.push(
        `The vector index ${name} begins empty: ${why}. What was in it (${size}) means nothing any more, and has to be put again.`,
      );
  }

  private createEmpty(wanted: NewIndex): void {
    this.createIndex(wanted);
    const name = `${wanted.bucket}/${wanted.name}`;
    if (!this.beganEmpty.includes(name)) this.beganEmpty.push(name);
  }

  private bucketFile(bucket: string): string {
    return join(this.options.folder, `${bucket}.jsonl`);
  }

  private indexFile(bucket: string, index: string): string {
    return join(this.options.folder, `${bucket}+${index}.jsonl`);
  }

  private openBucket(fileName: string): void {
    const name = fileName.slice(0, -'.jsonl'.length);
    const file = this.bucketFile(name);
    const recovered = this.orPutAside(file, () => Journal.recover<BucketRecord, never>(file, BUCKET));
    if (recovered) this.buckets.set(name, { name, createdAt: recovered.first.createdAt, indexes: new Map() });
  }

  private openIndex(fileName: string): void {
    const file = join(this.options.folder, fileName);
    const tellsBefore = this.told.length;
    const opened = this.orPutAside(file, () => IndexFile.open(file, this.options.onNotCompacted));
    if (!opened) {
      // What was never made whole has nothing to lose.
      if (this.told.length > tellsBefore)
        this.damaged.push(fileName.slice(0, -'.jsonl'.length).replace('+', '/'));
      return;
    }
    const { index, damagedLines } = opened;
    const { definition } = index;
    const { bucket, name, createdAt: _, madeBy, ...rest } = definition;
    this.ensureBucket(bucket);
    this.bucket(bucket).indexes.set(name, index);
    if (damagedLines > 0) {
      this.damaged.push(`${bucket}/${name}`);
      this.told.push(
        `${damagedLines} saved change${damagedLines === 1 ? '' : 's'} of the vector index ${name} cannot be read. ` +
          `The ${index.size} vectors that can are there; the file as it was found is kept as ${file}.damaged.`,
      );
    }
    const maker = this.options.madeBy;
    if (maker !== undefined && madeBy !== maker)
      this.beginAnew(index, { bucket, name, ...rest }, `${maker} embeds now, and ${madeBy ?? 'another'} did`);
  }

  private orPutAside<Opened>(file: string, open: () => Opened): Opened | undefined {
    try {
      return open();
    } catch (error) {
      if (!(error instanceof JournalCorruptError)) throw error;
      renameSync(file, `${file}.damaged`);
      this.told.push(error.message);
      return undefined;
    }
  }
}

/** In words; nothing where they are the same. */
function changeOf(there: IndexDefinition, wanted: NewIndex): string | undefined {
  if (there.dimension !== wanted.dimension)
    return `it has ${wanted.dimension} dimensions instead of ${there.dimension}`;
  if (there.metric !== wanted.metric) return `it measures by ${wanted.metric} instead of ${there.metric}`;
  const names = (all: readonly string[]) => [...all].sort().join('\n');
  return names(there.notFilterable) === names(wanted.notFilterable)
    ? undefined
    : 'it has other metadata that cannot be filtered by';
}
