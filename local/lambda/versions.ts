import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { VersionCorruptError } from './errors';

/** The code of a published version, kept for the executions that began on it. */
export type PublishedVersion = {
  /** A number, as AWS counts them. */
  version: string;
  /** Folder of the bundled code. */
  assetDir: string;
  /** `file.export`, as it was configured then. */
  handler: string;
};

/** What is published of a function: a version whenever this changes. */
export type Publishable = { name: string; assetDir: string; handler: string };

const NOTE = z.object({ codeHash: z.string().min(1), handler: z.string().min(1) });
const NUMBER = /^[1-9]\d*$/;

/**
 * The published versions of durable functions, in a folder of the state. As in AWS, code that was published
 * stays what it was: an execution goes on with the code that it began with, while new ones get the new code.
 * Only the code is frozen; where services are and what a function may do is today's.
 */
export class PublishedVersions {
  constructor(private readonly folder: string) {}

  /**
   * Publishes a function's code under the next number, unless it is what was published last.
   * @returns its versions, oldest first; the last one is what is deployed now
   * @throws VersionCorruptError when one cannot be read
   */
  publish(fn: Publishable): PublishedVersion[] {
    const codeHash = hashOf(fn);
    const known = this.numbers(fn.name).map((number) => this.read(fn.name, number));
    const newest = known.at(-1);
    if (newest?.codeHash === codeHash) return known;
    const number = Number(newest?.version ?? 0) + 1;
    // A name that is no number until all of it is there: a crash leaves nothing that looks published.
    const unfinished = join(this.folder, fn.name, 'unfinished');
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    cpSync(fn.assetDir, join(unfinished, 'code'), { recursive: true, dereference: true });
    writeFileSync(join(unfinished, 'version.json'), JSON.stringify({ codeHash, handler: fn.handler }));
    renameSync(unfinished, this.place(fn.name, number));
    return [...known, this.read(fn.name, number)];
  }

  /**
   * Removes the versions that no open execution goes on with; each function's newest stays.
   * @param inUse by function and version
   */
  keepOnly(inUse: readonly { functionName: string; version: string }[]): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder)) {
      for (const number of this.numbers(name).slice(0, -1)) {
        if (inUse.some((one) => one.functionName === name && one.version === String(number))) continue;
        rmSync(this.place(name, number), { recursive: true });
      }
    }
  }

  private numbers(name: string): number[] {
    const home = join(this.folder, name);
    if (!existsSync(home)) return [];
    return readdirSync(home)
      .filter((entry) => NUMBER.test(entry))
      .map(Number)
      .sort((one, other) => one - other);
  }

  private read(name: string, number: number): PublishedVersion & { codeHash: string } {
    const place = this.place(name, number);
    try {
      const note = NOTE.parse(JSON.parse(readFileSync(join(place, 'version.json'), 'utf8')));
      return { version: String(number), assetDir: join(place, 'code'), ...note };
    } catch (error) {
      throw new VersionCorruptError(name, number, place, error);
    }
  }

  private place(name: string, number: number): string {
    return join(this.folder, name, String(number));
  }
}

/** Of all files below the folder, by their names and contents, and of what is called in them. */
function hashOf({ assetDir, handler }: Publishable): string {
  const hash = createHash('sha256').update(`${handler}\0`);
  const files = readdirSync(assetDir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(assetDir.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
