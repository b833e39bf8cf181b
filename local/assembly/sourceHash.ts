import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a backend is made of where nothing else is said, relative to the project. */
const USUAL_SOURCES = ['amplify', 'cdk', 'lambda', 'domain', 'package-lock.json'];

/** Environment that every backend reads while it synthesizes. */
const ENVIRONMENT = ['AWS_REGION', 'CDK_DEFAULT_REGION'];

/** Installed packages, and the types that Amplify writes beside a backend while it synthesizes. */
const NO_SOURCES = ['node_modules', '.amplify'];

/** Variables of a backend's own, by which it is another backend. */
export type BackendEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * A SHA-256, in hex, of the names and contents of the backend's sources, and of what its environment says. Missing
 * folders count as empty, and so do installed packages and what a synthesis generates.
 * @param sources files and folders of the project
 */
export async function hashSources(
  projectDir: string,
  sources: readonly string[] = USUAL_SOURCES,
  own: BackendEnvironment = {},
): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(projectDir, source)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(projectDir, file)))
        .update('\0');
    }
  }
  for (const name of ENVIRONMENT) hash.update(`${name}=${process.env[name] ?? ''}\0`);
  for (const name of Object.keys(own).sort()) hash.update(`${name}=${own[name] ?? ''}\0`);
  return hash.digest('hex');
}

async function filesOf(projectDir: string, path: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(projectDir, path), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
  const below = await Promise.all(
    entries
      .map(({ name }) => name)
      .filter((name) => !NO_SOURCES.includes(name))
      .sort()
      .map((name) => filesOf(projectDir, `${path}/${name}`)),
  );
  return below.flat();
}
