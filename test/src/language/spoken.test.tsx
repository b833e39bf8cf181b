import { stretchesOf } from '../../../domain/trends/period';
import { shortStretchWords, stretchWords } from '../../../src/features/trends/stretchWords';
import { dates, fixed, listed } from '../../../src/language/formats';
import { localeOf, preferredLanguage } from '../../../src/language/languages';
import { numberWords, say, sayCount, translated } from '../../../src/language/say';
import { saying } from '../../../src/language/saying';
import { beginSpeaking, chooseLanguage, onLanguage, spokenLanguage } from '../../../src/language/spoken';
import { rendered } from '../rendered';

const kept = new Map<string, string>();
const page = { documentElement: { lang: 'en' } };
beforeAll(() => {
  Object.assign(globalThis, {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
    document: page,
  });
});
afterEach(async () => {
  await chooseLanguage('en');
  kept.clear();
});
afterAll(() => {
  Object.assign(globalThis, { localStorage: undefined, document: undefined });
});

// The first to ask: later on the words are here.
it('speaks what was chosen last, however long the words of another language are on their way', async () => {
  const italian = chooseLanguage('it');
  await chooseLanguage('en');
  await italian;
  expect(spokenLanguage()).toBe('en');
});

it.each([
  [['it-IT', 'it', 'en-US', 'en'], 'it'],
  [['en-GB', 'it'], 'en'],
  [['de', 'it'], 'it'],
  [['de', 'fr'], 'en'],
  [[], 'en'],
] as const)('speaks what a reader of %j likes best', (tags, language) => {
  expect(preferredLanguage(tags)).toBe(language);
});

it('writes dates and numbers as the reader’s own country does where it speaks the language', () => {
  expect(localeOf('en', ['it-IT', 'en-GB'])).toBe('en-GB');
  expect(localeOf('it', ['it-CH'])).toBe('it-CH');
  expect(localeOf('it', ['en-US'])).toBe('it');
});

it('speaks Italian once it is chosen, remembers it, and tells whoever draws', async () => {
  const told = jest.fn();
  const stop = onLanguage(told);
  await chooseLanguage('it');
  expect([spokenLanguage(), page.documentElement.lang, kept.get('nevermore.language')]).toEqual([
    'it',
    'it',
    'it',
  ]);
  expect(told).toHaveBeenCalledTimes(1);
  stop();
  expect(say('Show more')).toBe('Mostra altri');
  expect(say('New issue in {tracker}', { tracker: 'Jira' })).toBe('Nuovo ticket in Jira');
  const finding = (count: number) => sayCount(count, '{n} finding', '{n} findings');
  expect([0, 1, 2, 1_000].map(finding)).toEqual(['0 rilievi', '1 rilievo', '2 rilievi', '1000 rilievi']);
  expect((await rendered(saying('by {name}', { name: <bdi>Ana</bdi> }))).html).toBe('da <bdi>Ana</bdi>');
  expect(say('Open|task')).toBe('Da fare');
  expect(translated('Root cause')).toBe('Causa radice');
  // What a server refused with is nobody's phrase.
  expect(translated('Not yours.')).toBe('Not yours.');
  expect(numberWords(12_345)).toBe('12.345');
  expect(fixed(1.25, 1)).toBe('1,3');
  expect(listed(['a', 'b', 'c'])).toBe('a, b e c');
  expect(dates({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date('2026-03-04'))).toBe('4 marzo 2026');

  await chooseLanguage('en');
  expect([say('Show more'), say('Open|task'), finding(1), page.documentElement.lang]).toEqual([
    'Show more',
    'Open',
    '1 finding',
    'en',
  ]);
});

it('begins with what this device remembers', async () => {
  kept.set('nevermore.language', 'it');
  await beginSpeaking();
  expect(spokenLanguage()).toBe('it');
});

it('calls the columns of a picture by their months', async () => {
  const first = (oldest: string) => {
    const [stretch] = stretchesOf('all', oldest, '2026-06-15');
    if (!stretch) throw new Error('There is no column.');
    return stretch;
  };
  const all = ['2026-05-01', '2023-05-01', '2010-01-01', '1000-01-01'].map(first);
  expect(all.map(stretchWords)).toEqual(['May 2026', 'April to June 2023', '2010', 'Until 2003']);
  expect(all.map(shortStretchWords)).toEqual(['May', 'Q2', '2010', '≤ 2003']);
  await chooseLanguage('it');
  expect(all.map(stretchWords)).toEqual(['maggio 2026', 'da aprile a giugno 2023', '2010', 'Fino al 2003']);
  expect(all.map(shortStretchWords)).toEqual(['mag', 'T2', '2010', '≤ 2003']);
});
