import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  DeleteVectorsCommand,
  GetVectorsCommand,
  PutVectorsCommand,
  paginateListVectors,
  S3VectorsClient,
} from '@aws-sdk/client-s3vectors';
import { bundled } from '../cloud/bundled';
import { PASSAGES } from './archiveIndex';

jest.setTimeout(60_000);

const folder = join(mkdtempSync(join(tmpdir(), 'nevermore-vectors-killed-')), 's3vectors');
const file = join(folder, 'archive+passages.jsonl');
let child: ChildProcess;
let client: S3VectorsClient;

async function start(): Promise<void> {
  child = spawn(process.execPath, [await bundled('vectors'), folder], {
    cwd: join(__dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [printed] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  client = new S3VectorsClient({
    endpoint: String(printed).trim(),
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'secret' },
  });
}

async function kill(): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  client.destroy();
}

beforeEach(start);
afterEach(kill);
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

/** All vectors that are there: the first of their values, by key. */
async function stored(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for await (const { vectors = [] } of paginateListVectors({ client }, { ...PASSAGES, returnData: true }))
    for (const { key = '', data } of vectors) found.set(key, data?.float32?.[0] ?? Number.NaN);
  return found;
}

const put = (keys: readonly string[], value: number) =>
  client.send(
    new PutVectorsCommand({
      ...PASSAGES,
      vectors: keys.map((key) => ({ key, data: { float32: [value, 1, 0, 0] } })),
    }),
  );
const remove = (keys: readonly string[]) =>
  client.send(new DeleteVectorsCommand({ ...PASSAGES, keys: [...keys] }));

/** One who writes the same forty vectors again and again; what they should be, as far as it was told. */
class Writer {
  /** The value of all of them; 0 for deleted ones. */
  answered = 0;
  asked = 0;
  private readonly keys: string[];

  constructor(name: string) {
    this.keys = Array.from({ length: 40 }, (_, at) => `${name}-${at}`);
  }

  async write(): Promise<void> {
    for (let value = this.asked + 1; ; value += 1) {
      this.asked = value % 7 === 0 ? 0 : value;
      try {
        await (this.asked === 0 ? remove(this.keys) : put(this.keys, this.asked));
      } catch {
        return;
      }
      this.answered = this.asked;
    }
  }

  /** What is there must be what was answered, or what was asked for last; and of each request all or nothing. */
  check(all: ReadonlyMap<string, number>): void {
    const values = new Set(this.keys.map((key) => all.get(key) ?? 0));
    expect(values.size).toBe(1);
    const [value = Number.NaN] = values;
    expect([this.answered, this.asked]).toContain(value);
    this.answered = value;
    this.asked = value;
  }
}

test('a kill -9 amid puts and deletes loses nothing that was answered, and leaves no half of a request', async () => {
  const writers = ['a', 'b', 'c'].map((name) => new Writer(name));
  for (let round = 0; round < 4; round += 1) {
    const writing = writers.map((writer) => writer.write());
    await wait(400 + 150 * round);
    await kill();
    await Promise.all(writing);
    await start();
    const all = await stored();
    for (const writer of writers) writer.check(all);
  }
  // Far more was written than that: the file was written anew several times.
  expect(writers.some(({ answered }) => answered > 0)).toBe(true);
  expect(statSync(file).size).toBeLessThan(400_000);
});

test('a put that the full disk cuts at any byte is refused whole, and nothing before or after it is lost', async () => {
  const limit = (bytes: number | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:`]);
  await put(['before'], 5);
  const saved = new Map([['before', 5]]);
  const names: string[] = [];
  for (let cut = 0; cut < 260; cut += 9) {
    limit(statSync(file).size + cut);
    const refused = await put([`torn-${cut}-x`, `torn-${cut}-y`], 1).then(
      () => 'saved',
      ({ name }: Error) => name,
    );
    names.push(refused);
    if (refused === 'saved') for (const end of ['x', 'y']) saved.set(`torn-${cut}-${end}`, 1);
    limit('unlimited');
    await put([`later-${cut}`], 2);
    saved.set(`later-${cut}`, 2);
  }
  // The cut went through the whole line, and at the end all of it was let through.
  expect(new Set(names)).toEqual(new Set(['ServiceUnavailableException', 'saved']));
  expect(names[0]).toBe('ServiceUnavailableException');
  expect(names.at(-1)).toBe('saved');
  const { vectors } = await client.send(new GetVectorsCommand({ ...PASSAGES, keys: ['torn-0-x'] }));
  expect(vectors).toEqual([]);
  await kill();
  await start();
  const found = await stored();
  expect(new Map([...found].filter(([key]) => /^(?:before|torn|later)/.test(key)))).toEqual(saved);
});
