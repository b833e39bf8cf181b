import { createRequire, isBuiltin } from 'node:module';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { compileFunction } from 'node:vm';
import Runtime from 'jest-runtime';

/** Packages, as Node.js itself loads them, by the folder and the name that asked. */
const packages = new Map();
/** Modules of `domain/` by their paths: they are pure, so no file of tests can leave anything in them. */
const pure = new Map();
/** Of the file of tests that runs now. */
let newest;

const isPackage = (name) => !name.startsWith('.') && !isAbsolute(name) && !isBuiltin(name);

/** A test wants to replace what all files of tests share. */
class SharedModuleError extends Error {
  name = 'SharedModuleError';
  constructor(module) {
    super(
      `${module} is loaded once for all files of tests and cannot be mocked: hand in what stands for it.`,
    );
  }
}

function loadPackage(from, name) {
  const key = `${dirname(from)}\0${name}`;
  if (!packages.has(key)) packages.set(key, createRequire(from)(name));
  return packages.get(key);
}

/**
 * Jest's own runtime loads everything anew for each file of tests: its own parts, the AWS SDK, React, zod. That was
 * a third of what unit tests computed. Here packages and `domain/` are loaded once for each process; every other module
 * of the project stays new for each file. Needs `oneRealm.mjs`, which gives all files the realm of the process.
 */
export default class SharingRuntime extends Runtime {
  #resolver;
  #pureFolder;

  constructor(config, environment, resolver, ...rest) {
    super(config, environment, resolver, ...rest);
    newest = this;
    this.#resolver = resolver;
    this.#pureFolder = join(config.rootDir, 'domain') + sep;
    // In this realm, where the runtime's own compiles for a context.
    const { executor } = this;
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModuleOrMock(from, name) {
    // What is shared outlives the file that loaded it first, and may load more only now.
    if (this.testState.isTornDown() && newest !== this && from.startsWith(this.#pureFolder))
      return newest.requireModuleOrMock(from, name);
    if (name === '@jest/globals' || this.#resolver.resolveStubModuleName(from, name) !== null)
      return super.requireModuleOrMock(from, name);
    if (isPackage(name)) return loadPackage(from, name);
    const path = this.#purePath(from, name);
    if (path === undefined) return super.requireModuleOrMock(from, name);
    if (pure.has(path)) return pure.get(path);
    const loaded = super.requireModuleOrMock(from, name);
    // Too late, nothing is loaded; others may still be in time.
    if (loaded !== undefined) pure.set(path, loaded);
    return loaded;
  }

  setMock(from, name, ...rest) {
    if (isPackage(name) || this.#purePath(from, name) !== undefined) throw new SharedModuleError(name);
    super.setMock(from, name, ...rest);
  }

  #purePath(from, name) {
    if (!name.startsWith('.')) return undefined;
    const path = this.#resolver.resolveModule(from, name);
    return path.startsWith(this.#pureFolder) ? path : undefined;
  }

  requireInternalModule(from, name) {
    return name === undefined ? super.requireInternalModule(from) : loadPackage(from, name);
  }
}
