import { fused } from '../../../domain/archive/found';
import { passagesOf } from '../../../domain/archive/passage';
import { askedWords } from '../../../domain/archive/question';
import { rankByWords } from '../../../domain/archive/wordRanking';
import { emptyPostMortem } from '../../../domain/postMortem';
import fc from '../../properties';

it('puts what both rankings have before what one has, and loses nothing', () => {
  const merged = fused([
    { by: 'meaning', keys: ['a', 'b', 'c'] },
    { by: 'words', keys: ['d', 'b'] },
  ]);
  expect(merged.map(({ key }) => key)).toEqual(['b', 'a', 'd', 'c']);
  expect(merged[0]?.by).toEqual(['meaning', 'words']);
  const keys = fc.uniqueArray(fc.string());
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      const found = fused([
        { by: 'words', keys: one },
        { by: 'meaning', keys: other },
      ]);
      expect(new Set(found.map(({ key }) => key))).toEqual(new Set([...one, ...other]));
      expect(found.length).toBe(new Set([...one, ...other]).size);
    }),
  );
});

it('keeps the order of a ranking that is alone, and counts a place twice for one of twice the weight', () => {
  expect(fused([{ by: 'words', keys: ['x', 'y', 'z'] }]).map(({ key }) => key)).toEqual(['x', 'y', 'z']);
  const [first] = fused([
    { by: 'meaning', keys: ['m'] },
    { by: 'words', keys: ['w'], weight: 2 },
  ]);
  expect(first?.key).toBe('w');
});

it('looks for what a question is about: identifiers first, and not for how it is asked', () => {
  const words = askedWords('Have we ever seen ECONNRESET on db-prod-3.eu before, when the pods restarted?');
  expect(words.map(({ said }) => said)).toEqual(['db-prod-3.eu', 'ECONNRESET', 'restarted', 'seen', 'pods']);
  expect(words.filter(({ isIdentifier }) => isIdentifier).map(({ said }) => said)).toEqual([
    'db-prod-3.eu',
    'ECONNRESET',
  ]);
  expect(askedWords('')).toEqual([]);
  expect(askedWords('a '.repeat(100_000)).length).toBe(0);
  expect(askedWords(Array.from({ length: 500 }, (_, at) => `word${at}`).join(' '))).toHaveLength(16);
});

it('puts the passage with the very error code before those that say the plain words more often', () => {
  const passages = passagesOf({
    ...emptyPostMortem('Timeouts'),
    id: 'd',
    description: 'The database was slow. The database had errors. Errors of the database.',
    rootCause: 'E11000 on insert.',
  });
  const asked = askedWords('database errors E11000');
  const having = new Map(asked.map((word) => [word, 5]));
  const [first, second] = rankByWords(passages, asked, { documents: 10, having });
  expect(first?.passage.place).toBe('rootCause/0');
  expect(first?.words).toEqual(['E11000']);
  expect(second?.words).toEqual(expect.arrayContaining(['database', 'errors']));
});
