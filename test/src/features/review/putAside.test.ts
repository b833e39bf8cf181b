import { PutAside } from '../../../../src/features/review/putAside';

function storage(stored: Record<string, string> = {}) {
  return {
    stored,
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value;
    },
    removeItem: (key: string) => void delete stored[key],
  };
}

test('what was put aside stays aside on this device, for this document only, until it is shown again', () => {
  const device = storage();
  new PutAside(device, 'one').add('tone|lessons|human error');
  expect(new PutAside(device, 'one').has('tone|lessons|human error')).toBe(true);
  expect(new PutAside(device, 'other').has('tone|lessons|human error')).toBe(false);
  new PutAside(device, 'one').clear();
  expect(new PutAside(device, 'one').has('tone|lessons|human error')).toBe(false);
  expect(device.stored).toEqual({});
});

test('what nobody can read counts as nothing put aside', () => {
  for (const broken of ['{', 'null', '{"a":1}', '[1]']) {
    expect(new PutAside(storage({ 'nevermore.review.one': broken }), 'one').has('1')).toBe(false);
  }
});
