import type { Statement } from '../../../reading/text/statements';
import { stemOf } from '../../../reading/words/stems';
import type { Finding } from '../../finding';
import type { Alignment } from './alignment';
import { ONLY, type Token } from './tellingWords';

interface Told {
  statement: Statement;
  tokens: readonly Token[];
}

interface Sign extends Pick<Finding, 'kind' | 'start' | 'end' | 'severity'> {
  instead: string;
}

/** What the little words turn round: yes and no, how many, how often, up and down. */
export function signsAgainst(theirs: Told, ours: Told, side: Alignment): Sign | undefined {
  return (
    polarity(theirs, ours, side) ??
    quantity(theirs, ours, side, 'quantifier') ??
    quantity(theirs, ours, side, 'frequency') ??
    direction(theirs, ours, side)
  );
}

const UN = /^(?:un|in|im|ir|dis|non-?|mis)(?=[a-z]{4})/;

/** "Incomplete" where the other statement has "complete": the word denies what the other one says. */
export const isNegatedForm = (token: Token, others: readonly Token[]): boolean => {
  if (token.kind !== 'word' || !UN.test(token.lower)) return false;
  const rest = stemOf(token.lower.replace(UN, ''));
  const isSame = /^un(?!der|it|i[oq]|til)/.test(token.lower);
  return others.some(
    ({ key, lower }) => (key === rest || (isSame && key === token.key)) && !/^un/.test(lower),
  );
};

/** Denials of a statement in the clauses that the other one tells: its own words for no, and those that hold one. */
const denials = (tokens: readonly Token[], others: readonly Token[], told: ReadonlySet<number>): number =>
  tokens.filter(
    (token) =>
      told.has(token.clause) &&
      (token.kind === 'negation' || isNegatedForm(token, others) || token.lower === '0'),
  ).length;

/** Whether one of two statements denies what the other one says. */
export const isDenied = (theirs: readonly Token[], ours: readonly Token[], { told }: Alignment): boolean =>
  (denials(theirs, ours, told.source) - denials(ours, theirs, told.draft)) % 2 !== 0;

function polarity(theirs: Told, ours: Told, side: Alignment): Sign | undefined {
  if (!isDenied(theirs.tokens, ours.tokens, side)) return otherDenied(theirs.tokens, ours.tokens, side.whole);
  const isOther = ({ source, draft }: Alignment['exchanges'][number]) =>
    !source.some((one) => isNegatedForm(one, draft)) && !draft.some((one) => isNegatedForm(one, source));
  if (side.exchanges.some(isOther)) return undefined;
  const rest = [...side.added, ...side.dropped];
  // "Lost quorum" and "was without quorum": a verb that denies.
  if (rest.length > 1 || rest.some(({ key }) => DENYING.has(key))) return undefined;
  const place = ours.tokens.find(({ kind }) => kind === 'negation') ?? ours.tokens.at(-1);
  const first = ours.tokens[0];
  if (!place || !first) return undefined;
  return {
    kind: 'negation',
    start: Math.min(first.start, place.start),
    end: Math.max((ours.tokens.at(-1) as Token).end, place.end),
    severity: side.whole ? 'hard' : 'soft',
    instead: theirs.statement.text,
  };
}

const DENYING = new Set(
  'lose lack miss fail stop prevent avoid refuse exclude absent'.split(' ').map(stemOf),
);

/** "By the cache, not by the database": the same words, and another clause is denied. */
function otherDenied(theirs: readonly Token[], ours: readonly Token[], isWhole: boolean): Sign | undefined {
  if (!isWhole) return undefined;
  const [told, said] = [deniedWord(theirs), deniedWord(ours)];
  if (!told || !said || told.key === said.key) return undefined;
  const inTheirs = theirs.find(({ key }) => key === said.key);
  const inOurs = ours.find(({ key }) => key === told.key);
  if (!inTheirs || !inOurs || inTheirs.clause === told.clause || inOurs.clause === said.clause)
    return undefined;
  return sign('negation', said, 'soft', told.lower);
}

/** What a denial speaks of: the word behind it, or where its clause ends with it ("writes were not") the one before. */
const deniedWord = (tokens: readonly Token[]): Token | undefined => {
  const at = tokens.findIndex(isDenial);
  if (at < 0) return undefined;
  const isWord = ({ kind }: Token) => kind === 'word';
  const clause = tokens[at]?.clause;
  const before = tokens.slice(0, at).findLast((one) => isWord(one) && one.clause === clause);
  return tokens.slice(at + 1).find(isWord) ?? before;
};

interface Counted {
  token: Token;
  noun: string | undefined;
}

/** Each word for how many, with what it counts. */
function counted(tokens: readonly Token[], kind: Token['kind']): Counted[] {
  return tokens.flatMap((token, at): Counted[] => {
    if (token.kind !== kind) return [];
    const next = tokens.slice(at + 1, at + 3).find((one) => one.kind === 'word');
    return [{ token, noun: next?.key }];
  });
}

/** From so far apart on two quantities are surely two. */
const FAR_APART = 2;
/** Left out, these make more of a statement than the author said: few, half, most, only, rarely. */
const LIMITS = new Set([1, 3.5, 4, 9]);
const ALL = 5;
const SOME = 2;

function quantity(
  theirs: Told,
  ours: Told,
  side: Alignment,
  kind: 'quantifier' | 'frequency',
): Sign | undefined {
  const told = counted(theirs.tokens, kind);
  const said = counted(ours.tokens, kind);
  const isIn = (among: readonly Counted[], { token: { level } }: Counted) =>
    among.some(({ token }) => token.level === level);
  const [mine] = said.filter((one) => !isIn(told, one));
  const [yours] = told.filter((one) => !isIn(said, one) && side.told.source.has(one.token.clause));
  if (side.added.length + side.dropped.length > 1 || side.exchanges.length > 1) return undefined;
  const denied = theirs.tokens.some(isDenial) || ours.tokens.some(isDenial);
  if (mine && yours && !isDeniedAt(ours.tokens, mine) && !isDeniedAt(theirs.tokens, yours)) {
    const apart = Math.abs(mine.token.level - yours.token.level);
    const certain = side.whole && apart >= FAR_APART;
    return sign(kind, mine.token, certain ? 'hard' : 'soft', yours.token.lower);
  }
  if (mine && !yours && !denied) {
    const number = countedBefore(theirs.tokens, mine.noun, ours.tokens);
    const { level, lower } = mine.token;
    if (level === ONLY) return undefined;
    if (number) return lower === 'both' ? undefined : sign(kind, mine.token, 'soft', number.lower);
    if (level === SOME || lower === 'both' || kind === 'frequency') return undefined;
    return sign(kind, mine.token, 'soft', theirs.statement.text);
  }
  if (yours && !mine) {
    const isLimit = kind === 'frequency' ? yours.token.level <= SOME : LIMITS.has(yours.token.level);
    const number = ours.tokens.find(({ kind: other, key }) => other === 'value' && !has(theirs.tokens, key));
    if (number && yours.token.level === ALL) return sign(kind, number, 'soft', yours.token.lower);
    const place = ours.tokens.find(({ key }) => key === yours.noun);
    if (!isLimit || number || denied || !place) return undefined;
    return sign(kind, place, 'soft', `${yours.token.lower} ${place.lower}`);
  }
  return swappedNouns(told, said);
}

/** "Not all" is another quantity than all; "all could not" is the same one. */
const isDeniedAt = (tokens: readonly Token[], { token }: Counted): boolean => {
  const at = tokens.indexOf(token);
  return tokens.slice(0, at).some((one) => isDenial(one) && one.clause === token.clause);
};

const COUNT = /^(?:\d[\d.,]*%?|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;

/** The figure that one statement has before a noun, and the other one does not have. */
const countedBefore = (
  tokens: readonly Token[],
  noun: string | undefined,
  others: readonly Token[],
): Token | undefined =>
  tokens.find(
    ({ kind, key, lower }, at) =>
      kind === 'value' &&
      COUNT.test(lower) &&
      !has(others, key) &&
      tokens.slice(at + 1, at + 4).some((next) => next.key === noun),
  );

const isDenial = ({ kind }: Token): boolean => kind === 'negation';
const has = (tokens: readonly Token[], key: string): boolean => tokens.some((one) => one.key === key);

/** "Each worker held one connection": the words are the same, and count other things. */
function swappedNouns(told: readonly Counted[], said: readonly Counted[]): Sign | undefined {
  const levels = new Map(told.map(({ noun, token }) => [noun, token]));
  const nouns = new Set(said.map(({ noun }) => noun));
  for (const { noun, token } of said) {
    const other = told.find((one) => one.token.level === token.level);
    if (!noun || !other?.noun || other.noun === noun) continue;
    const counts = levels.get(noun);
    if (counts && counts.level !== token.level && nouns.has(other.noun))
      return sign('quantifier', token, 'soft', counts.lower);
  }
  return undefined;
}

const sign = (kind: string, { start, end }: Token, severity: Sign['severity'], instead: string): Sign => ({
  kind: kind === 'frequency' ? 'quantifier' : kind,
  start,
  end,
  severity,
  instead,
});

const OPPOSITES: Record<string, string> = {
  up: 'down out',
  on: 'off',
  in: 'out',
  above: 'below',
  over: 'under',
  until: 'since from',
  since: 'until',
  into: 'from out',
};
const areOpposite = (one: string, other: string): boolean =>
  OPPOSITES[one]?.split(' ').includes(other) === true || OPPOSITES[other]?.split(' ').includes(one) === true;

/** "Up" for "down", "by 5 %" for "to 5 %": a little word between the same words. */
function direction(theirs: Told, ours: Told, { whole }: Alignment): Sign | undefined {
  const told = particles(theirs.tokens);
  for (const { token, left, right, beforeValue } of particles(ours.tokens)) {
    // "Logged out in a loop" has two opposites, and turns neither.
    const same = told.findIndex(
      (one) => one.token.key === token.key && one.left === left && one.right === right,
    );
    if (same >= 0) {
      told.splice(same, 1);
      continue;
    }
    const other = told.find(
      (one) =>
        (areOpposite(one.token.key, token.key) && (one.left === left || one.right === right)) ||
        (beforeValue &&
          one.beforeValue &&
          one.right === right &&
          ['to', 'by'].includes(token.key) &&
          ['to', 'by'].includes(one.token.key) &&
          one.token.key !== token.key),
    );
    if (other) return sign('direction', token, whole ? 'hard' : 'soft', other.token.lower);
  }
  return undefined;
}

function particles(tokens: readonly Token[]) {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'particle') return [];
    const left = tokens.slice(0, at).findLast(({ kind }) => kind === 'word')?.key;
    const next = tokens.slice(at + 1).find(({ kind }) => kind === 'word' || kind === 'value');
    return [
      { token, left: left ?? '', right: next?.key ?? '', beforeValue: tokens[at + 1]?.kind === 'value' },
    ];
  });
}
