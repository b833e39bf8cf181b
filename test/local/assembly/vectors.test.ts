import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { CfnIndex, type CfnIndexProps, CfnVectorBucket } from 'aws-cdk-lib/aws-s3vectors';
import { createEvaluator } from '../../../local/assembly/intrinsics';
import { DEFAULT_LOCAL_VALUES } from '../../../local/assembly/physicalIds';
import { createResources } from '../../../local/assembly/resources';
import { readStackTree } from '../../../local/assembly/stackTree';
import { readVectorBuckets, readVectorIndexes } from '../../../local/assembly/vectors';

const INDEX = { dataType: 'float32', dimension: 256, distanceMetric: 'cosine' };

/** What the local cloud reads of a template with two buckets, one of them without a name, and these indexes. */
function read(indexes: (named: CfnVectorBucket, unnamed: CfnVectorBucket) => CfnIndexProps[]) {
  const outdir = mkdtempSync(join(tmpdir(), 'nevermore-vectors-template-'));
  try {
    const app = new App({ outdir });
    const stack = new Stack(app, 'Test');
    const named = new CfnVectorBucket(stack, 'Named', { vectorBucketName: 'archive' });
    const unnamed = new CfnVectorBucket(stack, 'Unnamed');
    for (const [at, props] of indexes(named, unnamed).entries()) {
      const index = new CfnIndex(stack, `Index${at}`, props);
      new CfnOutput(stack, `Ref${at}`, { value: index.ref });
      new CfnOutput(stack, `Arn${at}`, { value: index.attrIndexArn });
    }
    app.synth();
    const tree = readStackTree(outdir);
    const evaluate = createEvaluator(DEFAULT_LOCAL_VALUES);
    const resources = createResources(tree, evaluate);
    return {
      buckets: readVectorBuckets(resources),
      indexes: readVectorIndexes(resources),
      outputs: Object.entries(tree.root.template.Outputs ?? {}).map(([name, { Value }]) => [
        name,
        evaluate(tree.root, Value),
      ]),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

test('vector buckets and indexes are the template’s, by name, by ARN, or by a name that the service would take', () => {
  const { buckets, indexes, outputs } = read((named, unnamed) => [
    { ...INDEX, vectorBucketName: 'archive', indexName: 'passages' },
    {
      ...INDEX,
      distanceMetric: 'euclidean',
      vectorBucketArn: named.attrVectorBucketArn,
      metadataConfiguration: { nonFilterableMetadataKeys: ['text'] },
    },
    { ...INDEX, vectorBucketName: Fn.select(1, Fn.split('/', unnamed.ref)), indexName: 'memories' },
  ]);
  const [, { name: made = '' } = {}] = buckets;
  expect(buckets).toEqual([{ name: 'archive' }, { name: made }]);
  expect(made).toMatch(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);
  const archive = { bucket: 'archive', dimension: 256, metric: 'cosine', notFilterable: [] };
  expect(indexes).toEqual([
    { ...archive, name: 'passages' },
    { ...archive, name: 'index1', metric: 'euclidean', notFilterable: ['text'] },
    { ...archive, bucket: made, name: 'memories' },
  ]);
  const arn = 'arn:aws:s3vectors:us-east-1:000000000000:bucket/archive/index';
  expect(outputs).toContainEqual(['Ref0', `${arn}/passages`]);
  expect(outputs).toContainEqual(['Arn1', `${arn}/index1`]);
});

test('an index that the service would not make is refused by its name at the start', () => {
  const wrong = { ...INDEX, distanceMetric: 'dotproduct', vectorBucketName: 'archive' };
  expect(() => read(() => [wrong])).toThrow(/Index0 must measure by cosine or euclidean, not dotproduct/);
});
