import { PART_MISSING, untilFetched } from '../../../src/components/lazily';

const told: string[] = [];
const before = Object.getOwnPropertyDescriptor(globalThis, 'window');
beforeAll(() => {
  Object.defineProperty(globalThis, 'window', {
    configurable: true,
    value: { dispatchEvent: ({ type }: Event) => told.push(type) },
  });
});
afterAll(() => {
  if (before) Object.defineProperty(globalThis, 'window', before);
  else Reflect.deleteProperty(globalThis, 'window');
});
beforeEach(() => told.splice(0));

const fetched = (failures: Error[]) => {
  let asked = 0;
  return async () => {
    asked += 1;
    const failure = failures[asked - 1];
    if (failure) throw failure;
    return { default: asked };
  };
};
const atOnce = async () => {};

test.each([
  'Failed to fetch dynamically imported module: https://app.test/a.js',
  'error loading dynamically imported module: https://app.test/a.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/a.css',
])('a part that did not come is asked for until it does, and that is told: %s', async (message) => {
  const load = fetched([new TypeError(message), new TypeError(message)]);
  expect(await untilFetched(load, atOnce)).toEqual({ default: 3 });
  expect(told).toEqual([PART_MISSING, PART_MISSING]);
});

test('a part that is broken is not asked for again', async () => {
  const broken = new TypeError('undefined is not a function');
  await expect(untilFetched(fetched([broken]), atOnce)).rejects.toBe(broken);
  expect(told).toEqual([]);
});
