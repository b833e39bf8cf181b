import { lately } from '../../reading/lately';
import { type Clause, overlapOf, type Statement, statementsOf } from '../../reading/text/statements';
import { type Overlap, overlapWith } from '../../reading/words/overlap';
import type { Finding } from '../finding';
import { checkApproximations } from './approximations';
import { allMarksIn, type Mark, type MarkKind, withoutCode } from './marks';
import { isToldBeside } from './toldBeside';

// Shares are set by hand, none is searched for; docs/benchmarks.md says what `npm run bench claims` makes of 0.1 more or
// less of each.
/** From this share of a doubtful statement's words on, a sentence of the draft tells the same. */
const SAME_STATEMENT = 0.6;
/** So much of it must another, certain sentence of the source hold to have said it without the doubt. */
const SAID_ELSEWHERE = 0.85;
/** For "the other way round" the wording must be closer still. */
const SAME_WORDING = 0.75;
/** A sentence of the source that holds so much more of the words is the one that is told. */
const CLEARLY_CLOSER = 0.15;
/** From this share of common words on, two clauses differ by an edit only. */
const NEARLY_ALL = 0.85;
/** Sentences looked at for each mark; it bounds the work. */
const MOST_MATCHES = 4;
/** Plain marks read in one sentence. */
const MOST_MARKS = 24;
/** No text of a section's length has as many; it bounds the work. */
const MOST_MARKS_IN_TEXT = 1_000;
/** Marks that one sentence may have to carry. */
const MOST_DEBTS = 12;
/** With fewer words than this the neighbouring clause belongs to what is doubted. */
const FEWEST_IN_SCOPE = 3;

interface Reading {
  statements: readonly Statement[];
  /** Content words of each statement, for comparison. */
  overlap: Overlap;
  /** Plain doubts and denials of each statement. */
  marks: Mark[][];
  /** Faint ones too, and those of its heading or lead-in, at -1. */
  all: Mark[][];
}

/**
 * Compares doubts and denials. A statement that the source hedges, denies or leaves unknown and the draft
 * asserts is hard (`hedge`, `negation`, `unknown`), and so is a denial of the draft's own; a doubt that only
 * the draft has is soft (`hedge-added`). What the draft leaves out altogether is not reported here.
 */
export function checkHedges(source: string, draft: string): Finding[] {
  const theirs = doubtsOf(source);
  const ours = doubtsOf(draft);
  const findings = [
    ...lostMarks(theirs, ours),
    ...addedMarks(theirs, ours),
    ...checkApproximations(source, draft),
  ];
  // A lead-in with nothing behind it ("**Detection:**") states nothing, so it can lose no doubt.
  return findings.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The doubts and denials of a text, each with its statement. */
export const doubtsOf: (text: string) => Reading = lately(read);

function read(text: string): Reading {
  const every = statementsOf(text);
  const hasCode = every.some(({ kind }) => kind === 'code');
  const statements = hasCode ? every.filter(({ kind }) => kind !== 'code') : every;
  const marks: Mark[][] = [];
  const all: Mark[][] = [];
  let lead: Mark[] = [];
  const everywhere = allMarksIn(withoutCode(text))
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_MARKS_IN_TEXT);
  let next = 0;
  for (const { kind, text: words, start, body, end } of statements) {
    while ((everywhere[next]?.start ?? Number.POSITIVE_INFINITY) < start) next++;
    const carried: Mark[] = [];
    for (let mark = everywhere[next]; mark && mark.start < end; mark = everywhere[++next]) carried.push(mark);
    const own = carried.filter((mark) => !mark.faint).slice(0, MOST_MARKS);
    marks.push(own);
    // A doubt in a heading or lead-in covers what stands under it.
    all.push([...carried.slice(0, 4 * MOST_MARKS), ...lead]);
    if (kind === 'heading' || body === end || /:[*_]*$/.test(words)) {
      lead = own.filter((mark) => mark.kind !== 'negation').map((mark) => ({ ...mark, start: -1, end: -1 }));
    } else if (kind !== 'item') {
      lead = [];
    }
  }
  const overlap = hasCode ? overlapWith(statements.map(({ words }) => words)) : overlapOf(text);
  return { statements, overlap, marks, all };
}

/** A statement that is nothing but a question. */
const ASKS = /^\[TODO|\?\W*$/;

/** "Payments were lost" does not deny anything by its "lost" when that is the very thing denied. */
const isSaidItself = (mark: Mark, statement: Statement, scope: readonly string[]): boolean =>
  statement.words.some(({ start, stem }) => start === mark.start && scope.includes(stem));

const isIn = ({ start, end }: Clause, mark: Mark): boolean => mark.start >= start && mark.start < end;
/** Unknown and doubtful may stand for each other; a denial stands for itself. */
const answers = (kind: MarkKind, mark: Mark): boolean =>
  kind === 'negation' ? mark.kind === 'negation' : mark.kind !== 'negation';

/** The content words that a mark speaks about: those of its clause, and of the next when these are few. */
function scopeOf(statement: Statement, mark: Mark, marks: readonly Mark[]): string[] {
  const at = Math.max(
    0,
    statement.clauses.findIndex((clause) => isIn(clause, mark)),
  );
  const own = (clause: Clause | undefined) =>
    (clause?.words ?? []).filter(
      ({ start, end }) => !marks.some((one) => start >= one.start && end <= one.end),
    );
  let words = own(statement.clauses[at]);
  if (words.length < FEWEST_IN_SCOPE) words = [...words, ...own(statement.clauses[at + 1])];
  if (words.length < FEWEST_IN_SCOPE) words = [...own(statement.clauses[at - 1]), ...words];
  return words.map(({ stem }) => stem);
}

/** What a sentence of the draft has to carry: a mark of the source, and the words it speaks about. */
interface Debt {
  mark: Mark;
  scope: string[];
  /** The index of the source's statement. */
  from: number;
}

function lostMarks(theirs: Reading, ours: Reading): Finding[] {
  const owed = new Map<number, Debt[]>();
  for (const [from, statement] of theirs.statements.entries()) {
    for (const mark of theirs.marks[from] ?? []) {
      const scope = scopeOf(statement, mark, theirs.marks[from] ?? []);
      const least = mark.kind === 'negation' ? SAME_WORDING : SAME_STATEMENT;
      for (const { at } of ours.overlap.match(scope, MOST_MATCHES)) {
        const other = ours.statements[at] as Statement;
        // A question that a draft asks states nothing, so it denies nothing either.
        if (other.kind === 'heading' || ASKS.test(other.text)) continue;
        if (weightedShare(scope, other, theirs.overlap) < least) continue;
        if (isToldElsewhere(theirs, { mark, scope, from }, other)) continue;
        const debts = owed.get(at);
        if (debts && debts.length < MOST_DEBTS) debts.push({ mark, scope, from });
        else if (!debts) owed.set(at, [{ mark, scope, from }]);
      }
    }
  }
  return [...owed].flatMap(([at, debts]) => [
    ...unpaid(
      debts.filter(({ mark }) => mark.kind !== 'negation'),
      at,
      theirs,
      ours,
    ),
    ...unpaid(
      debts.filter(({ mark }) => mark.kind === 'negation'),
      at,
      theirs,
      ours,
    ),
  ]);
}

/** The first debt of a kind that a sentence of the draft does not pay. */
function unpaid(debts: readonly Debt[], at: number, theirs: Reading, ours: Reading): Finding[] {
  const statement = ours.statements[at] as Statement;
  const scopes = debts.flatMap(({ scope }) => scope);
  for (const { mark, scope, from } of debts) {
    const source = theirs.statements[from] as Statement;
    const beside = new Set((theirs.all[from] ?? []).filter(({ faint }) => faint).map(({ word }) => word));
    const paid = (ours.all[at] ?? []).filter(
      (one) =>
        answers(mark.kind, one) &&
        // A faint word that stands in the source beside the lost mark does not replace it.
        (one.start < 0 || !one.faint || (!beside.has(one.word) && !isSaidItself(one, statement, scopes))),
    );
    const clause = closestClause(statement, scope);
    const own = source.clauses.find((each) => isIn(each, mark)) ?? closestClause(source, scope);
    const here = paid.filter((one) => one.start < 0 || isIn(clause, one)).length;
    const wanted = isSameClause(own, clause)
      ? (theirs.marks[from] ?? []).filter((one) => isIn(own, one) && answers(mark.kind, one)).length
      : 1;
    const elsewhere = wanted === 1 && paid.length >= perSentence(debts);
    if (here >= wanted || elsewhere) continue;
    const others = ours.statements.filter(
      (_, other) => other !== at && (ours.marks[other] ?? []).some((one) => answers(mark.kind, one)),
    );
    if (isToldBeside({ mark, source, all: theirs.statements }, statement, others)) continue;
    return [finding(statement, clause, mark.kind, source)];
  }
  return [];
}

/** The clauses are word for word the same, but for a few. */
function isSameClause(one: Clause, other: Clause): boolean {
  const [fewer, more] = one.words.length < other.words.length ? [one, other] : [other, one];
  if (fewer.words.length < NEARLY_ALL * more.words.length) return false;
  const held = new Set(more.words.map(({ stem }) => stem));
  return fewer.words.filter(({ stem }) => held.has(stem)).length >= NEARLY_ALL * fewer.words.length;
}

/** How many marks the richest single sentence of the source has among these. */
function perSentence(debts: readonly Debt[]): number {
  const counts = new Map<number, number>();
  for (const { from } of debts) counts.set(from, (counts.get(from) ?? 0) + 1);
  return Math.max(...counts.values());
}

function weightedShare(scope: readonly string[], other: Statement | undefined, overlap: Overlap): number {
  const held = new Set(other?.words.map(({ stem }) => stem));
  let total = 0;
  let shared = 0;
  for (const stem of new Set(scope)) {
    const weight = overlap.weightOf(stem);
    total += weight;
    if (held.has(stem)) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}

/** Whether another sentence of the source, without such a mark, is what the draft's sentence tells. */
function isToldElsewhere(theirs: Reading, { mark, scope, from }: Debt, other: Statement): boolean {
  const told = new Set(other.words.map(({ stem }) => stem));
  const isPlain = (at: number) =>
    at !== from &&
    theirs.statements[at]?.kind !== 'heading' &&
    !(theirs.all[at] ?? []).some((one) => answers(mark.kind, one));
  const common = scope.filter((stem) => told.has(stem));
  const saidAsMuch = theirs.overlap
    .match(common, MOST_MATCHES)
    .some(({ at, share }) => share >= SAID_ELSEWHERE && isPlain(at));
  if (saidAsMuch) return true;
  const clause = closestClause(other, scope).words.map(({ stem }) => stem);
  const [best] = theirs.overlap.match(clause, 1);
  return (
    best !== undefined &&
    isPlain(best.at) &&
    best.share > theirs.overlap.share(clause, [from]) + CLEARLY_CLOSER
  );
}

function addedMarks(theirs: Reading, ours: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const [at, statement] of ours.statements.entries()) {
    if (statement.kind === 'heading' || ASKS.test(statement.text)) continue;
    const marks = ours.marks[at] ?? [];
    for (const wanted of ['negation', 'hedge'] as const) {
      // "was not determined" denies as much as it leaves open.
      const denies = ({ kind, word }: Mark) => kind === 'unknown' && /\bnot\b|n['’]t/.test(word);
      const mark = marks.find((one) => one.kind === wanted || (wanted === 'negation' && denies(one)));
      if (!mark) continue;
      const scope = scopeOf(statement, mark, marks);
      const witnesses = theirs.overlap.match(scope, MOST_MATCHES);
      const best = witnesses[0];
      const from = best && theirs.statements[best.at];
      if (!from || best.share < SAME_WORDING || scope.length < FEWEST_IN_SCOPE) continue;
      // As much must hold from the other side: a part of a long sentence is not its denial.
      const clause = closestClause(from, scope);
      const told = new Set(scope);
      const back =
        clause.words.filter(({ stem }) => told.has(stem)).length / Math.max(1, clause.words.length);
      if (back < SAME_STATEMENT) continue;
      const beside = new Set((ours.all[at] ?? []).filter(({ faint }) => faint).map(({ word }) => word));
      const isCarried = (near: number) =>
        (theirs.all[near] ?? []).some(
          (one) => answers(mark.kind, one) && !(one.faint && beside.has(one.word)),
        );
      if (witnesses.some(({ at: near, share }) => share >= SAME_STATEMENT && isCarried(near))) continue;
      const place = statement.clauses.find((one) => isIn(one, mark)) ?? closestClause(statement, scope);
      findings.push(finding(statement, place, wanted === 'hedge' ? 'hedge-added' : 'negation', from));
    }
  }
  return findings;
}

/** The clause that holds most of the words. */
function closestClause({ clauses }: Statement, scope: readonly string[]): Clause {
  const wanted = new Set(scope);
  let best = clauses[0] as Clause;
  let most = -1;
  for (const clause of clauses) {
    const shared = clause.words.filter(({ stem }) => wanted.has(stem)).length;
    if (shared > most) {
      best = clause;
      most = shared;
    }
  }
  return best;
}

function finding(statement: Statement, clause: Clause, kind: string, from: Statement): Finding {
  const inside = statement.text.slice(clause.start - statement.start, clause.end - statement.start);
  const skipped = /^[\s,;:()—–-]*/.exec(inside)?.[0].length ?? 0;
  const value = inside.slice(skipped).trimEnd();
  const start = clause.start + skipped;
  const severity = kind === 'hedge-added' ? 'soft' : 'hard';
  return { kind, value, start, end: start + value.length, severity, instead: from.text };
}
