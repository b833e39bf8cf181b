import { ReadingStoppedError, readInSlices } from '../../../../src/features/timeline/readInSlices';

/** A clock on which each look costs so many milliseconds, and a page that counts how often it may draw. */
function page(cost: number) {
  let now = 0;
  const drawn = { times: 0 };
  return {
    drawn,
    tools: {
      now: () => {
        now += cost;
        return now;
      },
      pause: async () => {
        drawn.times++;
      },
    },
  };
}
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `14:02 event ${index}`).join('\n');
const never = new AbortController().signal;

it('a long paste is read in slices, between which the page can draw, and says how far it is', async () => {
  const { tools, drawn } = page(15);
  const seen: number[] = [];
  const readings = await readInSlices([lines(20_000)], {}, tools, (done) => seen.push(done), never);
  expect(readings).toHaveLength(20_000);
  expect(drawn.times).toBeGreaterThan(50);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen[0]).toBeLessThan(0.1);
  expect(seen.at(-1)).toBeGreaterThan(0.9);
});

it('a short one is read at once', async () => {
  const { tools, drawn } = page(0);
  await readInSlices([lines(30)], {}, tools, () => {}, never);
  expect(drawn.times).toBe(0);
});

it('reading can be stopped in the middle, and says that nothing was added', async () => {
  const stopping = new AbortController();
  const { tools } = page(15);
  const stopped = readInSlices(
    [lines(20_000)],
    {},
    tools,
    (done) => done > 0.3 && stopping.abort(),
    stopping.signal,
  );
  await expect(stopped).rejects.toThrow(ReadingStoppedError);
  await expect(stopped).rejects.toThrow('Nothing was added');
});

it('several files are one timeline: their lines are counted on, and what joins joins its own line', async () => {
  const { tools } = page(0);
  const texts = ['14:02 a\nmore', JSON.stringify([{ ts: '1772632920', text: 'b' }]), '14:05 c\nmore of c'];
  const readings = await readInSlices(texts, {}, tools, () => {}, never);
  expect(
    readings.map((reading) => [reading.line, 'joins' in reading ? reading.joins : reading.text]),
  ).toEqual([
    [1, 'a\nmore'],
    [2, 1],
    [3, 'b'],
    [4, 'c\nmore of c'],
    [5, 4],
  ]);
});
