import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Bucket } from '../assembly';
import type { Permission, SignedRequest } from '../iam';
import type { Asked, Reply, Service } from '../services';
import { contentOf } from './body';
import { InvalidArgumentError, NoSuchBucketError, NoSuchKeyError, NotImplementedError } from './errors';
import { listing } from './listing';
import { Objects, type StoredObject } from './objects';
import { byteRange } from './range';
import { xmlDocument } from './xml';

interface S3Options {
  readonly buckets: readonly Bucket[];
  /** Holds a folder for each bucket. */
  readonly folder: string;
}

export interface S3 extends Service {
  /** What of the stored objects could not be read at the start, in sentences. */
  readonly damage: string[];
}

/** Sent with an object and given back with it. */
const KEPT_HEADERS =
  /^(?:content-(?:type|disposition|encoding|language)|cache-control|expires|x-amz-meta-.+)$/;

/** What changes neither the object nor the answer. */
const IGNORED_QUERY = new Set(['x-id']);

const LONGEST_KEY_BYTES = 1024;

/**
 * The buckets of the backend, on disk. Objects are put, read, listed and deleted as functions do it; the rest
 * of the API is refused by name.
 */
export function openS3({ buckets, folder }: S3Options): S3 {
  const damage: string[] = [];
  const stored = new Map(
    buckets.map((bucket) => {
      const objects = new Objects(join(folder, bucket.name), (file) =>
        damage.push(
          `An object of the bucket ${bucket.name} cannot be read. What was there is kept as ${file}.`,
        ),
      );
      deploy(bucket, objects);
      return [bucket.name, objects] as const;
    }),
  );
  const objectsOf = (bucket: string): Objects => {
    const objects = stored.get(bucket);
    if (objects) return objects;
    throw new NoSuchBucketError(bucket);
  };

  const onBucket = (request: SignedRequest, bucket: string, query: URLSearchParams): Asked => {
    const permissions = [
      on('ListBucket', bucket, undefined, { 's3:prefix': query.get('prefix') ?? undefined }),
    ];
    if (request.method === 'HEAD')
      return { permissions, run: async () => objectsOf(bucket) && { statusCode: 200 } };
    if (request.method !== 'GET' || query.get('list-type') !== '2') throw notServed(request);
    return {
      permissions,
      run: async () => xml(200, listing(bucket, objectsOf(bucket).all(), query)),
    };
  };

  const onObject = (request: SignedRequest, bucket: string, key: string): Asked => {
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return {
          permissions: [on('GetObject', bucket, key)],
          run: async () => read(objectsOf(bucket), key, request),
        };
      case 'PUT':
        if (request.headers['x-amz-copy-source']) throw new NotImplementedError('copies (CopyObject)');
        return {
          permissions: [on('PutObject', bucket, key)],
          run: async () => {
            const { etag } = objectsOf(bucket).put(key, contentOf(request), keptHeaders(request));
            return { statusCode: 200, headers: { etag } };
          },
        };
      case 'DELETE':
        return {
          permissions: [on('DeleteObject', bucket, key)],
          run: async () => {
            objectsOf(bucket).delete(key);
            return { statusCode: 204 };
          },
        };
      default:
        throw notServed(request);
    }
  };

  return {
    damage,
    read: (request) => {
      const query = new URLSearchParams(request.query);
      const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(decoded(request.path)) ?? [];
      if (bucket === '') throw notServed(request);
      if (key === '') return onBucket(request, bucket, query);
      if ([...query.keys()].some((name) => !IGNORED_QUERY.has(name))) throw notServed(request);
      if (Buffer.byteLength(key) > LONGEST_KEY_BYTES)
        throw new InvalidArgumentError('Your key is too long.', 'KeyTooLongError');
      return onObject(request, bucket, key);
    },
    refusal: ({ errorType, statusCode, message }) => {
      const content = [
        ['Code', ERROR_NAMES[errorType] ?? errorType],
        ['Message', message],
      ] as const;
      return xml(statusCode, xmlDocument(['Error', content]));
    },
  };
}

/** What other services call otherwise. */
const ERROR_NAMES: { readonly [errorType: string]: string } = {
  AccessDeniedException: 'AccessDenied',
  MissingAuthenticationTokenException: 'AccessDenied',
  UnrecognizedClientException: 'InvalidAccessKeyId',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  ForbiddenException: 'AccessDenied',
};

const on = (action: string, bucket: string, key?: string, context?: Permission['context']): Permission => ({
  action: `s3:${action}`,
  resourceArn: key === undefined ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`,
  context,
});

function read(objects: Objects, key: string, request: SignedRequest): Reply {
  const object = objects.get(key);
  if (!object) throw new NoSuchKeyError(key);
  const range = byteRange(request.headers.range, object.size);
  const content = request.method === 'HEAD' ? Buffer.alloc(0) : objects.content(object);
  const headers = {
    ...describing(object),
    'content-length': String(range ? range.end - range.start : object.size),
    ...(range && { 'content-range': `bytes ${range.start}-${range.end - 1}/${object.size}` }),
  };
  return {
    statusCode: range ? 206 : 200,
    headers,
    body: range ? content.subarray(range.start, range.end) : content,
  };
}

const describing = ({ headers, etag, modified }: StoredObject): Record<string, string> => ({
  'content-type': 'binary/octet-stream',
  ...headers,
  etag,
  'accept-ranges': 'bytes',
  'last-modified': new Date(modified).toUTCString(),
});

function keptHeaders({ headers }: SignedRequest): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && KEPT_HEADERS.test(name)) kept[name] = value;
  // How the body travelled, and no property of the object.
  const encodings = (kept['content-encoding'] ?? '')
    .split(/\s*,\s*/)
    .filter((one) => one && one !== 'aws-chunked');
  delete kept['content-encoding'];
  return encodings.length > 0 ? { ...kept, 'content-encoding': encodings.join(',') } : kept;
}

/** Puts what a deployment would: at every start, as it may be another backend's by then. */
function deploy(bucket: Bucket, objects: Objects): void {
  for (const folder of bucket.deployedFrom) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) continue;
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const content = readFileSync(file);
      const key = relative(folder, file).split(sep).join('/');
      if (!objects.isContent(key, content)) objects.put(key, content, {});
    }
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new InvalidArgumentError("Couldn't parse the specified URI.", 'InvalidURI');
  }
}

const notServed = ({ method, path, query }: SignedRequest) =>
  new NotImplementedError(`${method} ${path}${query && `?${query}`}`);

const xml = (statusCode: number, body: string): Reply => ({
  statusCode,
  headers: { 'content-type': 'application/xml' },
  body,
});
