import type { Phrases } from '../phrases';
import { OF_ANSWERS } from './remarks/ofAnswers';
import { OF_DOCUMENTS } from './remarks/ofDocuments';
import { OF_GUARDRAILS } from './remarks/ofGuardrails';
import { OF_LEAVING } from './remarks/ofLeaving';
import { OF_REVIEWS } from './remarks/ofReviews';
import { OF_TIMES } from './remarks/ofTimes';

/** The first that fits counts, so the narrower stand before the wider. */
export const REMARKS = [
  ...OF_TIMES,
  ...OF_GUARDRAILS,
  ...OF_ANSWERS,
  ...OF_REVIEWS,
  ...OF_LEAVING,
  ...OF_DOCUMENTS,
];

const WEEKDAYS: Readonly<Record<string, string>> = {
  Monday: 'lunedì',
  Tuesday: 'martedì',
  Wednesday: 'mercoledì',
  Thursday: 'giovedì',
  Friday: 'venerdì',
  Saturday: 'sabato',
  Sunday: 'domenica',
};

interface Pattern {
  form: RegExp;
  italian: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A sentence with slots as a form that finds what stands in them. A number, `{n}`, is one word. */
const formOf = (english: string): RegExp =>
  new RegExp(
    `^${english
      .split(/\{=?(\w+)\}/)
      .map((part, place) =>
        place % 2 === 0 ? escaped(part) : `(?<${part}>${part === 'n' ? '\\S+' : '.+?'})`,
      )
      .join('')}$`,
    's',
  );

/** "2 d 4 h", "3 min": only days are called otherwise. */
const LENGTH = /^(?:[<~]?\s?\d+(?:[.,]\d+)? (?:d|h|min|s)\s?)+$/;

/** Ours are a few; what is longer is somebody else's. */
const MOST_SENTENCES = 5;

function sentencesIn(text: string): string[] {
  const sentences = text.split(/(?<=[.?!]) /);
  return sentences.length > MOST_SENTENCES ? [] : sentences;
}

/** Turns a text of ours into Italian: a word, a length of time, or sentences with values in them. */
export function translatorOf(phrases: Phrases): (text: string) => string | undefined {
  const fixed = new Map(REMARKS.filter(([english]) => !english.includes('{')));
  const patterns: Pattern[] = REMARKS.filter(([english]) => english.includes('{')).map(
    ([english, italian]) => ({ form: formOf(english), italian }),
  );
  const word = (text: string): string | undefined => {
    const known = phrases[text];
    if (typeof known === 'string') return known;
    // A label within a sentence has lost its capital.
    const label = phrases[text.charAt(0).toUpperCase() + text.slice(1)];
    return typeof label === 'string' ? label.charAt(0).toLowerCase() + label.slice(1) : WEEKDAYS[text];
  };
  const translated = (text: string): string | undefined =>
    word(text) ??
    fixed.get(text) ??
    (LENGTH.test(text) ? text.replace(/ d(?=\s|$)/g, ' g') : undefined) ??
    inSentences(text) ??
    byPattern(text) ??
    asList(text);
  const inSentences = (text: string): string | undefined => {
    const [first, ...others] = sentencesIn(text);
    for (let end = 1; first !== undefined && end <= others.length; end++) {
      const [one, rest] = [[first, ...others.slice(0, end - 1)], others.slice(end - 1)].map((part) =>
        translated(part.join(' ')),
      );
      if (one !== undefined && rest !== undefined) return `${one} ${rest}`;
    }
    return undefined;
  };
  const byPattern = (text: string): string | undefined => {
    for (const { form, italian } of patterns) {
      const match = form.exec(text);
      const filled = match && filledWith(italian, match.groups ?? {});
      if (filled) return filled;
    }
    return undefined;
  };
  /** Nothing where a word that must be ours is not: then the sentence is another one. */
  const filledWith = (italian: string, values: Readonly<Record<string, string>>): string | undefined => {
    let isOurs = true;
    const filled = italian.replace(/\{(=?)(\w+)\}/g, (_, ours: string, slot: string) => {
      const value = values[slot] ?? '';
      const known = ours ? translated(value) : value;
      isOurs &&= known !== undefined;
      return known ?? value;
    });
    return isOurs ? filled : undefined;
  };
  const asList = (text: string): string | undefined => {
    const items = text.split(/, and | and |, /);
    const known = items.length > 1 ? items.map(translated) : [];
    return known.length > 0 && known.every((item) => item !== undefined)
      ? new Intl.ListFormat('it').format(known as string[])
      : undefined;
  };
  return translated;
}
