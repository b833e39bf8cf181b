import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type NodeEnvironment from 'jest-environment-node';
import OneRealm from './oneRealm.mjs';

const MADE = 'globalOfATest';
const globals = globalThis as unknown as Record<string | symbol, unknown>;
const KEPT = Symbol.for('a package of this test');

/** What stands around while one file of tests runs, from its start to its end. */
async function aFile(tests: () => void) {
  const config = {
    globalConfig: {},
    projectConfig: { testEnvironmentOptions: {}, globals: {}, fakeTimers: {} },
  };
  type Arguments = ConstructorParameters<typeof NodeEnvironment>;
  const environment = new OneRealm(config as Arguments[0], {} as Arguments[1]);
  tests();
  await environment.teardown();
}

describe('what one file of tests leaves behind, the next does not meet', () => {
  afterEach(() => {
    delete globals[KEPT];
  });

  it('a setting in the environment', async () => {
    const before = { ...process.env };
    await aFile(() => {
      process.env.SETTING_OF_A_TEST = 'on';
      delete process.env.PATH;
    });
    expect(process.env).toEqual(before);
  });

  it('a global that was added, or put in the place of another', async () => {
    const { fetch } = globalThis;
    await aFile(() => {
      globals[MADE] = 1;
      globals.fetch = () => undefined;
    });
    expect(globals).not.toHaveProperty(MADE);
    expect(globalThis.fetch).toBe(fetch);
  });

  it('a time limit that Jest was told of', async () => {
    const limit = Symbol.for('TEST_TIMEOUT_SYMBOL');
    const before = globals[limit];
    await aFile(() => jest.setTimeout(123_000));
    expect(globals[limit]).toBe(before);
  });

  it('a listener at the process', async () => {
    const before = process.listenerCount('SIGUSR2');
    await aFile(() => process.on('SIGUSR2', () => undefined));
    expect(process.listenerCount('SIGUSR2')).toBe(before);
  });
});

it('what a package keeps beside it stays, as the package does', async () => {
  await aFile(() => {
    globals[KEPT] = 'state';
  });
  expect(globals[KEPT]).toBe('state');
  delete globals[KEPT];
});

it('an error of Node.js is an Error', () => {
  expect(() => new URL('no address')).toThrow(Error);
});

it.each(['../../domain/sections', 'zod'])('nothing that files share can be mocked: %s', (shared) => {
  expect(() => jest.doMock(shared, () => ({}))).toThrow(/hand in what stands for it/);
});

it('what files of tests share loads its parts later too, when the file that loaded it first is over', async () => {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'nevermore-runner-')));
  const write = (file: string, text: string) => writeFileSync(join(project, file), text);
  mkdirSync(join(project, 'domain'));
  write('domain/parts.js', 'exports.load = (part) => require(part);');
  // Whichever runs first is the one that loads `parts`, and the other one asks for a part later.
  for (const part of ['one', 'other']) {
    write(`domain/${part}.js`, 'exports.isLoaded = true;');
    write(
      `${part}.test.js`,
      `test('', () => expect(require('./domain/parts').load('./${part}')).toEqual({ isLoaded: true }));`,
    );
  }
  write(
    'jest.config.json',
    JSON.stringify({
      runtime: resolve('test/runner/sharingRuntime.mjs'),
      testEnvironment: resolve('test/runner/oneRealm.mjs'),
      transform: {},
      cacheDirectory: join(project, 'cache'),
    }),
  );
  const jestItself = createRequire(import.meta.filename).resolve('jest/bin/jest');
  const told = await new Promise<string>((done) =>
    execFile(
      process.execPath,
      [jestItself, '-w', '1', '-c', 'jest.config.json'],
      { cwd: project },
      (_, __, errors) => done(errors),
    ),
  );
  rmSync(project, { recursive: true });
  expect(told).toContain('Tests:       2 passed, 2 total');
});
