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
