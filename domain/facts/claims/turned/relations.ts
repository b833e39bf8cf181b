import { matchesIn } from '../../../reading/text/matches';
import type { Statement } from '../../../reading/text/statements';
import { isVerb, type Token } from './tellingWords';

/** Two sides of a statement that may not change places: earlier and later, cause and effect, from and to. */
export interface Relation {
  kind: 'order' | 'path' | 'than' | 'roles';
  first: ReadonlySet<string>;
  second: ReadonlySet<string>;
  /** The word that relates them, and where it stands. */
  by: string;
  start: number;
  end: number;
}

/** What follows these comes later, or is the effect. */
const LATER_FOLLOWS =
  'before|prior to|ahead of|until|till|so(?! far| many| much)|therefore|hence|thus|consequently|and then|then|afterwards|followed by|led to|leading to|result(?:ed|ing) in|caus(?:ed|ing)(?! by)|trigger(?:ed|ing)(?! by)|made(?! by)|makes';
/** What follows these comes first, or is the cause. */
const EARLIER_FOLLOWS =
  '(?:right |soon |shortly )?after|following|once|since|because(?: of)?|due to|owing to|(?:as )?(?:a|the) result of|result(?:ed|ing) from|stemm(?:ed|ing) from|caused by|triggered by|as soon as|when';
const CONNECTIVE = new RegExp(`\\b(?:(${LATER_FOLLOWS})|(${EARLIER_FOLLOWS}))\\b`, 'gi');
const PATH = /\b(from|to|into|onto)\b/gi;
/** Words on either side of "from" and "to" that still belong to it. */
const NEAREST = 3;

/** The relations of a statement. */
export const relationsOf = (statement: Statement, tokens: readonly Token[]): Relation[] => [
  ...orders(statement, tokens),
  ...paths(statement, tokens),
  ...(statement.text.includes(' than ') ? comparisons(statement, tokens) : roles(tokens)),
];

const said = (tokens: readonly Token[], from: number, to: number): ReadonlySet<string> =>
  new Set(
    tokens
      .filter(({ kind, start }) => (kind === 'word' || kind === 'value') && start >= from && start < to)
      .map(({ key }) => key),
  );

function orders({ text, start: offset, body }: Statement, tokens: readonly Token[]): Relation[] {
  const found = matchesIn(text, CONNECTIVE).filter(({ index }) => index >= body - offset);
  return found.flatMap((match, at): Relation[] => {
    const start = offset + match.index;
    const end = start + match[0].length;
    const begin = at === 0 ? body : endOf(found[at - 1], offset);
    const next = found[at + 1];
    const colon = text.slice(end - offset).search(/[:;]\s|\s-\s/);
    const limit = colon < 0 ? offset + text.length : end + colon;
    const stop = Math.min(next ? offset + next.index : limit, limit);
    let before = said(tokens, begin, start);
    let after = said(tokens, end, stop);
    const lead = text.slice(begin - offset, match.index);
    // "After the deploy, the alert fired": both stand behind the word.
    if (before.size === 0 || /(?:^|[,;.])\s*(?:and|but)\s*$/i.test(lead)) {
      const comma = text.slice(end - offset, stop - offset).indexOf(',');
      if (comma < 0 && next === undefined) return [];
      const seam = comma < 0 ? stop : end + comma;
      after = said(tokens, end, seam);
      before = said(tokens, seam, comma < 0 ? limit : stop);
    }
    const [first, second] = match[1] ? [before, after] : [after, before];
    return first.size > 0 && second.size > 0
      ? [{ kind: 'order', first, second, by: match[0].toLowerCase(), start, end }]
      : [];
  });
}

const endOf = (match: RegExpExecArray | undefined, offset: number): number =>
  match ? offset + match.index + match[0].length : offset;

/** "from Dublin to Frankfurt", "to Frankfurt from Dublin". */
function paths({ text, start: offset }: Statement, tokens: readonly Token[]): Relation[] {
  const marks = matchesIn(text, PATH);
  return marks.flatMap((mark, at): Relation[] => {
    const next = marks[at + 1];
    if (!next || /from/i.test(mark[0]) === /from/i.test(next[0])) return [];
    const middle = offset + next.index;
    const behind = (from: number, to: number) => {
      const near = tokens.filter(
        ({ kind, start }) => (kind === 'word' || kind === 'value') && start >= from && start < to,
      );
      return new Set(near.slice(0, NEAREST).map(({ key }) => key));
    };
    const one = behind(offset + mark.index + mark[0].length, middle);
    const other = behind(middle + next[0].length, offset + text.length);
    const [first, second] = /from/i.test(mark[0]) ? [one, other] : [other, one];
    return [{ kind: 'path', first, second, by: 'from to', start: offset + mark.index, end: middle }];
  });
}

/** "The primary is larger than the standby". */
function comparisons({ text, start: offset }: Statement, tokens: readonly Token[]): Relation[] {
  const than = offset + text.indexOf(' than ');
  const at = tokens.findLastIndex(({ start }) => start < than);
  const measure = tokens[at];
  if (!measure) return [];
  const first = said(tokens, 0, measure.start);
  const second = said(tokens, than, offset + text.length);
  return [{ kind: 'than', first, second, by: measure.key, start: measure.start, end: measure.end }];
}

const PARTICIPLE =
  /(?:ed|en|wn|ght|lt|pt)$|^(?:lost|sent|shut|set|put|hit|cut|held|met|made|told|found|run|paid|left|missing)$/;

/** A day, a clock and a zone may stand between what was done and by whom. */
const FURTHEST_AGENT = 4;

/** Whoever stands before a word does it, whoever stands behind it has it done; "was paged by" is the reverse. */
function roles(tokens: readonly Token[]): Relation[] {
  const relations: Relation[] = [];
  for (let at = 1; at < tokens.length - 1; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || !isVerb(token.lower)) continue;
    const before = new Set<string>();
    const after = new Set<string>();
    let byAgent = false;
    for (let left = at - 1; left >= 0 && tokens[left]?.clause === token.clause; left -= 1) {
      const one = tokens[left] as Token;
      if (one.kind === 'word') before.add(one.key);
    }
    for (let right = at + 1; right < tokens.length && tokens[right]?.clause === token.clause; right += 1) {
      const one = tokens[right] as Token;
      if (one.lower === 'by') byAgent = true;
      if (one.kind === 'word') after.add(one.key);
    }
    if (before.size === 0 || after.size === 0) continue;
    // "Was lost in every region" names nobody who did it.
    if (token.passive && !byAgent && PARTICIPLE.test(token.lower)) continue;
    // "Promoted Tuesday 14:00 by the pipeline" as well.
    const next = tokens.slice(at + 1, at + 1 + FURTHEST_AGENT).find(({ kind }) => kind !== 'value');
    const isPassive = token.passive || next?.lower === 'by';
    const [first, second] = isPassive && byAgent ? [after, before] : [before, after];
    relations.push({ kind: 'roles', first, second, by: token.key, start: token.start, end: token.end });
  }
  return relations;
}

/** How two relations of one kind stand to each other: whether the sides changed places. */
export function compareRelations(one: Relation, other: Relation): 'same' | 'turned' | 'unrelated' {
  if (one.kind !== other.kind || (one.kind === 'roles' && one.by !== other.by)) return 'unrelated';
  const straight = common(one.first, other.first) + common(one.second, other.second);
  const toSecond = common(one.first, other.second);
  const toFirst = common(one.second, other.first);
  const crosswise = toSecond + toFirst;
  // "Faster the other way round" is the same.
  const isOpposite = one.kind === 'than' && one.by !== other.by;
  if (isOpposite) return crosswise > straight ? 'same' : 'unrelated';
  const isMost = (shared: number, a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    shared > 0 && shared * 2 >= Math.min(a.size, b.size);
  const isExchange = one.kind === 'order' && isOnlyExchanged(one, other);
  if (
    (crosswise > straight || isExchange) &&
    isMost(toSecond, one.first, other.second) &&
    isMost(toFirst, one.second, other.first)
  ) {
    return 'turned';
  }
  return straight > 0 ? 'same' : 'unrelated';
}

/** "A was restored first, then B": besides the words that stayed where they were, each side has the other one's. */
function isOnlyExchanged(one: Relation, other: Relation): boolean {
  const moved = (from: ReadonlySet<string>, stayed: ReadonlySet<string>, to: ReadonlySet<string>) => {
    const rest = [...from].filter((key) => !stayed.has(key));
    return rest.length > 0 && rest.every((key) => to.has(key));
  };
  return moved(one.first, other.first, other.second) && moved(one.second, other.second, other.first);
}

/** Shared words, those that stand on both sides of either left out. */
function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const key of one) if (other.has(key)) shared += 1;
  return shared;
}
