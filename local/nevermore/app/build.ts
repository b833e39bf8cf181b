import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LocalCloudError } from '../../errors';

/** The app could not be built; the message carries what Vite printed. */
export class AppBuildError extends LocalCloudError {
  override name = 'AppBuildError';
  constructor(readonly printed: string) {
    super(`The app could not be built. Vite says:\n${printed.trim()}`);
  }
}

export interface AppBuildOptions {
  projectDir: string;
  /** Folder that keeps builds; only the newest one stays in it. */
  cacheDir: string;
  /** The `amplify_outputs.json` that goes into the build. */
  outputsFile: string;
  cognitoEndpoint: string;
}

/** What the build is made from, besides the two settings. */
const SOURCES = ['src', 'domain', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/**
 * Builds the app as it is deployed, unless that was done for the very same sources before.
 * @returns the folder to serve
 * @throws AppBuildError
 */
export async function buildApp(options: AppBuildOptions): Promise<string> {
  const hash = hashOf(options);
  const directory = join(options.cacheDir, hash);
  if (existsSync(join(directory, 'index.html'))) return directory;
  for (const old of readdirSync(options.cacheDir)) rmSync(join(options.cacheDir, old), { recursive: true });
  await vite(options, directory);
  return directory;
}

function hashOf({ projectDir, outputsFile, cognitoEndpoint }: AppBuildOptions): string {
  const hash = createHash('sha256').update(cognitoEndpoint).update(readFileSync(outputsFile));
  const add = (path: string) => {
    if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) add(join(path, entry));
    } else {
      hash.update(relative(projectDir, path)).update(readFileSync(path));
    }
  };
  for (const source of SOURCES) add(join(projectDir, source));
  return hash.digest('hex').slice(0, 16);
}

/** In a process of its own, so that the bundler's memory goes away with it. */
async function vite(
  { projectDir, outputsFile, cognitoEndpoint }: AppBuildOptions,
  outDir: string,
): Promise<void> {
  const cli = join(projectDir, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(
    process.execPath,
    [cli, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    {
      cwd: projectDir,
      env: { ...process.env, AMPLIFY_OUTPUTS: outputsFile, VITE_COGNITO_ENDPOINT: cognitoEndpoint },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
  }
  const code = await new Promise<number | null>((done, fail) =>
    child.once('error', fail).once('close', done),
  );
  if (code !== 0) {
    rmSync(outDir, { recursive: true, force: true });
    throw new AppBuildError(printed);
  }
}
