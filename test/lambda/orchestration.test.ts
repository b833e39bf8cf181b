import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const files = readdirSync(join(root, 'lambda'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => relative(root, join(root, 'lambda', file)));
/** What asks the durable context for something that a replay must ask for again in the same order. */
const ORCHESTRATES =
  /\.(?:step|parallel|waitForCallback|waitForCondition|runInChildContext)\(|context\.(?:map|wait|invoke)\(/;

test('every file that orders steps is held to the rule for them: no clock, no network, nothing drawn', () => {
  const { overrides } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as {
    overrides: Array<{
      includes: string[];
      linter: { rules: { style?: { noRestrictedGlobals?: unknown } } };
    }>;
  };
  const held = overrides
    .filter(({ linter }) => linter.rules.style?.noRestrictedGlobals !== undefined)
    .flatMap(({ includes }) => includes);
  const ordering = files.filter((file) => ORCHESTRATES.test(readFileSync(join(root, file), 'utf8')));
  expect(ordering.length).toBeGreaterThan(1);
  expect(ordering.filter((file) => !held.includes(file))).toEqual([]);
});
