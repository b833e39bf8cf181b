import { BUCKET_NAME, bucketArn, INDEX_NAME, indexArn } from './names';
import { allBuckets, permission, type ReadOperation, seconds } from './operations';
import { page } from './pages';
import { bucketIn, constraint, indexIn } from './request';

/** The service's own limits. */
const MOST_LISTED = 500;
const LARGEST_DIMENSION = 4_096;
const MOST_NOT_FILTERABLE = 10;
const LONGEST_METADATA_NAME = 63;

/** Operations on buckets and on indexes as such. */
export const bucketOperations: { readonly [name: string]: ReadOperation } = {
  CreateVectorBucket: (body, { store, place }) => {
    const name = body.text('vectorBucketName', BUCKET_NAME);
    const vectorBucketArn = bucketArn(place, name);
    return {
      permissions: [permission('CreateVectorBucket', vectorBucketArn)],
      run: () => {
        store.createBucket(name);
        return { vectorBucketArn };
      },
    };
  },

  GetVectorBucket: (body, { store, place }) => {
    const { bucket, arn } = bucketIn(body, place);
    return {
      permissions: [permission('GetVectorBucket', arn)],
      run: () => {
        const { name, createdAt } = store.bucket(bucket);
        return {
          vectorBucket: { vectorBucketName: name, vectorBucketArn: arn, creationTime: seconds(createdAt) },
        };
      },
    };
  },

  ListVectorBuckets: (body, { store, place }) => {
    const most = body.integerOr('maxResults', 1, MOST_LISTED, MOST_LISTED);
    const prefix = body.textOr('prefix', '');
    const token = body.textOr('nextToken', undefined);
    return {
      permissions: [permission('ListVectorBuckets', allBuckets(place))],
      run: () => {
        const all = store.all().filter(({ name }) => name.startsWith(prefix));
        const { names, nextToken } = page(
          all.map(({ name }) => name),
          most,
          token,
        );
        return {
          vectorBuckets: names.map((name) => ({
            vectorBucketName: name,
            vectorBucketArn: bucketArn(place, name),
            creationTime: seconds(store.bucket(name).createdAt),
          })),
          nextToken,
        };
      },
    };
  },

  DeleteVectorBucket: (body, { store, place }) => {
    const { bucket, arn } = bucketIn(body, place);
    return {
      permissions: [permission('DeleteVectorBucket', arn)],
      run: () => {
        store.deleteBucket(bucket);
        return {};
      },
    };
  },

  CreateIndex: (body, { store, place }) => {
    const { bucket } = bucketIn(body, place);
    const name = body.text('indexName', INDEX_NAME);
    body.oneOf('dataType', ['float32']);
    const dimension = body.integer('dimension', 1, LARGEST_DIMENSION);
    const metric = body.oneOf('distanceMetric', ['euclidean', 'cosine']);
    const notFilterable = namesIn(body.raw('metadataConfiguration'));
    const arn = indexArn(place, bucket, name);
    return {
      permissions: [permission('CreateIndex', arn)],
      run: () => {
        store.createIndex({ bucket, name, dimension, metric, notFilterable });
        return { indexArn: arn };
      },
    };
  },

  GetIndex: (body, { store, place }) => {
    const { bucket, index, arn } = indexIn(body, place);
    return {
      permissions: [permission('GetIndex', arn)],
      run: () => {
        const { definition } = store.index(bucket, index);
        const { notFilterable } = definition;
        return {
          index: {
            vectorBucketName: bucket,
            indexName: index,
            indexArn: arn,
            creationTime: seconds(definition.createdAt),
            dataType: 'float32',
            dimension: definition.dimension,
            distanceMetric: definition.metric,
            ...(notFilterable.length > 0 && {
              metadataConfiguration: { nonFilterableMetadataKeys: notFilterable },
            }),
          },
        };
      },
    };
  },

  ListIndexes: (body, { store, place }) => {
    const { bucket, arn } = bucketIn(body, place);
    const most = body.integerOr('maxResults', 1, MOST_LISTED, MOST_LISTED);
    const prefix = body.textOr('prefix', '');
    const token = body.textOr('nextToken', undefined);
    return {
      permissions: [permission('ListIndexes', arn)],
      run: () => {
        const { indexes } = store.bucket(bucket);
        const sorted = [...indexes.keys()].filter((name) => name.startsWith(prefix)).sort();
        const { names, nextToken } = page(sorted, most, token);
        return {
          indexes: names.map((name) => ({
            vectorBucketName: bucket,
            indexName: name,
            indexArn: indexArn(place, bucket, name),
            creationTime: seconds(store.index(bucket, name).definition.createdAt),
          })),
          nextToken,
        };
      },
    };
  },

  DeleteIndex: (body, { store, place }) => {
    const { bucket, index, arn } = indexIn(body, place);
    return {
      permissions: [permission('DeleteIndex', arn)],
      run: () => {
        store.deleteIndex(bucket, index);
        return {};
      },
    };
  },
};

/** The metadata that an index does not make filterable. */
function namesIn(configuration: unknown): string[] {
  if (configuration === undefined || configuration === null) return [];
  const path = 'metadataConfiguration/nonFilterableMetadataKeys';
  const names = (configuration as { nonFilterableMetadataKeys?: unknown }).nonFilterableMetadataKeys;
  if (!Array.isArray(names)) throw constraint(path, 'must not be null');
  if (names.length < 1 || names.length > MOST_NOT_FILTERABLE)
    throw constraint(path, `must have length between 1 and ${MOST_NOT_FILTERABLE}, inclusive`);
  for (const [at, name] of names.entries())
    if (typeof name !== 'string' || name.length < 1 || name.length > LONGEST_METADATA_NAME)
      throw constraint(`${path}/${at}`, `must have length between 1 and ${LONGEST_METADATA_NAME}, inclusive`);
  return [...new Set(names as string[])];
}
