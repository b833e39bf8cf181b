import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const sdk = readFileSync(join(root, 'node_modules/@aws/durable-execution-sdk-js/dist/index.mjs'), 'utf8');
const ours = readFileSync(join(root, 'cdk/durableCalls.mjs'), 'utf8');

test('the bundle has of the Lambda client exactly what the durable-execution SDK asks it for', () => {
  const asked = [...sdk.matchAll(/new module\.(\w+)\(/g)].map(([, name]) => name);
  const given = [...ours.matchAll(/export \{ (\w+) \}/g)].map(([, name]) => name);
  expect([...new Set(asked)].sort()).toEqual(given.sort());
  expect(sdk.match(/import\('@aws-sdk\/client-lambda'\)/g)).toHaveLength(1);
  expect(sdk).not.toMatch(/^import[^\n]*client-lambda/m);
});
