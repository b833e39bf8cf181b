import { AssemblyFormatError } from './errors';
import { objectOf, type Resources, textsOf } from './resources';
import type { VectorBucketDefinition, VectorIndexDefinition } from './types';

/** Reads the vector buckets. */
export const readVectorBuckets = (resources: Resources): VectorBucketDefinition[] =>
  resources.ofType('AWS::S3Vectors::VectorBucket').map((view) => ({ name: nameIn(view.ref()) }));

/** Reads the vector indexes. @throws AssemblyFormatError for one that the service would not make */
export const readVectorIndexes = (resources: Resources): VectorIndexDefinition[] =>
  resources.ofType('AWS::S3Vectors::Index').map((view) => {
    const [bucket = '', name = ''] = nameIn(view.attribute('IndexArn')).split('/index/');
    const dimension = Number(view.value('Dimension'));
    const metric = view.text('DistanceMetric');
    if (!Number.isInteger(dimension) || dimension < 1 || dimension > 4_096)
      throw new AssemblyFormatError(`${view.logicalId} must have 1 to 4,096 dimensions, not ${dimension}.`);
    if (metric !== 'cosine' && metric !== 'euclidean')
      throw new AssemblyFormatError(`${view.logicalId} must measure by cosine or euclidean, not ${metric}.`);
    const { NonFilterableMetadataKeys: notFilterable } = objectOf(view.value('MetadataConfiguration'));
    return { bucket, name, dimension, metric, notFilterable: textsOf(notFilterable) };
  });

/** What an ARN ends in: `NAME` of a bucket, `BUCKET/index/NAME` of an index. */
const nameIn = (arn: string): string => arn.slice(arn.indexOf(':bucket/') + ':bucket/'.length);
