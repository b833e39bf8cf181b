import { crc32 } from 'node:zlib';
import { ValidationError } from './errors';
import { readFilter } from './filter';
import type { IndexFile } from './indexFile';
import { nearest } from './nearest';
import { permission, type ReadOperation } from './operations';
import { lastTold, placeBehind, tokenAfter } from './pages';
import { type Body, constraint, indexIn } from './request';
import { bytesOf, fitting, float32In, keysIn, queryFor, vectorsIn } from './vectorsIn';

/** The service's own limits. */
const MOST_DELETED = 500;
const MOST_GOT = 100;
const MOST_FOUND = 100;
const MOST_LISTED = 1_000;
const USUALLY_LISTED = 500;
const MOST_SEGMENTS = 16;
/** A page of a list ends here, however few vectors are on it. */
const LISTED_BYTES = 1024 * 1024;

/** Operations on the vectors of an index. */
export const vectorOperations: { readonly [name: string]: ReadOperation } = {
  PutVectors: (body, { store, place }) => {
    const { bucket, index, arn } = indexIn(body, place);
    const given = vectorsIn(body);
    return {
      permissions: [permission('PutVectors', arn)],
      run: () => {
        const found = store.index(bucket, index);
        // All of them first: a request is taken as a whole or not at all.
        found.put(given.map((one) => fitting(one, found.definition)));
        return {};
      },
    };
  },

  GetVectors: (body, { store, place }) => {
    const { bucket, index, arn } = indexIn(body, place);
    const keys = keysIn(body, MOST_GOT);
    const shown = shownOf(body);
    return {
      permissions: [permission('GetVectors', arn)],
      run: () => {
        const found = store.index(bucket, index);
        const slots = [...new Set(keys)].flatMap((key) => found.vectors.slotOf(key) ?? []);
        return { vectors: slots.map((slot) => told(found, slot, shown)) };
      },
    };
  },

  DeleteVectors: (body, { store, place }) => {
    const { bucket, index, arn } = indexIn(body, place);
    const keys = keysIn(body, MOST_DELETED);
    return {
      permissions: [permission('DeleteVectors', arn)],
      run: () => {
        store.index(bucket, index).delete(keys);
        return {};
      },
    };
  },

  ListVectors: (body, { store, place }) => {
    const { bucket, index, arn } = indexIn(body, place);
    const most = body.integerOr('maxResults', 1, MOST_LISTED, USUALLY_LISTED);
    const token = body.textOr('nextToken', undefined);
    const last = token === undefined ? undefined : lastTold(token);
    const segment = segmentIn(body);
    const shown = shownOf(body);
    return {
      permissions: [
        permission('ListVectors', arn),
        ...(shown.data || shown.metadata ? [permission('GetVectors', arn)] : []),
      ],
      run: () => {
        const found = store.index(bucket, index);
        const { sortedKeys } = found.vectors;
        const vectors: object[] = [];
        let bytes = 0;
        let at = last === undefined ? 0 : placeBehind(sortedKeys, last);
        for (; at < sortedKeys.length && vectors.length < most && bytes < LISTED_BYTES; at += 1) {
          const key = sortedKeys[at] as string;
          if (segment && crc32(key) % segment.count !== segment.index) continue;
          const slot = found.vectors.slotOf(key) as number;
          vectors.push(told(found, slot, shown));
          bytes +=
            4 * found.definition.dimension + bytesOf(found.vectors.metadataAt(slot) ?? {}) + key.length;
        }
        const behind = at < sortedKeys.length ? sortedKeys[at - 1] : undefined;
        return { vectors, ...(behind !== undefined && { nextToken: tokenAfter(behind) }) };
      },
    };
  },

  QueryVectors: (body, { store, place }) => {
    const { bucket, index, arn } = indexIn(body, place);
    const most = body.integer('topK', 1, MOST_FOUND);
    const values = float32In(body.raw('queryVector'), 'queryVector');
    const isFiltered = body.has('filter');
    const returnsMetadata = body.isTrue('returnMetadata');
    const returnsDistance = body.isTrue('returnDistance');
    // Nothing here makes one: a query's answer is one page.
    if (body.has('nextToken')) throw new ValidationError('The nextToken is not valid', '/nextToken');
    return {
      permissions: [
        permission('QueryVectors', arn),
        ...(isFiltered || returnsMetadata ? [permission('GetVectors', arn)] : []),
      ],
      run: () => {
        const found = store.index(bucket, index);
        const { vectors, definition } = found;
        const query = queryFor(values, definition);
        const filter = isFiltered ? readFilter(body.raw('filter'), found.notFilterable) : undefined;
        const isCandidate = filter && ((slot: number) => filter(vectors.metadataAt(slot) ?? {}));
        return {
          vectors: nearest(vectors, query, definition.metric, most, isCandidate).map(
            ({ slot, distance }) => ({
              key: vectors.keyAt(slot),
              ...(returnsDistance && { distance }),
              ...(returnsMetadata && { metadata: vectors.metadataAt(slot) ?? {} }),
            }),
          ),
          distanceMetric: definition.metric,
        };
      },
    };
  },
};

interface Shown {
  readonly data: boolean;
  readonly metadata: boolean;
}

const shownOf = (body: Body): Shown => ({
  data: body.isTrue('returnData'),
  metadata: body.isTrue('returnMetadata'),
});

function told({ vectors }: IndexFile, slot: number, { data, metadata }: Shown): object {
  return {
    key: vectors.keyAt(slot),
    ...(data && { data: { float32: [...vectors.valuesAt(slot)] } }),
    ...(metadata && { metadata: vectors.metadataAt(slot) ?? {} }),
  };
}

/** Which part of the keys is asked for, where several list at once. */
function segmentIn(body: Body): { count: number; index: number } | undefined {
  if (!body.has('segmentCount') && !body.has('segmentIndex')) return undefined;
  const count = body.integer('segmentCount', 1, MOST_SEGMENTS);
  const index = body.integer('segmentIndex', 0, MOST_SEGMENTS - 1);
  if (index < count) return { count, index };
  throw constraint('segmentIndex', 'must be less than segmentCount');
}
