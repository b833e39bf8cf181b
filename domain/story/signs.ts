import { formSigns } from './forms';
import { EVIDENCE } from './phrases';
import { WORD_FAMILIES } from './wordFamilies';

/** Where a statement stands: how many are told before it, of how many, and in which section. */
export interface Place {
  index: number;
  of: number;
  /** A section's id, or `timeline`; nothing when it is not known. */
  section?: string | undefined;
}

const FAMILIES_OF = new Map<string, string[]>();
for (const [family, words] of Object.entries(WORD_FAMILIES)) {
  for (const word of words.split(' ')) FAMILIES_OF.set(word, [...(FAMILIES_OF.get(word) ?? []), family]);
}

/** Fewer statements have no beginning and no end worth a sign. */
const A_STORY = 3;
/** A statement this short is a line of notes. */
const SHORT = 5;

/**
 * What speaks for a statement's kind: phrases of the trade, its words without their endings and two in a row, times and
 * quantities as such, the families of its words and which of them meet, voice and tense, and where it stands. Each sign once.
 */
export function signsOf(text: string, place?: Place): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => word !== TIME);
  const signs = new Set(words.map((word) => `w=${word}`));
  if (telling[0]) signs.add(`first=${telling[0]}`);
  if (words.length < SHORT) signs.add('short');
  for (const sign of formSigns(text)) signs.add(sign);
  for (let at = 0; at <= words.length; at += 1) signs.add(`b=${words[at - 1] ?? '^'} ${words[at] ?? '$'}`);

  for (const { name, pattern } of EVIDENCE) if (pattern.test(text)) signs.add(`says=${name}`);

  const families = (text.toLowerCase().match(/[a-z0-9]+(?:['’-][a-z]+)*/g) ?? []).map(
    (word) => FAMILIES_OF.get(word.replace('’', "'")) ?? [],
  );
  families.forEach((these, at) => {
    for (const family of these) {
      signs.add(`f=${family}`);
      for (const next of families[at + 1] ?? []) signs.add(`f=${family}+${next}`);
    }
  });
  for (const family of families.find((these) => these.length > 0) ?? []) signs.add(`f1=${family}`);
  for (const family of families.at(-1) ?? []) signs.add(`fn=${family}`);

  if (place?.section) signs.add(`in=${place.section}`);
  if (place && place.of >= A_STORY) {
    if (place.index === 0) signs.add('opens');
    if (place.index === place.of - 1) signs.add('closes');
    signs.add(`third=${Math.floor((3 * place.index) / place.of)}`);
  }
  return [...signs];
}

const TIME = 'TIME';

/** Quantities say the same whatever they are. Longest patterns first. */
const QUANTITIES: ReadonlyArray<[RegExp, string]> = [
  [/\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2} ?[ap]m\b/g, ` ${TIME} `],
  [/~?\d[\d.,]*\s?(?:min(?:ute)?s?|h(?:ours?|rs?)?|days?|wks?|weeks?|s|sec(?:onds)?)\b/g, ' DUR '],
  [/\d[\d.,]*\s?(?:%|percent|pct)/g, ' PCT '],
  [/~?\$?\d[\d.,]*[km]?\b/g, ' NUM '],
];

function wordsOf(text: string): string[] {
  let plain = text.toLowerCase().replace(/[*`_"“”]/g, ' ');
  for (const [pattern, name] of QUANTITIES) plain = plain.replace(pattern, name);
  return (plain.match(/[a-zA-Z]+(?:['’][a-z]+)?|[?!:;]/g) ?? []).map((word) =>
    /^[A-Z]+$/.test(word) ? word : withoutEnding(word),
  );
}

const ENDINGS = ['ingly', 'edly', 'ing', 'ied', 'ies', 'ed', 'es', 'ly', 's'];

/** "restarted", "restarts" and "restarting" are one word here. */
function withoutEnding(word: string): string {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= 3);
  const stem = ending ? word.slice(0, -ending.length) : word;
  return ending || word.length > 4 ? stem.replace(/e+$/, '') : word;
}
