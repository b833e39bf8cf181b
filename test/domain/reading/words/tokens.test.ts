import { WordFinder } from '../../../../domain/reading/words/tokens';

type First = ConstructorParameters<typeof WordFinder>[1];

/** What words are, as rules that everybody can read. */
const RULES: ReadonlyArray<[first: First, joining: string, rule: RegExp]> = [
  ['letter or figure', "_.:/@'’-", /[\p{L}\p{N}]+(?:[_.:/@'’-][\p{L}\p{N}]+)*/gu],
  ['letter', "-'_.", /\p{L}[\p{L}\p{N}]*(?:[-'_.][\p{L}\p{N}]+)*/gu],
  ['letter, figure or mark', '._-:/@+', /[\p{L}\p{N}\p{M}]+(?:[._\-:/@+][\p{L}\p{N}\p{M}]+)*/gu],
];

const ALPHABET = [
  'a',
  'É',
  '7',
  '.',
  '-',
  "'",
  '’',
  '_',
  '@',
  ' ',
  '—',
  '½',
  '\u0301',
  '𝒳',
  '👩',
  '\ud835',
  '\udc9e',
  '\n',
];

test.each(RULES)(
  'words that begin with a %s are those that the rule finds, half a pair beside them or not',
  (first, joining, rule) => {
    const finder = new WordFinder(joining, first);
    const found = (text: string) => {
      const words: string[] = [];
      for (let at = 0; finder.find(text, at); at = finder.end)
        words.push(text.slice(finder.start, finder.end));
      return words;
    };
    let state = 11;
    const roll = () => {
      state = (state * 48_271) % 2_147_483_647;
      return ALPHABET[state % ALPHABET.length];
    };
    const texts = Array.from({ length: 2_000 }, () => Array.from({ length: 12 }, roll).join(''));
    const read = texts.map((text) => [text, found(text)]);
    expect(read).toEqual(texts.map((text) => [text, text.match(rule) ?? []]));
  },
);
