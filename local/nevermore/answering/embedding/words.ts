/** A word as it is compared: small letters without marks, and without its ending. */
export interface Word {
  readonly whole: string;
  readonly stem: string;
}

/** Longer ones are cut: no word that means something is, and a line of noise may have any length. */
const LONGEST_WORD = 64;

/** Letters and digits, with what joins them in codes, versions, names of hosts and files. */
const WORDS = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

const MARKS = /\p{M}+/gu;

/** Every word of a text, in order; names such as `orderService` count as their parts. */
export function wordsOf(text: string): Word[] {
  const apart = text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
  return (apart.match(WORDS) ?? []).map((word) => {
    const whole = word.replace(/['’].*$/, '').slice(0, LONGEST_WORD);
    return { whole, stem: stemOf(whole) };
  });
}

/** Endings that go, the longest first, with what takes their place. */
const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ['izations', 'ize'],
  ['isations', 'ize'],
  ['ization', 'ize'],
  ['isation', 'ize'],
  ['ations', 'ate'],
  ['ation', 'ate'],
  ['ments', ''],
  ['ment', ''],
  ['ness', ''],
  ['ities', ''],
  ['ity', ''],
  ['ings', ''],
  ['ing', ''],
  ['ied', 'y'],
  ['ies', 'y'],
  ['ised', 'ize'],
  ['ises', 'ize'],
  ['ise', 'ize'],
  ['ers', ''],
  ['er', ''],
  ['ed', ''],
  ['es', ''],
  ['ly', ''],
  ['s', ''],
  ['e', ''],
];

/** What must be left of a word for an ending to go. */
const SHORTEST_STEM = 3;

/** A word without its ending: not a linguist's stem, only the same one for forms of one word. */
export function stemOf(word: string): string {
  if (!/^[a-z]+$/.test(word) || word.endsWith('ss')) return word;
  const found = ENDINGS.find(
    ([ending]) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM,
  );
  if (!found) return word;
  const [ending, instead] = found;
  const stem = word.slice(0, -ending.length) + instead;
  // `stopped` and `stop`, `failing` and `fail`, `release` and `releasing`.
  return stem.replace(/([bdfgklmnprt])\1$/, '$1').replace(/e$/, '');
}

/** Words that say nothing of what a text is about. */
const EMPTY = new Set(
  (
    'a an and are as at be been being but by can could did do does doing for from had has have having he her his how i if in ' +
    'into is it its just me my no nor not of off on once only or our out over own she should so some such than that the their ' +
    'them then there these they this those to too under up us very was we were what when where which while who whom why will ' +
    'with would you your about after again all also am any because before both during each few further here more most other ' +
    'same until get got let may might must shall upon per via within without among between ever yet still'
  ).split(' '),
);

/** Words that nearly every post-mortem has. */
const USUAL = new Set(
  'incident issue problem service system team time minute hour day happen cause affect see find use make work start begin utc we one two first new'
    .split(' ')
    .map(stemOf),
);

/** How much a word tells of what a text is about, as its rarity would, without having counted any. */
export function weightOf({ whole, stem }: Word): number {
  if (EMPTY.has(whole)) return 0.05;
  if (USUAL.has(stem)) return 0.4;
  if (/^\d{1,2}$/.test(whole)) return 0.25;
  if (/\d/.test(whole)) return 0.9;
  return whole.length <= 3 ? 0.8 : 1;
}
