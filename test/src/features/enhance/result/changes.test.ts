import { isChange, passages, withChanges } from '../../../../../src/features/enhance/result/changes';

const mine = 'checkout was down at 14:02.\nwe rolled back';
const theirs = 'Checkout was down from 14:02 to 14:25.\nwe suspect the cache and rolled back';
const all = passages(mine, theirs);
const changes = all.filter(isChange);

describe('choosing change by change', () => {
  it('leaves the author’s text byte for byte when nothing is taken', () => {
    expect(withChanges(all, new Set())).toBe(mine);
  });

  it('comes to the draft when everything is taken', () => {
    expect(withChanges(all, new Set(changes.map(({ at }) => at)))).toBe(theirs);
  });

  it('takes one change and leaves the others', () => {
    const first = changes.find(({ added }) => added.includes('Checkout'));
    expect(withChanges(all, new Set([first?.at ?? -1]))).toBe(mine.replace('checkout', 'Checkout'));
  });

  it('offers what stands side by side as one decision', () => {
    expect(passages('it failed at noon', 'it failed since yesterday').filter(isChange)).toHaveLength(1);
  });

  it.each([
    ['', 'all new'],
    ['all gone', ''],
    ['the same', 'the same'],
    ['a  b\n\n- c', '- a b\n- c'],
  ])('holds from %j to %j', (before, after) => {
    const between = passages(before, after);
    expect(withChanges(between, new Set())).toBe(before);
    expect(withChanges(between, new Set(between.map(({ at }) => at)))).toBe(after);
  });

  it('gives every change a place of its own', () => {
    expect(new Set(changes.map(({ at }) => at)).size).toBe(changes.length);
  });
});
