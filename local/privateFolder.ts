import { chmodSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignFolderError, OpenFolderError } from './errors';

/** What group and others may do. */
const OTHERS = 0o077;
/** The mark of a folder that all users share, such as `/tmp`. */
const SHARED = 0o1000;

/**
 * Makes sure that a folder is this user's and closed to every other one. On Windows a profile's folders are,
 * and modes say nothing.
 * @returns whether it was open until now
 * @throws ForeignFolderError, OpenFolderError
 */
export function closeFolder(folder: string, userId = process.getuid?.()): boolean {
  if (userId === undefined) return false;
  const { uid, mode } = statSync(folder);
  // The administrator of a container works on folders of the person outside.
  if (uid !== userId && userId !== 0) throw new ForeignFolderError(folder, uid);
  // Closing one that everybody uses would take it from them.
  if ((mode & SHARED) !== 0) throw new OpenFolderError(folder);
  return close(folder, statSync);
}

/**
 * Closes a file, or a folder with all that is in it, so that it stays closed when somebody copies or moves
 * it. Links are not followed: what they lead to is not part of the folder.
 * @throws OpenFolderError
 */
export function closeWithin(path: string): void {
  if (process.getuid === undefined) return;
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isSymbolicLink()) return;
  close(path, lstatSync);
  if (found.isDirectory()) for (const name of readdirSync(path)) closeWithin(join(path, name));
}

/** @returns whether it was open */
function close(path: string, stat: (path: string) => Stats): boolean {
  const { mode } = stat(path);
  if ((mode & OTHERS) === 0) return false;
  try {
    chmodSync(path, mode & 0o700);
  } catch (cause) {
    throw new OpenFolderError(path, { cause });
  }
  // Some file systems take the change and forget it.
  if ((stat(path).mode & OTHERS) !== 0) throw new OpenFolderError(path);
  return true;
}
