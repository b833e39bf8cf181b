import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { chromiumPath } from './e2e/chromium';

/** `npm test`: everything, in the order in which it fails fastest. Stops at the first part that fails. */
const PARTS: Array<{ what: string; tool: string; args: string[] }> = [
  {
    what: 'Format, lint and import rules',
    tool: '@biomejs/biome/bin/biome',
    args: ['ci', '--error-on-warnings'],
  },
  { what: 'Types', tool: 'typescript/bin/tsc', args: ['--noEmit'] },
  { what: 'Dead code and unused packages', tool: 'knip/bin/knip.js', args: [] },
  { what: 'Everything but the browser', tool: 'jest/bin/jest.js', args: [] },
  {
    what: 'The screen in Chromium, against npm start',
    tool: '@playwright/test/cli.js',
    args: ['test', '-c', 'test/e2e/playwright.config.ts'],
  },
];

const project = resolve(import.meta.dirname, '..');
// Before twenty minutes of other tests rather than after.
process.env.CHROMIUM_PATH = chromiumPath();
for (const { what, tool, args } of PARTS) {
  process.stdout.write(`\n── ${what}\n`);
  const { status } = spawnSync(process.execPath, [resolve(project, 'node_modules', tool), ...args], {
    cwd: project,
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.stderr.write(`\n✗ ${what}: failed.\n`);
    process.exit(status ?? 1);
  }
}
process.stdout.write('\n✓ Everything passed.\n');
