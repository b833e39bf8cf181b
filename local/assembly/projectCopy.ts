import { existsSync } from 'node:fs';
import { cp, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

/** By one of these CDK tells where a project begins; functions are not bundled without. */
const LOCK_FILES = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];
const BACKEND_PACKAGE = 'node_modules/@aws-amplify/backend/package.json';

/** The nearest folder, from one upward, that holds a file. */
function nearestWith(folder: string, file: string): string | undefined {
  if (existsSync(join(folder, file))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestWith(parent, file);
}

/** Whether a project's backend can be synthesized where it stands, with the packages it has installed. */
export const isComplete = (projectDir: string): boolean =>
  nearestWith(resolve(projectDir), BACKEND_PACKAGE) !== undefined &&
  LOCK_FILES.some((file) => nearestWith(resolve(projectDir), file) !== undefined);

/**
 * Copies a project that has not installed its packages, or has no lock file, and lends it what it lacks from
 * this one: nothing is written into a folder that is somebody else's. Its own packages come first.
 * @param cacheDir not copied, should it be in the project
 */
export async function lendPackages(projectDir: string, copy: string, cacheDir: string): Promise<void> {
  const project = resolve(projectDir);
  for (const name of await readdir(project)) {
    if (name === 'node_modules' || name.startsWith('.')) continue;
    // The copy stands in the state folder, which may stand in the project: nothing of it is the project's.
    if (resolve(copy).startsWith(join(project, name) + sep)) continue;
    await cp(join(project, name), join(copy, name), {
      recursive: true,
      filter: (path) => !path.split(/[\\/]/).includes('node_modules') && path !== resolve(cacheDir),
    });
  }
  const lender = nearestWith(project, BACKEND_PACKAGE) ?? nearestWith(import.meta.dirname, BACKEND_PACKAGE);
  if (lender) await symlink(join(lender, 'node_modules'), join(copy, 'node_modules'), 'junction');
  if (!LOCK_FILES.some((file) => existsSync(join(copy, file))))
    await writeFile(join(copy, 'package-lock.json'), '{}\n');
}
