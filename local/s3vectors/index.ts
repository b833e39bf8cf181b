import type { VectorBucketDefinition, VectorIndexDefinition } from '../assembly';
import type { SignedRequest } from '../iam';
import type { Asked, Reply, Service } from '../services';
import { bucketOperations } from './bucketOperations';
import { UnknownOperationError, ValidationError } from './errors';
import type { Place } from './names';
import { Body } from './request';
import { VectorStore } from './store';
import { vectorOperations } from './vectorOperations';

interface S3VectorsOptions extends Place {
  /** Those of the template; more may be made through the API. */
  readonly vectorBuckets: readonly VectorBucketDefinition[];
  readonly vectorIndexes: readonly VectorIndexDefinition[];
  readonly folder: string;
  /**
   * Who makes the vectors that functions put, if this local cloud knows: what one made, another cannot be asked
   * about, so an index begins anew when it changes.
   */
  readonly madeBy?: string;
  /** Told of failures that cost nothing but room on the disk. */
  readonly onError: (error: Error) => void;
  readonly now?: () => number;
}

export interface S3Vectors extends Service {
  /** What of the stored vectors could not be read at the start, or means nothing any more, in sentences. */
  readonly damage: string[];
  /** Indexes that this start made, or emptied, as `BUCKET/INDEX`. */
  readonly beganEmpty: string[];
  /** Indexes that have lost vectors to damage on the disk, as `BUCKET/INDEX`. */
  readonly damagedIndexes: string[];
  close(): void;
}

const OPERATIONS = { ...bucketOperations, ...vectorOperations };

/** The service's own limit for one request. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * S3 Vectors: the buckets and indexes of the backend, and what functions make besides, on disk. Queries compare
 * every vector, so they are exact where AWS's are approximate.
 */
export function openS3Vectors(options: S3VectorsOptions): S3Vectors {
  const { region, account, folder, madeBy, now } = options;
  const store = new VectorStore({
    folder,
    onNotCompacted: options.onError,
    ...(madeBy !== undefined && { madeBy }),
    ...(now && { now }),
  });
  for (const bucket of options.vectorBuckets) store.ensureBucket(bucket.name);
  for (const index of options.vectorIndexes) store.ensureIndex(index);
  const service = { store, place: { region, account } };
  return {
    damage: store.told,
    beganEmpty: store.beganEmpty,
    damagedIndexes: store.damaged,
    close: () => store.close(),
    read: (request): Asked => {
      const name = operationOf(request);
      const operation = OPERATIONS[name];
      if (!operation) throw new UnknownOperationError(name);
      if (request.body.length > MOST_BYTES)
        throw new ValidationError(`The request payload has more than ${MOST_BYTES} bytes (20 MiB)`);
      const { permissions, run } = operation(Body.parse(request.body), service);
      return { permissions, run: async () => json(200, run()) };
    },
    refusal: ({ errorType, statusCode, message, fieldList }) => ({
      ...json(statusCode, { message, ...(fieldList && fieldList.length > 0 && { fieldList }) }),
      headers: {
        'content-type': 'application/json',
        'x-amzn-errortype': errorType === 'InternalError' ? 'InternalServerException' : errorType,
      },
    }),
  };
}

/** Every operation is a POST to its own name; the rest are tags. */
function operationOf({ method, path }: SignedRequest): string {
  const name = path.slice(1);
  return method === 'POST' && Object.hasOwn(OPERATIONS, name) ? name : `${method} ${path}`;
}

const json = (statusCode: number, body: object): Reply => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
