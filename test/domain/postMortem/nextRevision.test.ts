import { isLater, nextRevision } from '../../../domain/postMortem/nextRevision';

const LAST = 2 ** 31 - 1;

it.each([
  [2, 1, true],
  [1, 1, false],
  [1, 2, false],
  [LAST, 5, true],
  [1, LAST, true],
  [7, LAST - 3, true],
  [LAST - 3, LAST, false],
])('revision %i is later than %i: %s', (revision, than, later) => {
  expect(isLater(revision, than)).toBe(later);
});

it.each([0, 1, LAST - 1, LAST])('the revision after %i is later than it', (revision) => {
  expect(isLater(nextRevision(revision), revision)).toBe(true);
});
