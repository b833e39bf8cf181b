import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const DESCRIPTION = z.object({
  key: z.string(),
  /** Name of the file with the content. */
  content: z.string().regex(/^[\w-]+\.content$/),
  size: z.int().nonnegative(),
  etag: z.string(),
  modified: z.string(),
  /** Headers that come back as they were sent. */
  headers: z.record(z.string(), z.string()),
});

/** All that is known of an object but its content. */
export type StoredObject = z.infer<typeof DESCRIPTION>;

const etagOf = (content: Buffer): string => `"${createHash('md5').update(content).digest('hex')}"`;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The objects of one bucket, in a folder: a file for the content, and one beside it that describes it and
 * alone makes it an object. Keys are no file names: they may hold anything, and `../`.
 */
export class Objects {
  private readonly known = new Map<string, StoredObject>();

  /** @param onDamaged told of each description that cannot be read; it is kept, under another name */
  constructor(
    private readonly folder: string,
    onDamaged: (file: string) => void,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (name.endsWith('.new')) rmSync(file, { recursive: true, force: true });
      if (!name.endsWith('.json')) continue;
      const found = read(file);
      if (found) this.known.set(found.key, found);
      else {
        renameSync(file, `${file}.damaged`);
        onDamaged(`${file}.damaged`);
      }
    }
    this.removeLeftovers();
  }

  get(key: string): StoredObject | undefined {
    return this.known.get(key);
  }

  /** Whether it is there with this very content. */
  isContent(key: string, content: Buffer): boolean {
    return this.known.get(key)?.etag === etagOf(content);
  }

  /** In the order of UTF-8 bytes, as S3 lists them. */
  all(): StoredObject[] {
    return [...this.known.values()].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  }

  /** At once: what replaces the object meanwhile would remove the file. */
  content(object: StoredObject): Buffer {
    return readFileSync(join(this.folder, object.content));
  }

  /** Replaces an object; once it returns, it is on disk, and until then the old one is. */
  put(key: string, content: Buffer, headers: Record<string, string>): StoredObject {
    const before = this.known.get(key);
    const object: StoredObject = {
      key,
      content: `${randomUUID()}.content`,
      size: content.length,
      etag: etagOf(content),
      modified: new Date().toISOString(),
      headers,
    };
    const files = [
      { name: object.content, content },
      { name: this.descriptionOf(key), content: JSON.stringify(object) },
    ];
    try {
      for (const file of files) this.stage(file.name, file.content);
    } catch (error) {
      for (const { name } of files) rmSync(this.staged(name), { recursive: true, force: true });
      throw error;
    }
    // The content first: a description is never there without it.
    for (const { name } of files) {
      renameSync(this.staged(name), join(this.folder, name));
      this.settle();
    }
    this.known.set(key, object);
    if (before) rmSync(join(this.folder, before.content), { force: true });
    return object;
  }

  delete(key: string): void {
    const before = this.known.get(key);
    if (!before) return;
    rmSync(join(this.folder, this.descriptionOf(key)), { force: true });
    this.settle();
    this.known.delete(key);
    rmSync(join(this.folder, before.content), { force: true });
  }

  private descriptionOf(key: string): string {
    return `${sha256(key)}.json`;
  }

  private staged(name: string): string {
    return join(this.folder, `${name}.new`);
  }

  private stage(name: string, content: Buffer | string): void {
    writeFileSync(this.staged(name), content, { mode: 0o600, flush: true });
  }

  /** Names are on disk once their folder is; Windows has no such call. */
  private settle(): void {
    if (process.platform === 'win32') return;
    const folder = openSync(this.folder, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }

  /** Contents that a crash left without a description, unless a damaged one may speak of them. */
  private removeLeftovers(): void {
    const names = readdirSync(this.folder);
    if (names.some((name) => name.endsWith('.damaged'))) return;
    const kept = new Set([...this.known.values()].map(({ content }) => content));
    for (const name of names)
      if (name.endsWith('.content') && !kept.has(name)) rmSync(join(this.folder, name), { force: true });
  }
}

function read(file: string): StoredObject | undefined {
  try {
    return DESCRIPTION.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
