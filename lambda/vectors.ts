import {
  DeleteVectorsCommand,
  GetVectorsCommand,
  ListVectorsCommand,
  PutVectorsCommand,
  QueryVectorsCommand,
  S3VectorsClient,
} from '@aws-sdk/client-s3vectors';

/** What stands beside a vector. All of it can be filtered by, unless the index says otherwise. */
export type VectorMetadata = Readonly<Record<string, string | number | boolean | string[]>>;

export interface VectorToPut {
  key: string;
  vector: Float32Array;
  metadata: VectorMetadata;
}

/** A vector that is near, with what stands beside it. */
export interface NearVector {
  key: string;
  /** Of cosine, from 0 for the same direction to 2. */
  distance: number;
  metadata: VectorMetadata;
}

/** A filter in the words of S3 Vectors: `{ service: { $eq: 'checkout' } }`, `{ $and: [...] }`. */
export type VectorFilter = Readonly<Record<string, unknown>>;

/** One index of S3 Vectors. @throws VectorIndexError from each */
export interface VectorIndex {
  /** Puts them in the place of what has their keys. */
  put(vectors: readonly VectorToPut[]): Promise<void>;
  /** The nearest, at most 100 of them. */
  query(asked: { vector: Float32Array; topK: number; filter?: VectorFilter }): Promise<NearVector[]>;
  /** Those of these keys that are there. */
  present(keys: readonly string[]): Promise<Set<string>>;
  /** Some of all keys, in no order; `next` goes on, and null ends it. */
  list(from: { next: string | null; most?: number }): Promise<{ keys: string[]; next: string | null }>;
  /** Keys that are not there are no error. */
  delete(keys: readonly string[]): Promise<void>;
}

/** S3 Vectors did not do what it was asked. `type` is its own name for why. */
export class VectorIndexError extends Error {
  override name = 'VectorIndexError';
  constructor(
    readonly operation: string,
    readonly index: string,
    readonly type: string,
    options?: ErrorOptions,
  ) {
    super(
      `The index of vectors “${index}” did not carry out ${operation} (${type}): ${remedyFor(type, options)}`,
      options,
    );
  }

  /** The index, or its bucket, is not there. */
  get isMissing(): boolean {
    return this.type === 'NotFoundException';
  }

  /** The vectors have another dimension than the index. */
  get isOfDimension(): boolean {
    return (
      this.type === 'ValidationException' &&
      this.cause instanceof Error &&
      isSaidOfDimension(this.cause.message)
    );
  }
}

/**
 * The service has no name for it; this is how it words it. What it quotes is a key, which may hold any word, and a key
 * or a list has a length as well.
 */
const isSaidOfDimension = (message: string): boolean =>
  /\bdimension|\bvector must have length \d/i.test(message.replace(/'.*'/s, ''));

function remedyFor(type: string, options?: ErrorOptions): string {
  const said = options?.cause instanceof Error ? options.cause.message : '';
  switch (type) {
    case 'NotFoundException':
      return 'it does not exist. Deploy the backend again, then rebuild the archive.';
    case 'ValidationException':
      return isSaidOfDimension(said)
        ? `the vectors have another dimension than the index (${said}). Set NEVERMORE_EMBEDDING_DIMENSIONS to what the embedder answers and deploy again: that makes a new index.`
        : said;
    default:
      return said;
  }
}

/** What S3 Vectors takes at once. */
const AT_ONCE = { put: 500, get: 100, delete: 500, list: 500 } as const;

/**
 * An index of S3 Vectors by its name.
 * @param client its endpoint is AWS's, or what AWS_ENDPOINT_URL_S3VECTORS says
 */
export function vectorIndexIn(
  bucket: string,
  index: string,
  client: S3VectorsClient = new S3VectorsClient({ maxAttempts: 3 }),
): VectorIndex {
  const place = { vectorBucketName: bucket, indexName: index };
  const carriedOut = async <Answer>(operation: string, answer: Promise<Answer>): Promise<Answer> => {
    try {
      return await answer;
    } catch (cause) {
      throw new VectorIndexError(operation, index, cause instanceof Error ? cause.name : 'unknown', {
        cause,
      });
    }
  };
  return {
    async put(vectors) {
      for (const some of inBatches(vectors, AT_ONCE.put)) {
        const command = new PutVectorsCommand({
          ...place,
          vectors: some.map(({ key, vector, metadata }) => ({
            key,
            data: { float32: [...vector] },
            metadata: metadata as Record<string, never>,
          })),
        });
        await carriedOut('PutVectors', client.send(command));
      }
    },

    async query({ vector, topK, filter }) {
      const command = new QueryVectorsCommand({
        ...place,
        topK,
        queryVector: { float32: [...vector] },
        ...(filter && { filter: filter as Record<string, never> }),
        returnMetadata: true,
        returnDistance: true,
      });
      const { vectors = [] } = await carriedOut('QueryVectors', client.send(command));
      return vectors.map(({ key, distance, metadata }) => ({
        key: String(key),
        distance: distance ?? Number.NaN,
        metadata: (metadata ?? {}) as unknown as VectorMetadata,
      }));
    },

    async present(keys) {
      const found = new Set<string>();
      for (const some of inBatches(keys, AT_ONCE.get)) {
        const command = new GetVectorsCommand({ ...place, keys: [...some] });
        const { vectors = [] } = await carriedOut('GetVectors', client.send(command));
        for (const { key } of vectors) found.add(String(key));
      }
      return found;
    },

    async list({ next, most = AT_ONCE.list }) {
      const command = new ListVectorsCommand({
        ...place,
        maxResults: most,
        ...(next !== null && { nextToken: next }),
      });
      const { vectors = [], nextToken } = await carriedOut('ListVectors', client.send(command));
      return { keys: vectors.map(({ key }) => String(key)), next: nextToken ?? null };
    },

    async delete(keys) {
      for (const some of inBatches(keys, AT_ONCE.delete))
        await carriedOut(
          'DeleteVectors',
          client.send(new DeleteVectorsCommand({ ...place, keys: [...some] })),
        );
    },
  };
}

function* inBatches<Item>(items: readonly Item[], most: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += most) yield items.slice(from, from + most);
}
