import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { availableParallelism, constants, setPriority } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { chromiumPath } from './e2e/chromium';

/** One part of `npm test`, with the tool that runs it. */
interface Part {
  what: string;
  tool: string;
  args: string[];
  /** Where to look when it fails, beside its log. */
  also?: string;
  /** Computes with what the others leave: it has many processes, and would be over long before they are. */
  givesWay?: boolean;
}

/** What takes seconds, one after the other: what fails here says so before anything long begins. */
const QUICK: Part[] = [
  {
    what: 'Format, lint and import rules',
    tool: '@biomejs/biome/bin/biome',
    args: ['ci', '--error-on-warnings'],
  },
  { what: 'Types', tool: 'typescript/bin/tsc', args: ['--noEmit'] },
  { what: 'Dead code and unused packages', tool: 'knip/bin/knip.js', args: [] },
];
/** What takes minutes, side by side: each waits for its own processes most of the time. */
const LONG: Part[] = [
  {
    what: 'Everything but the browser',
    tool: 'jest/bin/jest.js',
    // Of two cores Jest takes one by itself, and goes on with it when the browser has long finished.
    args: ['--maxWorkers', String(Math.max(2, availableParallelism() - 1))],
    givesWay: true,
  },
  {
    what: 'The screen in Chromium, against npm start',
    tool: '@playwright/test/cli.js',
    args: ['test', '-c', 'test/e2e/playwright.config.ts'],
    also: 'test-results/browser has a trace of each failed test: npx playwright show-trace FILE',
  },
];

const project = resolve(import.meta.dirname, '..');
const logs = join(project, 'test-results');

const logOf = (part: Part): string => join(logs, `${part.what.toLowerCase().replace(/[^a-z]+/g, '-')}.log`);

/**
 * Runs a part, printing what it prints and keeping it in its log.
 * @param aside print only when it is over, because another part is printing
 * @returns whether it passed
 */
async function run(part: Part, aside = false): Promise<boolean> {
  const log = createWriteStream(logOf(part));
  const child = spawn(process.execPath, [resolve(project, 'node_modules', part.tool), ...part.args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  });
  // What it starts inherits it.
  if (part.givesWay && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const printed: Buffer[] = [];
  const print = (chunk: Buffer) => {
    log.write(chunk);
    if (aside) printed.push(chunk);
    else process.stdout.write(chunk);
  };
  child.stdout.on('data', print);
  child.stderr.on('data', print);
  const status = await new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
  log.end();
  if (aside) process.stdout.write(`\n── ${part.what}\n${Buffer.concat(printed).toString('utf8')}`);
  return status === 0;
}

function failed(parts: readonly Part[]): never {
  process.stderr.write('\n');
  for (const part of parts) {
    process.stderr.write(`✗ ${part.what}: failed. All it printed is in ${relative(project, logOf(part))}.\n`);
    if (part.also) process.stderr.write(`  ${part.also}\n`);
  }
  process.exit(1);
}

/** `npm test`: everything. Says at its end what failed, and where to read on. */
async function runAll(): Promise<void> {
  mkdirSync(logs, { recursive: true });
  // Before minutes of other tests rather than after.
  process.env.CHROMIUM_PATH = chromiumPath();
  for (const part of QUICK) {
    process.stdout.write(`\n── ${part.what}\n`);
    if (!(await run(part))) failed([part]);
  }
  process.stdout.write(
    `\n── ${LONG.map(({ what }) => what).join('\n── ')} (side by side; this prints when it is over)\n`,
  );
  const passed = await Promise.all(LONG.map((part, index) => run(part, index > 0)));
  const missed = LONG.filter((_, index) => !passed[index]);
  if (missed.length > 0) failed(missed);
  process.stdout.write('\n✓ Everything passed.\n');
}

await runAll();
