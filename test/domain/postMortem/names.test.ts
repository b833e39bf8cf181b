import { countNames, distinctNames, nameKey, tagsIn } from '../../../domain/postMortem/names';
import fc from '../../properties';

it('a tag is not there twice, however it is typed', () => {
  expect(tagsIn('#database, Migration,  DATABASE , migration,,# ,')).toEqual(['database', 'Migration']);
  expect(tagsIn('ＡＰＩ、api，queue\nQueue')).toEqual(['ＡＰＩ', 'queue']);
  expect(tagsIn('Straße, İstanbul, مراقبة، مراقبة')).toEqual(['Straße', 'İstanbul', 'مراقبة']);
  expect(tagsIn(' , ,\n')).toEqual([]);
});

it('typing tags again changes nothing, and every one of them differs from the others', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const tags = tagsIn(typed);
      expect(new Set(tags.map(nameKey)).size).toBe(tags.length);
      expect(distinctNames(tags)).toEqual(tags);
    }),
  );
});

it('counts a name once for each document, in the spelling that most of them use', () => {
  const documents = [['DB', 'db'], ['DB'], ['db', 'cache'], ['Cache '], ['cache'], ['db'], [''], []];
  expect(countNames(documents)).toEqual([
    { name: 'DB', count: 4 },
    { name: 'cache', count: 3 },
  ]);
});

it('the counts do not depend on the order of the documents', () => {
  const documents = fc.array(fc.array(fc.constantFrom('db', 'DB', 'cache', 'Cache', 'queue', ' ')));
  fc.assert(
    fc.property(documents, (some) => {
      expect(countNames([...some].reverse())).toEqual(countNames(some));
    }),
  );
});
