import type { Statement } from '../../../reading/text/statements';
import { isAscii } from '../../../reading/words/stems';
import type { Fact } from '../../values/fact';

/** What a word does in a statement. Articles, auxiliaries and pronouns are left out, they do nothing here. */
type TokenKind = 'word' | 'value' | 'quantifier' | 'frequency' | 'particle' | 'negation';

export interface Token {
  kind: TokenKind;
  /** Equal for words that say the same: the stem of a word, the figures of a value. */
  key: string;
  lower: string;
  /** Of a quantifier or a frequency: from 0 for none and never to 5 for all and always. */
  level: number;
  /** Follows "was", "were", "been": the patient stands before it. */
  passive: boolean;
  start: number;
  end: number;
  clause: number;
}

const table = (levels: Record<number, string>): Map<string, number> =>
  new Map(
    Object.entries(levels).flatMap(([level, words]) =>
      words.split(' ').map((word): [string, number] => [word, Number(level)]),
    ),
  );

/** Beside the scale: what is said holds for nothing else. */
export const ONLY = 9;
const LIMITED = new Set(['limited', 'restricted', 'confined']);
const QUANTIFIERS = table({
  1: 'few minority handful',
  2: 'some several somebody someone',
  3: 'many numerous lots',
  3.5: 'half',
  4: 'most mostly majority',
  5: 'all every each everyone everybody both',
  [ONLY]: 'only solely exclusively just',
});
const FREQUENCIES = table({
  1: 'rarely seldom infrequently infrequent',
  2: 'sometimes occasionally occasional intermittently intermittent sporadically sporadic',
  3: 'often frequently frequent repeatedly regularly',
  4: 'usually normally generally typically',
  5: 'always constantly constant continuously continuous',
});
const NEGATIONS = new Set(
  'not no never none nobody nothing nowhere neither nor without cannot unable rather instead unknown unclear uncertain'.split(
    ' ',
  ),
);
/** Little words that have an opposite. */
const PARTICLES = new Set(
  'up down on off in out above below over under to by from until since into'.split(' '),
);
const NUMBERS = new Set(
  'zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion'.split(
    ' ',
  ),
);
/** Words that the reading of statements leaves out and that still tell two statements apart. */
const TELLING = new Set('same other first last next second third early earlier late later'.split(' '));
/** Verbs that carry another word and say little themselves. */
const LIGHT = new Set(
  'keep kept go went become became remain remained stay seem make made begin began start started'.split(' '),
);
const BE = new Set('was were is are be been being got get'.split(' '));

const TOKEN = /[\p{L}\p{N}]+(?:[_.:/@'’-][\p{L}\p{N}]+)*%?/gu;
/** The same for a text in ASCII, at a third of the time. */
const ASCII_TOKEN = /[A-Za-z0-9]+(?:[_.:/@'-][A-Za-z0-9]+)*%?/g;
const SEPARATOR = /[,;:()—–]|\s-\s|\.\s/;
const JOINT = new Set(
  'but while whereas which because so when if although though until before after since then'.split(' '),
);
const VERB = /(?:ed|wn|ught|pt|lt)$/;
const IRREGULAR_VERBS = new Set(
  'is are was were had has have did broke came caught fell found gave got grew held hit kept knew led left lost met put ran read reached rose saw sent set shut took told went wrote'.split(
    ' ',
  ),
);
export const isVerb = (lower: string): boolean => VERB.test(lower) || IRREGULAR_VERBS.has(lower);
/** What a text states as a value; names are words, and what only bears others out stands for itself. */
export const valuesOf = (facts: readonly Fact[]): Fact[] => {
  const values: Fact[] = [];
  for (const fact of facts) {
    if (fact.weak || NO_VALUES.has(fact.kind) || fact.start < (values.at(-1)?.end ?? 0)) continue;
    values.push(fact);
  }
  return values;
};
/** Names of things are the same in code and in prose. */
const keyOf = ({ keys: [key = ''] }: Fact): string => key.replace(/^[siv]:/, '');
const NO_VALUES = new Set(['name', 'acronym', 'quotation', 'code']);
const QUESTION = /\[TODO[^\]]*\]?/g;

/** The first value that ends behind a place; values stand in order and apart. */
function firstBehind(facts: readonly Fact[], at: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle] as Fact).end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of a statement that say something, in order, each with the clause it stands in; a value is one word. */
export function tokensOf(statement: Statement, facts: readonly Fact[]): Token[] {
  const { text, start: offset, body, words } = statement;
  const tokens: Token[] = [];
  const plain = text.includes('[TODO') ? text.replace(QUESTION, (found) => ' '.repeat(found.length)) : text;
  let word = 0;
  let last = body - offset;
  let clause = 0;
  let pending = false;
  let verbs = 0;
  let values = 0;
  let afterBe = 0;
  let fact = firstBehind(facts, offset);
  const pattern = isAscii(plain) ? ASCII_TOKEN : TOKEN;
  pattern.lastIndex = last;
  for (let found = pattern.exec(plain); found; found = pattern.exec(plain)) {
    const at = found.index;
    const [written] = found;
    const isShort = HAS_APOSTROPHE.test(written);
    const small = written.toLowerCase();
    const lower = isShort ? small.replace(/(?:n?['’][a-z]+)$/, '') : small;
    const denied = (isShort && /n['’]t$/.test(written)) || lower === 'cannot';
    while ((facts[fact]?.end ?? Number.POSITIVE_INFINITY) <= offset + at) fact += 1;
    const next = facts[fact];
    const value = next && next.start < offset + at + written.length ? next : undefined;
    const isApart = at - last !== 1 || plain[last] !== ' ';
    const between = isApart ? plain.slice(last, at) : ' ';
    last = at + written.length;
    // Of a value that is written in several words the first one stands for all.
    if (value && value.start < offset + at && tokens.at(-1)?.key === keyOf(value)) continue;
    // A clause has a verb or a value of its own; a list of things is one clause.
    if (lower === 'and') pending = verbs > 0;
    else if (JOINT.has(lower) || (isApart && SEPARATOR.test(between))) pending = verbs + values > 0;
    afterBe = BE.has(lower) ? 3 : afterBe - 1;
    while ((words[word]?.start ?? Number.POSITIVE_INFINITY) < offset + at) word += 1;
    const known = words[word];
    const content = known && known.start === offset + at ? known : undefined;
    if (isVerb(lower)) verbs += 1;
    const token = value
      ? of('value', keyOf(value))
      : denied
        ? of('negation', 'not')
        : LIMITED.has(lower) && plain.startsWith(' to ', last)
          ? of('quantifier', 'only', ONLY)
          : read(written, lower, content?.stem, plain.slice(Math.max(0, at - 2), at));
    if (token?.kind === 'value') values += 1;
    if (!token) continue;
    if (IN_PHRASES.has(lower) && isPartOfPhrase(lower, plain.slice(at - 4, at), plain.slice(last, last + 8)))
      continue;
    if (pending) {
      clause += 1;
      pending = false;
      verbs = isVerb(lower) ? 1 : 0;
      values = token.kind === 'value' ? 1 : 0;
    }
    tokens.push({
      ...token,
      lower,
      passive: afterBe >= 0 && !BE.has(lower),
      start: offset + at,
      end: offset + last,
      clause,
    });
  }
  return tokens;
}

const HAS_APOSTROPHE = /['’]/;
const IN_PHRASES = new Set(['up', 'to', 'only', 'right']);

/** "Up to five" is a bound, where "up to date" is none, "the only one" is no limit, and "right after" is after. */
const isPartOfPhrase = (lower: string, before: string, after: string): boolean =>
  (lower === 'up' && /^ to (?!date)/.test(after)) ||
  (lower === 'to' && /\bup $/.test(before)) ||
  (lower === 'only' && /the $/i.test(before)) ||
  (lower === 'right' && /^ (?:after|before|away)/.test(after));

type Read = Pick<Token, 'kind' | 'key' | 'level'>;
const of = (kind: TokenKind, key: string, level = 0): Read => ({ kind, key, level });

function read(written: string, lower: string, stem: string | undefined, before: string): Read | null {
  if (/^\d/.test(lower) || NUMBERS.has(lower)) return of('value', lower.replace(/[,%]/g, ''));
  if (NEGATIONS.has(lower)) return of('negation', 'not');
  const level = QUANTIFIERS.get(lower);
  if (level !== undefined) return of('quantifier', lower, lower === 'few' && /a $/i.test(before) ? 2 : level);
  const often = FREQUENCIES.get(lower);
  if (often !== undefined) return of('frequency', lower, often);
  if (PARTICLES.has(lower)) return of('particle', lower);
  if (TELLING.has(lower)) return of('word', lower);
  // "Team A", but not "A customer".
  if (/^[A-Z]$/.test(written) && before.trim() !== '') return of('word', lower);
  if (!stem || LIGHT.has(lower)) return null;
  // Names of things are written alike everywhere, in code or not.
  return of('word', /[\d_.:/]/.test(lower) ? lower : stem);
}
