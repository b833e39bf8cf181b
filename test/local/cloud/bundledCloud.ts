import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { hashSources } from '../../../local/assembly/sourceHash';
import { projectDir } from './processes';

/** Beside the assemblies of tests, where packages are found and a clean install makes everything anew. */
const CACHE = join(projectDir, 'node_modules', '.cache', 'nevermore-tests', 'served-cloud');
const SOURCES = ['local', 'domain', 'lambda', 'test/local/cloud', 'package-lock.json'];

/** What is loaded from its own folder: it has compiled parts, or is reached into. */
const LEFT_OUT = ['dynalite', 'classic-level', 'esbuild'];

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

/**
 * The process of a served cloud, in one file of plain JavaScript: translating and linking its thousand modules takes
 * longer than everything else that a start does, and tests start some fifty. It is made anew when a source has changed.
 * @returns the path of that file
 */
export async function bundledCloud(): Promise<string> {
  const name = `${await hashSources(projectDir, SOURCES)}.mjs`;
  const file = join(CACHE, name);
  if (existsSync(file)) return file;
  const unfinished = join(CACHE, `unfinished-${process.pid}.mjs`);
  await build({
    entryPoints: [join(__dirname, 'servedCloud.ts')],
    outfile: unfinished,
    bundle: true,
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
  renameSync(unfinished, file);
  for (const other of readdirSync(CACHE))
    if (other !== name && !other.startsWith('unfinished-')) rmSync(join(CACHE, other), { force: true });
  return file;
}
