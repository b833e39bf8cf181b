import type { Statement } from '../../../reading/text/statements';
import { WordFinder } from '../../../reading/words/tokens';
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
  'not no never none nobody nothing nowhere neither nor without w/o w/out cannot unable rather instead unknown unclear uncertain'.split(
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

const finder = new WordFinder("_.:/@'’-");
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
  while (finder.find(plain, last)) {
    const at = finder.start;
    const end = plain[finder.end] === '%' ? finder.end + 1 : finder.end;
    const known = readWord(plain.slice(at, end));
    const { lower } = known;
    while ((facts[fact]?.end ?? Number.POSITIVE_INFINITY) <= offset + at) fact += 1;
    const next = facts[fact];
    const value = next && next.start < offset + end ? next : undefined;
    const isApart = at - last !== 1 || plain[last] !== ' ';
    const from = last;
    last = end;
    // Of a value that is written in several words the first one stands for all.
    if (value && value.start < offset + at && tokens.at(-1)?.key === keyOf(value)) continue;
    // A clause has a verb or a value of its own; a list of things is one clause.
    if (known.isAnd) pending = verbs > 0;
    else if (known.isJoint || (isApart && SEPARATOR.test(plain.slice(from, at))))
      pending = verbs + values > 0;
    afterBe = known.isBe ? 3 : afterBe - 1;
    while ((words[word]?.start ?? Number.POSITIVE_INFINITY) < offset + at) word += 1;
    if (known.isVerb) verbs += 1;
    const content = words[word]?.start === offset + at ? words[word]?.stem : undefined;
    const token = value ? of('value', keyOf(value)) : whatItDoes(known, content, plain, at, end);
    if (token?.kind === 'value') values += 1;
    if (!token) continue;
    if (known.isInPhrases && isPartOfPhrase(lower, plain.slice(at - 4, at), plain.slice(end, end + 8)))
      continue;
    if (pending) {
      clause += 1;
      pending = false;
      verbs = known.isVerb ? 1 : 0;
      values = token.kind === 'value' ? 1 : 0;
    }
    const { kind, key, level } = token;
    const passive = afterBe >= 0 && !known.isBe;
    tokens.push({ kind, key, level, lower, passive, start: offset + at, end: offset + end, clause });
  }
  return tokens;
}

const IN_PHRASES = new Set(['up', 'to', 'only', 'right']);

/** "Up to five" is a bound, where "up to date" is none, "the only one" is no limit, and "right after" is after. */
const isPartOfPhrase = (lower: string, before: string, after: string): boolean =>
  (lower === 'up' && /^ to (?!date)/.test(after)) ||
  (lower === 'to' && /\bup $/.test(before)) ||
  (lower === 'only' && /the $/i.test(before)) ||
  (lower === 'right' && /^ (?:after|before|away)/.test(after));

type Read = Pick<Token, 'kind' | 'key' | 'level'>;
const of = (kind: TokenKind, key: string, level = 0): Read => ({ kind, key, level });

/** A word as it is read wherever it stands. */
interface Known {
  lower: string;
  /** What it does in any statement; undefined where its stem decides. */
  always: Read | undefined;
  isAnd: boolean;
  isJoint: boolean;
  isBe: boolean;
  isVerb: boolean;
  isLight: boolean;
  isLimited: boolean;
  isInPhrases: boolean;
  isLetter: boolean;
  isName: boolean;
}

/** Words by how they are written; emptied when full. */
const known = new Map<string, Known>();
const MOST_KNOWN = 8_000;

function readWord(written: string): Known {
  const before = known.get(written);
  if (before) return before;
  const small = written.toLowerCase();
  const lower = small.replace(/n?['’][a-z]+$/, '');
  const isDenied = /n['’]t$/.test(written) || lower === 'cannot';
  const word = {
    lower,
    always: isDenied ? of('negation', 'not') : alwaysOf(lower),
    isAnd: lower === 'and',
    isJoint: JOINT.has(lower),
    isBe: BE.has(lower),
    isVerb: isVerb(lower),
    isLight: LIGHT.has(lower),
    isLimited: !isDenied && LIMITED.has(lower),
    isInPhrases: IN_PHRASES.has(lower),
    isLetter: /^[A-Z]$/.test(written),
    isName: /[\d_.:/]/.test(lower),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, word);
  return word;
}

function alwaysOf(lower: string): Read | undefined {
  if (/^\d/.test(lower) || NUMBERS.has(lower)) return of('value', lower.replace(/[,%]/g, ''));
  if (NEGATIONS.has(lower)) return of('negation', 'not');
  const level = QUANTIFIERS.get(lower);
  if (level !== undefined) return of('quantifier', lower, level);
  const often = FREQUENCIES.get(lower);
  if (often !== undefined) return of('frequency', lower, often);
  if (PARTICLES.has(lower)) return of('particle', lower);
  return TELLING.has(lower) ? of('word', lower) : undefined;
}

function whatItDoes(
  { lower, always, isLight, isLimited, isLetter, isName }: Known,
  stem: string | undefined,
  text: string,
  at: number,
  end: number,
): Read | null {
  if (isLimited && text.startsWith(' to ', end)) return of('quantifier', 'only', ONLY);
  if (always)
    return lower === 'few' && /a $/i.test(text.slice(Math.max(0, at - 2), at))
      ? of('quantifier', lower, 2)
      : always;
  // "Team A", but not "A customer".
  if (isLetter && text.slice(Math.max(0, at - 2), at).trim() !== '') return of('word', lower);
  if (!stem || isLight) return null;
  // Names of things are written alike everywhere, in code or not.
  return of('word', isName ? lower : stem);
}
