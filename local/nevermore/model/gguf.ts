import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { NotAModelError } from './errors';

/** The first four bytes of every GGUF file. */
const MAGIC = 'GGUF';

/** @throws NotAModelError when the file is not there or begins otherwise */
export function requireGguf(file: string): void {
  const first = Buffer.alloc(MAGIC.length);
  try {
    const handle = openSync(file, 'r');
    readSync(handle, first, 0, first.length, 0);
    closeSync(handle);
  } catch (cause) {
    throw new NotAModelError(file, `it cannot be read (${(cause as NodeJS.ErrnoException).code})`, { cause });
  }
  if (first.toString('latin1') !== MAGIC) throw new NotAModelError(file, 'it does not begin as one');
}

/** What a file's model is called on the screen: the file's name without its ending. */
export const modelNameOf = (file: string): string => basename(file).replace(/\.gguf$/i, '');
