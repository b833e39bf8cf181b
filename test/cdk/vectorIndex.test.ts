import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { VectorBucket } from '../../cdk/vectorIndex';

/** The template of a bucket with an index of passages, and one of something else. */
function templateWith(dimension: number, stackName = 'nevermore') {
  const stack = new Stack(new App(), stackName);
  const bucket = new VectorBucket(stack, 'Vectors');
  bucket.addIndex('passages', dimension);
  bucket.addIndex('memories', dimension, ['text']);
  return Template.fromStack(stack);
}

const idsOf = (template: Template) => Object.keys(template.findResources('AWS::S3Vectors::Index')).sort();

it('makes another index for another dimension, as a dimension cannot be changed', () => {
  const [small, large] = [templateWith(256), templateWith(1_024)];
  expect(idsOf(small)).toEqual(idsOf(templateWith(256)));
  expect(idsOf(small).filter((id) => idsOf(large).includes(id))).toEqual([]);
});

it('goes with its deployment, each index before the bucket that it would keep from being deleted', () => {
  const template = templateWith(256);
  const [bucketId = ''] = Object.keys(template.findResources('AWS::S3Vectors::VectorBucket'));
  template.hasResource('AWS::S3Vectors::VectorBucket', { DeletionPolicy: 'Delete' });
  const indexes = Object.values(template.findResources('AWS::S3Vectors::Index'));
  expect(indexes).toHaveLength(2);
  for (const { DeletionPolicy, DependsOn } of indexes)
    expect([DeletionPolicy, DependsOn]).toEqual(['Delete', [bucketId]]);
});

it('has a name of its own in every deployment, as S3 takes it, and says what cannot be filtered by', () => {
  const nameIn = (template: Template): string =>
    Object.values(template.findResources('AWS::S3Vectors::VectorBucket'))[0]?.Properties.VectorBucketName;
  const long = `amplify-nevermore-${'x'.repeat(90)}`;
  const names = ['one', 'two', long, `${long}y`].map((name) => nameIn(templateWith(256, name)));
  expect(new Set(names).size).toBe(4);
  for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
  const indexes = Object.values(templateWith(256).findResources('AWS::S3Vectors::Index'));
  expect(indexes.map(({ Properties }) => Properties.MetadataConfiguration)).toEqual(
    expect.arrayContaining([undefined, { NonFilterableMetadataKeys: ['text'] }]),
  );
});
