import { overlapOf, type Statement, statementsOf } from '../../../reading/text/statements';
import type { Finding } from '../../finding';
import type { Extract } from '../../values/extract';
import type { Fact } from '../../values/fact';
import { type Alignment, align, type Exchange } from './alignment';
import { isDenied, isNegatedForm, signsAgainst } from './littleWords';
import { compareRelations, type Relation, relationsOf } from './relations';
import { type Token, tokensOf, valuesOf } from './tellingWords';

/** Statements of the source that one of the draft is laid beside; it bounds the work. */
const MOST_WITNESSES = 3;
/** From this share of common words on, two statements say nearly the same. */
const NEARLY_THE_SAME = 0.5;
/** Sides that changed places are the words that two statements share, so there must be more of them. */
const NEAR_IN_RELATION = 0.6;
/** With fewer common words, one word more or less makes an exchange a guess. */
const ENOUGH_SHARED = 4;
/** Longer statements are told by their parts; this bounds the work. */
const LONGEST_STATEMENT = 60;

interface Compared {
  turned: Finding[];
  /** Statements of the draft that say word by word, or nearly so, what one of the source says. */
  borneOut: Array<Pick<Finding, 'start' | 'end'>>;
}

interface Told {
  statement: Statement;
  tokens: Token[];
  /** Read when first asked for: most statements are not near enough to any other. */
  relations: () => readonly Relation[];
}

/**
 * Statements of the draft that say what the author says with one thing turned round: another word in the place
 * of his (`word`), another quantity (`quantifier`), another direction (`direction`), another yes or no
 * (`negation`), the order or the roles exchanged (`order`, `roles`). Soft, unless nothing else differs.
 */
export function checkTurned(source: Extract, draft: Extract): Compared {
  const theirs = statementsOf(source.reading.original);
  const values = valuesOf(draft.facts);
  const borneOut: Statement[] = [];
  const overlap = overlapOf(source.reading.original);
  const { verbatim, told } = authorsOf(source);
  const turned = statementsOf(draft.reading.original).flatMap((statement) => {
    const { text, words } = statement;
    if (!isStatement(statement) || text.includes('?') || verbatim.has(plainly(text))) return [];
    const own = read(statement, values);
    const witnesses = overlap
      .match(
        words.map(({ stem }) => stem),
        MOST_WITNESSES,
      )
      .filter(({ at }) => isStatement(theirs[at] as Statement));
    let found: Finding[] = [];
    for (const { at } of witnesses) {
      const one = compare(told(at), own);
      // What another statement of the author's bears out is not turned round.
      if (one?.length === 0) {
        borneOut.push(statement);
        return [];
      }
      if (one && found.length === 0) found = one.slice(0, 1);
    }
    return found;
  });
  return { turned, borneOut };
}

interface Authors {
  /** Each statement of the author's, without its marks. */
  verbatim: ReadonlySet<string>;
  /** The words and relations of the statement at a place. */
  told: (at: number) => Told;
}

const known = new WeakMap<Extract, Authors>();

/** What the author's text tells, read once for all drafts that are laid beside it. */
function authorsOf(source: Extract): Authors {
  const before = known.get(source);
  if (before) return before;
  const statements = statementsOf(source.reading.original);
  const values = valuesOf(source.facts);
  const tellings: Array<Told | undefined> = [];
  const authors = {
    verbatim: new Set(statements.map(({ text }) => plainly(text))),
    told: (at: number) => {
      const one = tellings[at] ?? read(statements[at] as Statement, values);
      tellings[at] = one;
      return one;
    },
  };
  known.set(source, authors);
  return authors;
}

const isStatement = ({ kind, words }: Statement): boolean =>
  kind !== 'heading' && kind !== 'code' && words.length > 0 && words.length <= LONGEST_STATEMENT;

/** Most statements have no mark and single spaces only. */
const MARKED = /[*_`]|\s\s|[^\S ]/;
const plainly = (text: string): string =>
  MARKED.test(text) ? text.replace(/[*_`\s]+/g, ' ').trim() : text.trim();

function read(statement: Statement, values: readonly Fact[]): Told {
  const tokens = tokensOf(statement, values);
  let relations: readonly Relation[] | undefined;
  return {
    statement,
    tokens,
    relations: () => {
      relations ??= relationsOf(statement, tokens);
      return relations;
    },
  };
}

/** What a statement of the draft turns round of one of the source; null when they do not say nearly the same. */
function compare(theirs: Told, ours: Told): Finding[] | null {
  const side = align(theirs.tokens, ours.tokens);
  const { near } = side;
  const turned = near >= NEAR_IN_RELATION ? relation(theirs, ours) : undefined;
  if (turned) {
    const { kind, start, end } = clauseAround(turned, ours);
    return [found(ours, kind, start, end, side.whole ? 'hard' : 'soft', theirs.statement.text)];
  }
  if (near < NEARLY_THE_SAME) return null;
  const mixed = side.whole && mixedClause(theirs.tokens, ours.tokens);
  if (mixed) {
    const [first, last] = [mixed[0] as Token, mixed.at(-1) as Token];
    return [found(ours, 'roles', first.start, last.end, 'soft', theirs.statement.text)];
  }
  const signs = signsAgainst(theirs, ours, side);
  if (signs) return [found(ours, signs.kind, signs.start, signs.end, signs.severity, signs.instead)];
  const [exchange] = side.exchanges.filter((one) => !isSaidOtherwise(one, side, theirs, ours));
  if (!exchange) return side.added.length + side.dropped.length === 0 ? [] : null;
  const rest = side.added.length + side.dropped.length;
  if (rest > (side.shared >= ENOUGH_SHARED ? 1 : 0)) return null;
  if (side.exchanges.length > 1 && side.shared < ENOUGH_SHARED + side.exchanges.length) return null;
  if (side.displaced > 0 && side.displaced * 2 > side.shared) return null;
  const [first, last] = [exchange.draft[0] as Token, exchange.draft.at(-1) as Token];
  const [from, to] = [exchange.source[0] as Token, exchange.source.at(-1) as Token];
  const { text, start } = theirs.statement;
  return [found(ours, 'word', first.start, last.end, 'soft', text.slice(from.start - start, to.end - start))];
}

/** "Incomplete" for "not complete", "did not pass" for "failed", "faster" the other way round. */
function isSaidOtherwise({ source, draft }: Exchange, side: Alignment, theirs: Told, ours: Told): boolean {
  const than = theirs.relations().find(({ kind }) => kind === 'than');
  const turnedThan = ours
    .relations()
    .some((own) => than && than.by !== own.by && compareRelations(than, own) === 'same');
  if (turnedThan || isDenied(theirs.tokens, ours.tokens, side)) return true;
  return source.some((one) => isNegatedForm(one, draft)) || draft.some((one) => isNegatedForm(one, source));
}

function found(
  { statement: { text, start: offset } }: Told,
  kind: string,
  start: number,
  end: number,
  severity: Finding['severity'],
  instead: string,
): Finding {
  return { kind, value: text.slice(start - offset, end - offset), start, end, severity, instead };
}

/** The first relation whose sides changed places, unless another one of the source bears it out. */
function relation(theirs: Told, ours: Told): Relation | undefined {
  return ours.relations().find((own) => {
    const compared = theirs.relations().map((other) => compareRelations(other, own));
    return compared.includes('turned') && !compared.includes('same');
  });
}

/** The clauses that a relation holds together, as the place of a finding. */
function clauseAround({ kind, start, end }: Relation, { tokens }: Told) {
  const before = tokens.findLast((token) => token.end <= start);
  const after = tokens.find((token) => token.start >= end);
  return {
    kind: kind === 'roles' ? 'roles' : 'order',
    start: before ? before.start : start,
    end: after ? after.end : end,
  };
}

/** A clause put together from parts of two clauses of the source: the same words, and others belong together. */
function mixedClause(theirs: readonly Token[], ours: readonly Token[]): Token[] | undefined {
  const clauses = clausesOf(theirs);
  if (clauses.length < 2) return undefined;
  const keys = clauses.map((clause) => new Set(clause.map(({ key }) => key)));
  return clausesOf(ours).find((clause) => {
    const parts = keys.filter((held) => {
      const own = clause.filter(
        ({ key }) => held.has(key) && keys.every((one) => one === held || !one.has(key)),
      );
      return own.length > 0 && new Set(own.map(({ key }) => key)).size < held.size;
    });
    return parts.length > 1;
  });
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of tokens) {
    if (token.kind !== 'word' && token.kind !== 'value') continue;
    const own = clauses[token.clause];
    if (own) own.push(token);
    else clauses[token.clause] = [token];
  }
  return clauses.filter(Boolean);
}
