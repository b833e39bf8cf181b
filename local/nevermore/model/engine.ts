import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineEntry } from '../answering/llama/engineModule';
import { EngineInstallError } from './errors';

/** Pinned: later releases ask for packages that npm cannot install from their lock file. */
export const ENGINE = { name: 'node-llama-cpp', version: '3.21.1' };

/**
 * The package with the engine made ready for a platform. Graphics cards are used on a Mac only: the packages
 * for others weigh more than half a gigabyte.
 */
const PLATFORMS: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-armv7l',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
};

/** @throws EngineInstallError naming the platform when there is no engine for it */
export function platformPackage(platform: string = process.platform, arch: string = process.arch): string {
  const name = PLATFORMS[`${platform}-${arch}`];
  if (name) return `@node-llama-cpp/${name}`;
  throw new EngineInstallError(
    `there is none for ${platform} on ${arch}. A model server such as Ollama works too (README, "Models").`,
  );
}

/** Whether the pinned engine is there. */
export function hasEngine(folder: string): boolean {
  if (!existsSync(engineEntry(folder))) return false;
  const manifest = join(folder, 'node_modules', ENGINE.name, 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version === ENGINE.version;
}

/**
 * Puts the engine into the folder of the models: once, for this platform only, and not among the project's
 * own packages.
 * @throws EngineInstallError
 */
export function installEngine(folder: string): void {
  const packages = [ENGINE.name, platformPackage()].map((name) => `${name}@${ENGINE.version}`);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest))
    writeFileSync(manifest, `${JSON.stringify({ name: 'models', private: true })}\n`);
  const options = ['--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', ['install', '--save-exact', ...options, ...packages], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw new EngineInstallError(`npm does not start (${error.message}).`);
  if (status !== 0)
    throw new EngineInstallError('npm says why above. Mend that and run the same command again.');
}
