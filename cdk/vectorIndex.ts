import { createHash } from 'node:crypto';
import { Names, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnIndex, CfnVectorBucket } from 'aws-cdk-lib/aws-s3vectors';
import { Construct } from 'constructs';

/** An index of a vector bucket, as functions and rights name it. */
export interface IndexOfVectors {
  bucketName: string;
  bucketArn: string;
  indexName: string;
  indexArn: string;
}

/**
 * A bucket of S3 Vectors for this deployment alone, with its indexes. Both go with the deployment: what they hold is
 * made from the records and can be made again. S3 does not delete a bucket with indexes in it, so each index goes
 * first. A dimension cannot be changed: another one makes a new index beside the one before, which goes once nothing
 * is given its name any more, and which the archive fills by itself.
 */
export class VectorBucket extends Construct {
  private readonly bucket: CfnVectorBucket;
  private readonly bucketName: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucketName = nameOf(this, 'nevermore', 63);
    this.bucket = new CfnVectorBucket(this, 'Bucket', { vectorBucketName: this.bucketName });
    this.bucket.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }

  /**
   * An index of it, compared by cosine.
   * @param unfiltered names of metadata that nothing is filtered by, which may be 40 KB
   */
  addIndex(name: string, dimension: number, unfiltered: readonly string[] = []): IndexOfVectors {
    // What cannot be changed is in its name and its id: CloudFormation makes the new one before the old one goes.
    const made = createHash('sha256').update(JSON.stringify(unfiltered)).digest('hex').slice(0, 6);
    const indexName = `${name}-${dimension}${unfiltered.length > 0 ? `-${made}` : ''}`;
    const index = new CfnIndex(this, `Index${indexName}`, {
      vectorBucketName: this.bucketName,
      indexName,
      dataType: 'float32',
      dimension,
      distanceMetric: 'cosine',
      ...(unfiltered.length > 0 && {
        metadataConfiguration: { nonFilterableMetadataKeys: [...unfiltered] },
      }),
    });
    index.addResourceDependency(this.bucket);
    index.applyRemovalPolicy(RemovalPolicy.DESTROY);
    const bucketArn = this.bucket.attrVectorBucketArn;
    return { bucketName: this.bucketName, bucketArn, indexName, indexArn: index.attrIndexArn };
  }
}

/** S3 wants small letters, digits and hyphens; two deployments of one account must not have the same. */
const nameOf = (scope: Construct, prefix: string, maxLength: number): string =>
  `${prefix}-${Names.uniqueResourceName(scope, { maxLength: maxLength - prefix.length - 1, separator: '-' })}`.toLowerCase();

/** What somebody may do with one index, and with no other. */
export const mayUseVectors = (
  sid: string,
  { indexArn }: Pick<IndexOfVectors, 'indexArn'>,
  ...operations: string[]
): PolicyStatement =>
  new PolicyStatement({
    sid,
    actions: operations.map((operation) => `s3vectors:${operation}`),
    resources: [indexArn],
  });
