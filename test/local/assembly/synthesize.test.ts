import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { version } from 'esbuild';
import { SynthesisError, synthesize } from '../../../local/assembly';

let projectDir: string;
let cacheDir: string;

/** A backend that only writes what a synthesis must leave behind. */
const backend = (body: string) => {
  const lines = ["import { writeFileSync } from 'node:fs';", body];
  writeFileSync(join(projectDir, 'amplify', 'backend.ts'), lines.join('\n'));
};
const WRITES_ASSEMBLY =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: part of the generated program.
  'const context: string = process.env.CDK_CONTEXT_JSON!; writeFileSync(`${process.env.CDK_OUTDIR}/manifest.json`, context);';

beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), 'nevermore-project-'));
  cacheDir = join(projectDir, 'state', 'assemblies');
  mkdirSync(join(projectDir, 'amplify'));
});

afterEach(() => {
  rmSync(projectDir, { recursive: true, force: true });
});

test('runs the backend once for the same sources, and again when one of them changes', async () => {
  backend(WRITES_ASSEMBLY);
  const first = await synthesize({ projectDir, cacheDir });
  expect(first.fresh).toBe(true);
  expect(readFileSync(join(first.directory, 'manifest.json'), 'utf8')).toContain('"sandbox"');
  expect(await synthesize({ projectDir, cacheDir })).toEqual({ directory: first.directory, fresh: false });

  mkdirSync(join(projectDir, 'lambda', 'start'), { recursive: true });
  writeFileSync(join(projectDir, 'lambda', 'start', 'handler.ts'), 'export {};');
  const second = await synthesize({ projectDir, cacheDir });
  expect(second.fresh).toBe(true);
  expect(second.directory).not.toBe(first.directory);
  // Only the newest stays.
  expect(readdirSync(cacheDir)).toHaveLength(1);
});

test('a backend that fails says why, and leaves nothing behind', async () => {
  backend("throw new Error('the model Foo has no key');");
  const failure = await synthesize({ projectDir, cacheDir }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SynthesisError);
  expect((failure as Error).message).toMatch(/did not synthesize[\s\S]*the model Foo has no key/);
  expect(readdirSync(cacheDir)).toEqual([]);
});

test('a backend that ends well without an assembly is a failure, too', async () => {
  backend('');
  await expect(synthesize({ projectDir, cacheDir })).rejects.toThrow(/wrote no assembly/);
});

test('what a killed synthesis left is never taken for an assembly, and goes away', async () => {
  backend(WRITES_ASSEMBLY);
  // No process has this id: it is above the largest one that Linux gives out.
  const left = join(cacheDir, 'unfinished-4194999-x');
  const others = join(cacheDir, `unfinished-${process.pid}-x`);
  for (const folder of [left, others]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(left, 'manifest.json'), '{}');
  const { directory } = await synthesize({ projectDir, cacheDir });
  expect(directory).not.toBe(left);
  expect(existsSync(left)).toBe(false);
  // A synthesis that still runs keeps its folder.
  expect(existsSync(others)).toBe(true);
});

test('two at a time end with the same good assembly, which is made once', async () => {
  const runs = join(projectDir, 'runs');
  backend(
    `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(runs)}, '.'); ${WRITES_ASSEMBLY}`,
  );
  const first = synthesize({ projectDir, cacheDir });
  while (!existsSync(runs)) await wait(10);
  const [one, other] = await Promise.all([first, synthesize({ projectDir, cacheDir })]);
  expect([one, other]).toEqual([
    { directory: one.directory, fresh: true },
    { directory: one.directory, fresh: false },
  ]);
  expect(readFileSync(runs, 'utf8')).toBe('.');
  expect(readdirSync(cacheDir)).toHaveLength(1);
});

test('whoever waits for a synthesis that fails makes its own', async () => {
  const first = join(projectDir, 'first');
  backend(
    `import { existsSync, writeFileSync as write } from 'node:fs';
     if (!existsSync(${JSON.stringify(first)})) { write(${JSON.stringify(first)}, ''); throw new Error('no more memory'); }
     ${WRITES_ASSEMBLY}`,
  );
  const failing = synthesize({ projectDir, cacheDir }).catch((error: unknown) => error);
  while (!existsSync(first)) await wait(10);
  const second = await synthesize({ projectDir, cacheDir });
  expect(await failing).toBeInstanceOf(SynthesisError);
  expect(second.fresh).toBe(true);
});

test('types that a synthesis writes beside a backend do not make another one necessary', async () => {
  backend(WRITES_ASSEMBLY);
  const { directory } = await synthesize({ projectDir, cacheDir });
  mkdirSync(join(projectDir, 'amplify', '.amplify', 'generated'), { recursive: true });
  writeFileSync(join(projectDir, 'amplify', '.amplify', 'generated', 'clerk.ts'), 'export {};');
  expect(await synthesize({ projectDir, cacheDir })).toEqual({ directory, fresh: false });
});

test('CDK finds its bundler without npm, which takes a second to begin; all else of npx stays npx', async () => {
  const said = join(projectDir, 'said');
  backend(
    `import { spawnSync } from 'node:child_process';
     const ask = (line: string) => {
       const { stdout, stderr, status, error } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
       return status === 0 ? stdout.trim() : { status, error: String(error), stderr };
     };
     // With nothing else to be found on the path, npm least of all.
     const answers = [ask('PATH=\${PATH%%:*}; npx --no-install esbuild --version'), ask('npx --version')];
     writeFileSync(${JSON.stringify(said)}, JSON.stringify(answers));
     ${WRITES_ASSEMBLY}`,
  );
  await synthesize({ projectDir, cacheDir });
  expect(JSON.parse(readFileSync(said, 'utf8'))).toEqual([version, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
});
