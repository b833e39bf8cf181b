import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guidanceFiles, ROOT, readParts } from '../../docs/guidance/guidance';

const files = guidanceFiles();
const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
const all = [...files.values()].join('\n');
const code = [...all.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

test('what assistants read is what the parts say now: npm run guidance writes it anew', () => {
  for (const [path, text] of files) {
    expect([path, existsSync(join(ROOT, path)) && readFileSync(join(ROOT, path), 'utf8')]).toEqual([
      path,
      text,
    ]);
  }
  for (const folder of ['.kiro/steering', 'docs/kiro-power/steering'])
    expect(readdirSync(join(ROOT, folder)).sort()).toEqual(
      readParts()
        .map(({ name }) => `${name}.md`)
        .sort(),
    );
});

test('every command that is named is there', () => {
  const named = code.flatMap((text) => /^npm (?:run )?(?:--silent )?(\S+)/.exec(text)?.[1] ?? []);
  expect(named).toContain('mcp');
  for (const script of named) expect(Object.keys(scripts)).toContain(script);
  for (const [, binary = ''] of all.matchAll(/`npx (\S+)/g))
    expect(existsSync(join(ROOT, 'node_modules/.bin', binary))).toBe(true);
});

test('every path that is named is there', () => {
  const paths = code
    .flatMap((text) => text.split(/\s+/))
    .filter(
      (word) =>
        /^[\w.-]+\/[\w./-]+$/.test(word) && !word.startsWith('.nevermore/') && !word.startsWith('steering/'),
    );
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
  for (const [, folder = ''] of all.matchAll(/^\| `(\w+)`/gm))
    expect(existsSync(join(ROOT, folder))).toBe(true);
});

test('the Power says when it is taken along, and starts the server as this repository does', () => {
  const power = files.get('docs/kiro-power/POWER.md') ?? '';
  const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(power) ?? [];
  const fields = Object.fromEntries(front.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
  expect(Object.keys(fields)).toEqual(['name', 'displayName', 'description', 'keywords', 'author']);
  expect(JSON.parse(fields.keywords)).toEqual(expect.arrayContaining(['post-mortem', 'amplify gen 2']));
  const { mcpServers } = JSON.parse(files.get('docs/kiro-power/mcp.json') ?? '');
  expect(mcpServers.nevermore.args.at(-1)).toBe('mcp');
  expect(scripts.mcp).toContain('mcp.ts');
});
