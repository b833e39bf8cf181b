/** Where the buckets are, for their ARNs. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

export const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
export const INDEX_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

const BUCKET_ARN = /^arn:aws[-a-z0-9]*:s3vectors:[a-z0-9-]+:\d{12}:bucket\/([^/]+)$/;
const INDEX_ARN = /^arn:aws[-a-z0-9]*:s3vectors:[a-z0-9-]+:\d{12}:bucket\/([^/]+)\/index\/([^/]+)$/;

export const bucketArn = ({ region, account }: Place, bucket: string): string =>
  `arn:aws:s3vectors:${region}:${account}:bucket/${bucket}`;

export const indexArn = (place: Place, bucket: string, index: string): string =>
  `${bucketArn(place, bucket)}/index/${index}`;

/** The name in a bucket's ARN. @returns undefined when it is none */
export const bucketOfArn = (arn: string): string | undefined => BUCKET_ARN.exec(arn)?.[1];

/** The names in an index's ARN. @returns undefined when it is none */
export function indexOfArn(arn: string): { bucket: string; index: string } | undefined {
  const [, bucket, index] = INDEX_ARN.exec(arn) ?? [];
  return bucket && index ? { bucket, index } : undefined;
}
