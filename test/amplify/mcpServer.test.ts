import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadAssembly } from '../../local/assembly';
import { productAssembly } from '../local/appsync/synthesized';

const mcpOf = async () => {
  const assembly = loadAssembly(await productAssembly());
  const [url, ...others] = assembly.functionUrls;
  const fn = assembly.functions.find(({ arn }) => arn === url?.functionArn);
  if (!url || !fn) throw new Error('The backend has no function URL of its own functions.');
  return { assembly, url, fn, others };
};

it('has one function URL, open and buffered, whose function counts requests and may do nothing else', async () => {
  const { assembly, url, fn, others } = await mcpOf();
  expect(others).toEqual([]);
  expect(url).toMatchObject({ isOpen: true, unserved: [] });
  expect(JSON.parse(assembly.outputs.customOutputs ?? '').custom.mcp).toBe(`${url.url}mcp`);
  const rights = fn.roleStatements.filter(({ Action }) => !String(Action).startsWith('logs:'));
  expect(rights.map(({ Sid, Action }) => [Sid, Action])).toEqual([['CountRequests', 'dynamodb:UpdateItem']]);
  expect(JSON.stringify(rights)).toContain('table/Upkeep');
  expect(Object.keys(fn.environment).sort()).toEqual([
    'AMPLIFY_SSM_ENV_CONFIG',
    'APP_CLIENT',
    'GRAPHQL_URL',
    'UPKEEP_TABLE',
    'USER_POOL_ID',
  ]);
});

it('bundles to less than 1.1 MB, a third of it packed: what starts cold is read first', async () => {
  const { fn } = await mcpOf();
  const files = readdirSync(fn.assetDir).filter((name) => name.endsWith('.mjs'));
  const bytes = files.reduce((sum, name) => sum + statSync(join(fn.assetDir, name)).size, 0);
  const packed = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(fn.assetDir, name))).length, 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(1_100_000);
  expect(packed).toBeLessThan(360_000);
});
