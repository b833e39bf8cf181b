import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { hashSources } from '../../../local/assembly/sourceHash';
import { projectDir } from './processes';

/** Beside the assemblies of tests, where packages are found and a clean install makes everything anew. */
const CACHE = join(projectDir, 'node_modules', '.cache', 'nevermore-tests', 'programs');
const SOURCES = ['local', 'domain', 'lambda', 'test/local', 'package-lock.json'];

/** What tests start in a process of its own, more than once. */
const PROGRAMS = {
  cloud: 'test/local/cloud/servedCloud.ts',
  database: 'test/local/dynamodb/servedDatabase.ts',
  vectors: 'test/local/s3vectors/servedVectors.ts',
  lambda: 'test/local/lambda/endpointProcess.ts',
  enhance: 'local/nevermore/commandLine/enhance.ts',
  export: 'local/nevermore/commandLine/export.ts',
  facts: 'local/nevermore/commandLine/facts.ts',
  import: 'local/nevermore/commandLine/import.ts',
  mcp: 'local/nevermore/commandLine/mcp.ts',
  timeline: 'local/nevermore/commandLine/timeline.ts',
};

/** What is loaded from its own folder: it has compiled parts, or is reached into. */
const LEFT_OUT = ['dynalite', 'classic-level', 'esbuild', 'tsx'];

/** A file of the project finds what lies beside it as if it ran from there. */
const whereItStands: Plugin = {
  name: 'where-it-stands',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    })),
};

/** No run of tests takes longer. */
const IN_USE_MS = 24 * 3_600_000;

let folder: Promise<string> | undefined;

/**
 * A program in plain JavaScript: translating and linking its hundreds of modules takes longer than most of what it
 * does, and tests start more than a hundred. All are made at once, and anew when a source has changed; that they run
 * as they are written, a test of each command starts through its npm script.
 * @returns the path of its file
 */
export async function bundled(program: keyof typeof PROGRAMS): Promise<string> {
  folder ??= bundleAll();
  return join(await folder, `${program}.mjs`);
}

async function bundleAll(): Promise<string> {
  const name = await hashSources(projectDir, SOURCES);
  const finished = join(CACHE, name);
  if (existsSync(finished)) return finished;
  const unfinished = join(CACHE, `unfinished-${process.pid}`);
  await build({
    entryPoints: Object.fromEntries(
      Object.entries(PROGRAMS).map(([program, file]) => [program, join(projectDir, file)]),
    ),
    outdir: unfinished,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'node20',
    // Errors are told apart by the names of their classes.
    keepNames: true,
    external: LEFT_OUT,
    // Packages that are CommonJS ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    plugins: [whereItStands],
    logLevel: 'silent',
  });
  mkdirSync(CACHE, { recursive: true });
  try {
    renameSync(unfinished, finished);
  } catch (error) {
    // Another process was faster, and what it made is as good.
    if (!existsSync(finished)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  // What was made lately may be in use: tests run in several processes.
  for (const other of readdirSync(CACHE).map((folder) => join(CACHE, folder)))
    if (Date.now() - statSync(other).mtimeMs > IN_USE_MS) rmSync(other, { recursive: true, force: true });
  return finished;
}
