import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { amplifyOutputs, loadAssembly } from '../../../local/assembly';
import { readStackTree } from '../../../local/assembly/stackTree';
import { fixtureAssembly, productAssembly } from '../appsync/synthesized';

/**
 * Runs the generator that `ampx` uses, over stubs of CloudFormation and S3 that answer for a deployed stack.
 * In a process of its own: it is made of ES modules, which Jest does not load.
 */
const GENERATOR = `
import { generateClientConfig } from '@aws-amplify/client-config';
let input = '';
for await (const chunk of process.stdin) input += chunk;
const { metadata, outputs, schema } = JSON.parse(input);
const cloudFormation = { send: async (command) => command.constructor.name === 'GetTemplateSummaryCommand'
  ? { Metadata: JSON.stringify(metadata) }
  : { Stacks: [{ StackStatus: 'CREATE_COMPLETE',
      Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })) }] } };
const s3 = { send: async () => ({ Body: { transformToString: async () => schema } }) };
const clients = { getS3Client: () => s3, getCloudFormationClient: () => cloudFormation, getAmplifyClient: () => ({}) };
process.stdout.write(JSON.stringify(await generateClientConfig({ stackName: 'local' }, '1.5', clients)));
`;

test.each([
  ["the product's backend", productAssembly],
  ['the test backend', fixtureAssembly],
])(
  '%s: the browser is configured as ampx would, but for the identity pool',
  async (_, synthesized) => {
    const directory = await synthesized();
    const assembly = loadAssembly(directory);
    const { root, assets } = readStackTree(directory);
    const schemaFolder = assets
      .map((path) => join(path, 'model-schema.graphql'))
      .find((path) => {
        try {
          return readFileSync(path);
        } catch {
          return false;
        }
      });
    const input = JSON.stringify({
      metadata: (root.template as { Metadata?: object }).Metadata,
      outputs: assembly.outputs,
      schema: readFileSync(schemaFolder ?? '', 'utf8'),
    });
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', GENERATOR], {
      cwd: resolve(__dirname, '../../..'),
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const { auth, ...rest } = JSON.parse(printed) as Record<string, Record<string, unknown>>;
    const { identity_pool_id, unauthenticated_identities_enabled, ...authWithoutIdentityPool } = auth ?? {};
    expect(identity_pool_id).toBeDefined();
    expect(unauthenticated_identities_enabled).toBeDefined();
    expect(JSON.parse(JSON.stringify(amplifyOutputs(assembly)))).toEqual({
      ...rest,
      auth: authWithoutIdentityPool,
    });
  },
  120_000,
);
