import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { brokenRules } from './orchestrationRules';

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

test('no file that orders steps nests them, changes what is around them, or keeps anything in a module', () => {
  const ordering = files.filter((file) => ORCHESTRATES.test(readFileSync(join(root, file), 'utf8')));
  const broken = ordering.flatMap((file) =>
    brokenRules(readFileSync(join(root, file), 'utf8')).map((rule) => `${file}: ${rule}`),
  );
  expect(broken).toEqual([]);
});

test.each([
  ['let count = 0;', /variable of the module/],
  ['export let count = 0;', /variable of the module/],
  [
    'const f = (context) => context.step("a", async () => { await context.step("b", async () => 1); });',
    /within a step/,
  ],
  [
    'const f = (context) => { let n = 0; return context.step("a", async () => { n += 1; }); };',
    /changes “n”/,
  ],
  ['const f = (context, seen) => context.step("a", async () => { seen.a = 1; });', /changes “seen”/],
  ['class A { f(context) { return context.step("a", async () => { this.n++; }); } }', /changes “this”/],
  ['const f = (ctx) => ctx.context.waitForCallback("a", async (id) => { ctx.id = id; });', /changes “ctx”/],
  ['const f = () => Math.random();', /another number/],
  ['const f = () => new Date();', /another time/],
])('the rules find what breaks them: %s', (source, rule) => {
  expect(brokenRules(source)).toEqual([expect.stringMatching(rule)]);
});

test.each([
  'const f = (context) => context.step("a", async () => { let n = 0; n += 1; return n; });',
  'const f = (context) => context.map("m", [1], async (c) => c.step("a", async () => 1));',
  'const f = async (context) => { let n = 0; n += await context.step("a", async () => 1); return n; };',
])('the rules leave alone what a replay does again: %s', (source) => {
  expect(brokenRules(source)).toEqual([]);
});
