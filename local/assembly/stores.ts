import { AssemblyError } from './errors';
import { type Resources, type ResourceView, textsOf } from './resources';
import type { Bucket, SsmParameter } from './types';

/** Reads the parameters that a deployment would write, for functions to read when they run. */
export const readParameters = (resources: Resources): SsmParameter[] =>
  resources
    .ofType('AWS::SSM::Parameter')
    .map((view) => ({ name: view.ref(), type: view.text('Type'), value: resolvedValue(view) }));

/** One that refers to what is not served here must not keep the rest from starting. */
function resolvedValue(view: ResourceView): SsmParameter['value'] {
  try {
    return { text: String(view.value('Value')) };
  } catch (error) {
    if (error instanceof AssemblyError) return { missing: error.message };
    throw error;
  }
}

/** Reads the buckets, and what a deployment puts into them. */
export function readBuckets(resources: Resources): Bucket[] {
  const deployments = resources.ofType('Custom::CDKBucketDeployment');
  return resources.ofType('AWS::S3::Bucket').map((view) => {
    const name = view.ref();
    const own = deployments.filter((deployment) => deployment.value('DestinationBucketName') === name);
    const assets = own.flatMap((deployment) => textsOf(deployment.value('SourceObjectKeys')));
    return { name, deployedFrom: assets.map((asset) => resources.tree.assetPath(asset)) };
  });
}
