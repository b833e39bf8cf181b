import type { AuthoredContent } from '../postMortem/fields';
import type { Stored } from '../postMortem/stored';
import { readPostMortem } from '../postMortem/stored';
import { folded } from '../text';
import { END } from './ends';
import { NAMING_FIELDS, passagesOf } from './passages';
import { wordsOf } from './words';

/**
 * How a word stands in a document: it names it (title, service, tag), is somewhere in its texts, or stands inside
 * a word of its title, as `base` does in `database`.
 */
export const KINDS = { naming: 'n', text: 't', inside: 'i', fact: 'f' } as const;
export type Kind = (typeof KINDS)[keyof typeof KINDS];

/** A word and how it stands in a document. A fact is a filter: `=status=DRAFT`. */
export interface Entry {
  word: string;
  kind: Kind;
}

/** Words of one document that are indexed at most: the first 3,000, which is a text of some 60 KB. */
const MOST_WORDS = 3_000;
/** What a title can be found by from within its words must have so many letters. */
const SHORTEST_INSIDE = 3;
/** The key of an entry has a kilobyte. */
const LONGEST_FACT = 200;
/** No id of a person or of a user pool is longer; a key of the index has room for it. */
const LONGEST_SCOPE = 300;

/** What is filtered by, as a word that no text has. */
export const factWord = (field: 'severity' | 'status' | 'service' | 'tag', value: string): string =>
  `=${field}=${folded(value.trim()).replaceAll(END, '♯')}`.slice(0, LONGEST_FACT);

/**
 * Under which every document of a scope stands by the minute of its last change. A save moves it alone: were that
 * minute in the references of the words, it would rewrite every word.
 */
export const CHANGED: Entry = { word: '=changed', kind: KINDS.fact };

/** Whom a stored record lets read it, each as a part of the index that only they look into. */
export function scopesOf(stored: Stored): string[] {
  const texts = (value: unknown): string[] =>
    (Array.isArray(value) ? value : []).filter((each): each is string => typeof each === 'string');
  const people = ['editors', 'commenters', 'readers'].flatMap((list) => texts(stored[list]));
  const scopes = [
    ...texts([stored.owner]).map(ownedBy),
    ...people.map(sharedWithPerson),
    // Colleagues may read what they are to review; they find it once it is published.
    ...(stored.status === 'PUBLISHED' ? texts(stored.audience).map(publishedFor) : []),
  ];
  return [...new Set(scopes)].filter((scope) => scope.length <= LONGEST_SCOPE);
}

/** What somebody owns. */
export const ownedBy = (person: string): string => `owner#${person}`;
/** What is shared with somebody. */
export const sharedWithPerson = (person: string): string => `person#${person}`;
/** What everybody of a user pool reads. */
export const publishedFor = (issuer: string): string => `published#${issuer}`;

/** What a document can be filtered by, as words of the index. */
export function factsOf({ severity, status, service, tags }: Facts): string[] {
  const facts = [
    ['severity', severity],
    ['status', status],
    ['service', service],
    ...tags.map((tag) => ['tag', tag] as const),
  ] as const;
  return facts.filter(([, value]) => value.trim() !== '').map(([field, value]) => factWord(field, value));
}
type Facts = Pick<AuthoredContent, 'severity' | 'status' | 'service' | 'tags'>;

/** What a stored record can be found by, each once, by its key. */
export function entriesOf(stored: Stored): Map<string, Entry> {
  const content = readPostMortem(stored);
  const entries = new Map<string, Entry>();
  const add = (word: string, kind: Kind) => entries.set(`${word} ${kind}`, { word, kind });
  for (const word of factsOf(content)) add(word, KINDS.fact);
  for (const { field, text } of passagesOf(content)) {
    const isNaming = NAMING_FIELDS.some((one) => one === field);
    for (const word of wordsOf(text)) {
      if (entries.size >= MOST_WORDS) return entries;
      add(word, isNaming ? KINDS.naming : KINDS.text);
      if (field === 'title')
        for (let from = 1; from <= word.length - SHORTEST_INSIDE; from += 1)
          add(word.slice(from), KINDS.inside);
    }
  }
  return entries;
}
