import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { SynthesisError } from './errors';
import { isComplete, lendPackages } from './projectCopy';
import { type BackendEnvironment, hashSources } from './sourceHash';

export interface SynthesizeOptions {
  /** Folder with `amplify/backend.ts`. */
  readonly projectDir: string;
  /** Folder that keeps assemblies; only the newest one stays in it. */
  readonly cacheDir: string;
  /** Files and folders of the project that the backend is made of; what changes elsewhere makes no new one. */
  readonly sources?: readonly string[];
  /** What the backend finds in its environment, beside what is there. */
  readonly environment?: BackendEnvironment;
}

export interface Synthesis {
  /** Absolute path of the assembly. */
  readonly directory: string;
  /** False when the sources had not changed and the cached assembly is good. */
  readonly fresh: boolean;
}

/** What `ampx sandbox` would pass; the names only show up in descriptions. */
const CONTEXT = {
  'amplify-backend-namespace': 'nevermore',
  'amplify-backend-name': 'local',
  'amplify-backend-type': 'sandbox',
};

/** By its own path, so that the project's folder may be anywhere. */
const TYPESCRIPT_LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** With an `npx` that starts CDK's bundler without npm; on Windows, which wants a program, npm starts it. */
const PROGRAMS = join(import.meta.dirname, 'bin');

const ASSEMBLY_PREFIX = 'assembly-';
const UNFINISHED_PREFIX = 'unfinished-';
/** How often it is looked whether the process that synthesizes the same has finished. */
const LOOKS_AGAIN_MS = 100;
/** A synthesis takes seconds, on a very busy machine minutes, and writes all along. */
const ABANDONED_AFTER_MS = 5 * 60_000;

/**
 * Turns the Amplify backend into CloudFormation, offline and without credentials, unless that was done
 * for the very same sources before. A killed synthesis leaves nothing that looks finished.
 * @throws SynthesisError with what the backend printed
 */
export async function synthesize(options: SynthesizeOptions): Promise<Synthesis> {
  const { projectDir, cacheDir, sources, environment } = options;
  const hash = await hashSources(projectDir, sources, environment);
  const directory = join(resolve(cacheDir), `${ASSEMBLY_PREFIX}${hash}`);
  if (existsSync(join(directory, 'manifest.json'))) return { directory, fresh: false };

  await mkdir(cacheDir, { recursive: true });
  const manifest = join(directory, 'manifest.json');
  const inHand = (): Promise<string | undefined> => unfinishedOf(resolve(cacheDir), hash);
  for (let other = await inHand(); other !== undefined; other = await inHand()) await wait(LOOKS_AGAIN_MS);
  if (existsSync(manifest)) return { directory, fresh: false };

  const newFolder = (of: string) =>
    mkdtemp(join(resolve(cacheDir), `${UNFINISHED_PREFIX}${process.pid}-${of}-`));
  const unfinished = await newFolder(hash);
  const copy = isComplete(projectDir) ? undefined : await newFolder('copy');
  try {
    if (copy) await lendPackages(projectDir, copy, cacheDir);
    await runBackend(copy ?? projectDir, unfinished, environment);
    await moveInto(directory, unfinished);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    if (copy) await rm(copy, { recursive: true, force: true });
  }
  await removeOthers(resolve(cacheDir), directory);
  return { directory, fresh: true };
}

async function runBackend(
  projectDir: string,
  outdir: string,
  environment: BackendEnvironment = {},
): Promise<void> {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT_LOADER, 'amplify/backend.ts'], {
    cwd: resolve(projectDir),
    env: {
      ...process.env,
      ...environment,
      PATH: [PROGRAMS, process.env.PATH].join(delimiter),
      CDK_CONTEXT_JSON: JSON.stringify(CONTEXT),
      CDK_OUTDIR: outdir,
      // Its findings are warnings, which nobody sees here, and its rules take a fifth of the time to load.
      CDK_VALIDATION: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk;
  });
  const exitCode = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (exitCode !== 0) throw new SynthesisError(printed, exitCode);
  if (!existsSync(join(outdir, 'manifest.json'))) {
    throw new SynthesisError(`amplify/backend.ts wrote no assembly.\n${printed}`, exitCode);
  }
}

/** The folder in which a process that runs synthesizes the same sources, so that nobody does it twice at once. */
async function unfinishedOf(cacheDir: string, hash: string): Promise<string | undefined> {
  for (const name of await readdir(cacheDir)) {
    const [, owner, of] = /^unfinished-(\d+)-([0-9a-f]+)-/.exec(name) ?? [];
    if (of !== hash || !isRunning(Number(owner))) continue;
    // A number of a process can belong to another one by now: what stands still for long is nobody's.
    const changed = await stat(join(cacheDir, name)).catch(() => undefined);
    if (changed && Date.now() - changed.mtimeMs < ABANDONED_AFTER_MS) return name;
  }
  return undefined;
}

/** Another process may have finished the same sources first; its assembly is as good. */
async function moveInto(directory: string, unfinished: string): Promise<void> {
  try {
    await rename(unfinished, directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Removes assemblies of older sources, and what processes that are gone left unfinished. */
async function removeOthers(cacheDir: string, kept: string): Promise<void> {
  const stale = (await readdir(cacheDir)).filter((name) => {
    if (name.startsWith(ASSEMBLY_PREFIX)) return join(cacheDir, name) !== kept;
    const owner = new RegExp(`^${UNFINISHED_PREFIX}(\\d+)-`).exec(name)?.[1];
    return owner !== undefined && !isRunning(Number(owner));
  });
  await Promise.all(stale.map((name) => rm(join(cacheDir, name), { recursive: true, force: true })));
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
