import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describeDamage, type StoreDamage } from '../../../local/dynamodb';
import { newStateDir, type RunningDatabase, runDatabase, TableName } from './database';
import { readAll } from './writeStorm';

const ITEMS = 40;
const item = (index: number) => ({
  id: { S: `post-mortem-${String(index).padStart(2, '0')}` },
  owner: { S: 'owner' },
  updatedAt: { S: String(index).padStart(4, '0') },
  severity: { N: '1' },
  title: { S: `The night of ${index}: ${'quoth the raven '.repeat(20)}` },
});

let pristine: string;
let stateDir: string;

beforeAll(async () => {
  pristine = await newStateDir();
  const database = await runDatabase({ stateDir: pristine });
  for (let index = 0; index < ITEMS; index += 1) {
    await database.client.send(new PutItemCommand({ TableName, Item: item(index) }));
  }
  await database.close();
});

beforeEach(async () => {
  stateDir = await newStateDir();
  cpSync(pristine, stateDir, { recursive: true });
});

afterEach(() => rmSync(stateDir, { recursive: true, force: true }));
afterAll(() => rmSync(pristine, { recursive: true, force: true }));

const folder = () => join(stateDir, 'dynamodb');
const newest = (ending: string) => {
  const names = readdirSync(folder()).filter((name) => name.endsWith(ending));
  return join(folder(), names.sort().at(-1) ?? '');
};

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
  writeFileSync(file, bytes);
}

async function reopened<T>(
  look: (database: RunningDatabase) => Promise<T>,
): Promise<[T, StoreDamage | undefined]> {
  const database = await runDatabase({ stateDir });
  try {
    return [await look(database), database.damage];
  } finally {
    await database.close();
  }
}

it('whole tables are opened without a word and without a copy', async () => {
  const [items, damage] = await reopened(({ client }) => readAll(client));
  expect(items.size).toBe(ITEMS);
  expect(damage).toBeUndefined();
  expect(readdirSync(stateDir)).toEqual(['dynamodb']);
});

it('a log cut off at its end is no damage: that change was never acknowledged', async () => {
  const log = newest('.log');
  writeFileSync(log, readFileSync(log).subarray(0, -5));
  const [items, damage] = await reopened(({ client }) => readAll(client));
  expect(damage).toBeUndefined();
  expect(items.size).toBeGreaterThanOrEqual(ITEMS - 1);
});

it.each([0.1, 0.25, 0.4, 0.55, 0.7, 0.85])(
  'a flipped byte at %f of the log costs one change, which is named, and a copy of what was found is kept',
  async (where) => {
    const log = newest('.log');
    const before = readFileSync(log);
    flip(log, Math.floor(before.length * where));
    const damagedBytes = readFileSync(log);
    const [items, damage] = await reopened(({ client }) => readAll(client));
    expect(items.size).toBeGreaterThanOrEqual(ITEMS - 1);
    expect(damage).toMatchObject({ lostChanges: 1, lostBlocks: 0 });
    expect(readFileSync(join(damage?.copy ?? '', log.slice(folder().length))).equals(damagedBytes)).toBe(
      true,
    );
    expect(describeDamage(damage as StoreDamage)).toContain(
      `1 of the last ${(damage?.keptChanges ?? 0) + 1} saved changes`,
    );
    const [, again] = await reopened(async () => undefined);
    expect(again).toBeUndefined();
  },
);

it('a flipped byte in every header of the log costs at most that change', async () => {
  const log = newest('.log');
  const whole = readFileSync(log);
  for (let at = 0; at < Math.min(whole.length, 9); at += 1) {
    rmSync(folder(), { recursive: true });
    cpSync(join(pristine, 'dynamodb'), folder(), { recursive: true });
    flip(log, at);
    const [items, damage] = await reopened(({ client }) => readAll(client));
    expect([at, damage?.lostChanges]).toEqual([at, 1]);
    expect(items.size).toBeGreaterThanOrEqual(ITEMS - 1);
  }
});

it('a flipped byte in older data is noticed, and everything outside its block is kept', async () => {
  // Opening moves the log into a table file.
  await reopened(async () => undefined);
  const table = newest('.ldb');
  flip(table, 40);
  const [items, damage] = await reopened(({ client }) => readAll(client));
  expect(damage).toMatchObject({ lostChanges: 0 });
  expect(damage?.lostBlocks).toBeGreaterThan(0);
  expect(describeDamage(damage as StoreDamage)).toContain('of older data cannot be read');
  expect(items.size).toBeLessThanOrEqual(ITEMS);
});

it.each([
  ['the list is empty', 'MANIFEST', ''],
  ['the list is nonsense', 'MANIFEST', 'quoth the raven'],
  ['the pointer to it is nonsense', 'CURRENT', 'nonsense'],
  ['the pointer to it is empty', 'CURRENT', ''],
])(
  'a damaged manifest (%s) is rebuilt from the files, with every item, and told',
  async (_what, name, text) => {
    const file = readdirSync(folder()).find((each) => each.startsWith(name)) ?? name;
    writeFileSync(join(folder(), file), text);
    const [items, damage] = await reopened(({ client }) => readAll(client));
    expect(items.size).toBe(ITEMS);
    expect(describeDamage(damage as StoreDamage)).toContain('their list of files was rebuilt');
  },
);
