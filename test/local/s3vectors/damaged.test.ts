import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteVectorsCommand, ListVectorsCommand, PutVectorsCommand } from '@aws-sdk/client-s3vectors';
import { PASSAGES } from './archiveIndex';
import { type VectorsUnderTest, vectorsUnderTest } from './vectorsUnderTest';

let under: VectorsUnderTest;
let file: string;
beforeEach(async () => {
  under = await vectorsUnderTest();
  file = join(under.folder, 'archive+passages.jsonl');
});
afterEach(() => under.dispose());

const put = (key: string) =>
  under.client.send(
    new PutVectorsCommand({
      ...PASSAGES,
      vectors: [{ key, data: { float32: [1, 2, 3, 4] }, metadata: { service: key } }],
    }),
  );
const all = async () => {
  const { vectors = [] } = await under.client.send(
    new ListVectorsCommand({ ...PASSAGES, returnData: true, returnMetadata: true }),
  );
  return vectors.map(({ key, data, metadata }) => ({ key, float32: data?.float32, metadata }));
};
const whole = (key: string) => ({ key, float32: [1, 2, 3, 4], metadata: { service: key } });

test('a line that was cut off by a kill was never answered, and goes without a word', async () => {
  await put('a');
  await under.close();
  const kept = readFileSync(file, 'utf8');
  writeFileSync(file, `${kept}${kept.split('\n')[1]?.slice(0, 60)}`);
  await under.again();
  expect(under.damage).toEqual([]);
  expect(await all()).toEqual([whole('a')]);
  await put('b');
  await under.again();
  expect(await all()).toEqual([whole('a'), whole('b')]);
});

test('whichever byte of a saved line flips, it costs that line at most, and is never taken for a vector', async () => {
  for (const key of ['a', 'b', 'c']) await put(key);
  await under.close();
  const kept = readFileSync(file);
  const second = kept.indexOf(10, kept.indexOf(10) + 1) + 1;
  const third = kept.indexOf(10, second);
  const silent: number[] = [];
  for (let at = second; at <= third; at += 1) {
    for (const bit of [1, 0x20]) {
      const flipped = Buffer.from(kept);
      flipped.writeUInt8(flipped.readUInt8(at) ^ bit, at);
      writeFileSync(file, flipped);
      await under.again();
      const found = await all();
      // The line break between two lines is a part of both.
      const isBreak = at === third;
      for (const key of isBreak ? ['a'] : ['a', 'c']) expect(found).toContainEqual(whole(key));
      for (const one of found) expect(one).toEqual(whole(one.key as string));
      if (found.length < 3 && under.damage.length === 0) silent.push(at);
      await under.close();
    }
  }
  expect(silent).toEqual([]);
  await under.again();
});

test('what was damaged is told once, with the file as it was found, and goes on without it', async () => {
  await put('a');
  await put('b');
  await under.close();
  const damaged = readFileSync(file, 'utf8').replace('"keys":["a"]', '"keys":["x"]');
  writeFileSync(file, damaged);
  await under.again();
  expect(under.damage).toEqual([
    `1 saved change of the vector index passages cannot be read. The 1 vectors that can are there; the file as it was found is kept as ${file}.damaged.`,
  ]);
  expect(under.damagedIndexes).toEqual(['archive/passages']);
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(damaged);
  expect(await all()).toEqual([whole('b')]);
  await put('a');
  await under.again();
  expect([under.damage, under.damagedIndexes]).toEqual([[], []]);
  expect(await all()).toEqual([whole('a'), whole('b')]);
});

test('an index whose first line is gone begins empty, and is named among those to be filled again', async () => {
  await put('a');
  await under.close();
  writeFileSync(file, `no index${readFileSync(file, 'utf8')}`);
  await under.again();
  expect(under.damage).toHaveLength(1);
  expect([under.damagedIndexes, under.beganEmpty]).toEqual([['archive/passages'], ['archive/passages']]);
  expect(await all()).toEqual([]);
});

test('a file does not grow for ever: what was put over and deleted is left out once it is more than the rest', async () => {
  const many = (value: number) =>
    under.client.send(
      new PutVectorsCommand({
        ...PASSAGES,
        vectors: Array.from({ length: 500 }, (_, at) => ({
          key: `k${at}`,
          data: { float32: [value, 1, 0, 0] },
          metadata: { value },
        })),
      }),
    );
  const sizes: number[] = [];
  for (let value = 1; value <= 12; value += 1) {
    await many(value);
    sizes.push(statSync(file).size);
  }
  const [once = 0] = sizes;
  expect(Math.max(...sizes)).toBeLessThan(5 * once);
  expect(sizes.filter((size, at) => size < (sizes[at - 1] ?? 0)).length).toBeGreaterThan(1);
  const keys = Array.from({ length: 499 }, (_, at) => `k${at}`);
  await under.client.send(new DeleteVectorsCommand({ ...PASSAGES, keys }));
  await put('last');
  await under.again();
  expect(under.damage).toEqual([]);
  expect(await all()).toEqual([
    { key: 'k499', float32: [12, 1, 0, 0], metadata: { value: 12 } },
    whole('last'),
  ]);
  expect(under.errors).toEqual([]);
});

test('what a crash left while a file was written anew is no second file', async () => {
  await put('a');
  await under.close();
  writeFileSync(`${file}.new`, 'half of it');
  await under.again();
  expect(await all()).toEqual([whole('a')]);
  expect(existsSync(`${file}.new`)).toBe(false);
});
