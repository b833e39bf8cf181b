import { foundWords } from '../../../../src/features/library/search/foundWords';
import { whyAlike } from '../../../../src/features/similar/whyAlike';

it('says how many were found, and that there are more where not all of the index was read', () => {
  const answered = { count: 12_345, isWhole: true, next: 'more' };
  expect(foundWords(null, 3, false)).toBe('Searching all texts…');
  expect(foundWords({ ...answered, count: 0, next: null }, 0, false)).toBe('Nothing found');
  expect(foundWords(answered, 20, false)).toBe('20 of 12,345, best match first');
  expect(foundWords({ ...answered, count: 2, next: null }, 2, true)).toBe('2 found, latest incident first');
  expect(foundWords({ ...answered, isWhole: false }, 20, false)).toBe(
    '20 of more than 12,345, best match first',
  );
});

it('says why two incidents are alike, and only what holds', () => {
  const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');
  expect(plain(whyAlike({ words: ['HikariPool', '7f9c'], sameService: true, sameTags: ['queue'] }))).toBe(
    'Same service. Both tagged #queue. Both say HikariPool, 7f9c.',
  );
  expect(plain(whyAlike({ words: ['dns'], sameService: false, sameTags: [] }))).toBe('Both say dns.');
});
