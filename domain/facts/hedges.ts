import type { Finding } from './finding';
import { checkApproximations } from './wording/approximations';
import { faintMarksIn, type Mark, type MarkKind, marksIn, withoutCode } from './wording/doubts';
import { type Overlap, overlapWith } from './wording/overlap';
import { type Clause, type Statement, statementsOf } from './wording/statements';

/** From this share of a doubtful statement's words on, a sentence of the draft tells the same. */
const SAME_STATEMENT = 0.6;
/** So much of it must another, certain sentence of the source hold to have said it without the doubt. */
const SAID_ELSEWHERE = 0.85;
/** For "the other way round" the wording must be closer still. */
const SAME_WORDING = 0.75;
/** With fewer words than this the neighbouring clause belongs to what is doubted. */
const FEWEST_IN_SCOPE = 3;

interface Reading {
  statements: Statement[];
  /** Content words of each statement, for comparison. */
  overlap: Overlap;
  /** Plain doubts and denials of each statement. */
  marks: Mark[][];
  /** Faint ones too. */
  faint: Mark[][];
}

/**
 * Compares doubts and denials. A statement that the source hedges, denies or leaves unknown and the draft
 * asserts is hard (`hedge`, `negation`, `unknown`), and so is a denial of the draft's own; a doubt that only
 * the draft has is soft (`hedge-added`). What the draft leaves out altogether is not reported here.
 */
export function checkHedges(source: string, draft: string): Finding[] {
  const theirs = read(source);
  const ours = read(draft);
  const findings = [
    ...lostMarks(theirs, ours),
    ...addedMarks(theirs, ours),
    ...checkApproximations(source, draft),
  ];
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

function read(text: string): Reading {
  const statements = statementsOf(text).filter(({ kind }) => kind !== 'code');
  const marks: Mark[][] = [];
  const faint: Mark[][] = [];
  let lead: Mark[] = [];
  for (const { kind, text: words, start, body, end } of statements) {
    const plain = withoutCode(words);
    const moved = (mark: Mark) => ({ ...mark, start: mark.start + start, end: mark.end + start });
    const own = marksIn(plain).map(moved);
    marks.push(own);
    // A doubt in a heading or lead-in covers what stands under it.
    faint.push([...faintMarksIn(plain).map(moved), ...lead]);
    if (kind === 'heading' || body === end || /:[*_]*$/.test(words)) {
      lead = own.filter((mark) => mark.kind !== 'negation').map((mark) => ({ ...mark, start: -1, end: -1 }));
    } else if (kind !== 'item') {
      lead = [];
    }
  }
  return { statements, overlap: overlapWith(statements.map(({ words }) => words)), marks, faint };
}

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
    (clause?.words ?? []).filter(({ start }) => !marks.some((one) => start >= one.start && start < one.end));
  let words = own(statement.clauses[at]);
  if (words.length < FEWEST_IN_SCOPE) words = [...words, ...own(statement.clauses[at + 1])];
  if (words.length < FEWEST_IN_SCOPE) words = [...own(statement.clauses[at - 1]), ...words];
  return words.map(({ stem }) => stem);
}

function lostMarks(theirs: Reading, ours: Reading): Finding[] {
  /** Per sentence of the draft: the marks of the source that it has to carry. */
  const owed = new Map<number, Array<{ mark: Mark; scope: string[]; from: Statement }>>();
  for (const [at, statement] of theirs.statements.entries()) {
    for (const mark of theirs.marks[at] ?? []) {
      const scope = scopeOf(statement, mark, theirs.marks[at] ?? []);
      if (scope.length === 0) continue;
      const matches = ours.overlap.match(scope);
      for (const { at: other } of matches.slice(0, 3)) {
        if (theirs.overlap.share(scope, at) === 0) continue;
        const share = weightedShare(scope, ours.statements[other], theirs.overlap);
        if (share < SAME_STATEMENT || ours.statements[other]?.kind === 'heading') continue;
        if (mark.kind === 'negation' && share < SAME_WORDING) continue;
        if (isSaidPlainly(theirs, at, mark.kind, scope, ours.statements[other])) continue;
        const list = owed.get(other) ?? [];
        list.push({ mark, scope, from: statement });
        owed.set(other, list);
      }
    }
  }
  const findings: Finding[] = [];
  for (const [at, debts] of owed) {
    const statement = ours.statements[at] as Statement;
    const paid = ours.faint[at] ?? [];
    for (const group of [
      debts.filter(({ mark }) => mark.kind !== 'negation'),
      debts.filter(({ mark }) => mark.kind === 'negation'),
    ]) {
      const first = group[0];
      if (!first) continue;
      const scopes = group.flatMap(({ scope }) => scope);
      const carried = paid.filter(
        (mark) => answers(first.mark.kind, mark) && !isSaidItself(mark, statement, scopes),
      );
      const enough =
        new Set(carried.map(({ start }) => start)).size >= Math.min(group.length, distinct(group));
      if (enough) continue;
      for (const { mark, scope, from } of group) {
        const clause = closestClause(statement, scope);
        if (carried.some((one) => one.start < 0 || isIn(clause, one))) continue;
        findings.push(finding(statement, clause, mark.kind, from));
        break;
      }
    }
  }
  return findings;
}

const distinct = (group: ReadonlyArray<{ mark: Mark; from: Statement }>): number => {
  const perSentence = new Map<Statement, number>();
  for (const { from } of group) perSentence.set(from, (perSentence.get(from) ?? 0) + 1);
  return Math.max(...perSentence.values());
};

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

/** Whether another sentence of the source says as much of it without such a mark. */
function isSaidPlainly(
  theirs: Reading,
  at: number,
  kind: MarkKind,
  scope: readonly string[],
  other: Statement | undefined,
): boolean {
  const told = new Set(other?.words.map(({ stem }) => stem));
  const common = scope.filter((stem) => told.has(stem));
  return theirs.overlap
    .match(common)
    .slice(0, 4)
    .some(
      (match) =>
        match.at !== at &&
        match.share >= SAID_ELSEWHERE &&
        theirs.statements[match.at]?.kind !== 'heading' &&
        !(theirs.faint[match.at] ?? []).some((mark) => answers(kind, mark)),
    );
}

function addedMarks(theirs: Reading, ours: Reading): Finding[] {
  const findings: Finding[] = [];
  for (const [at, statement] of ours.statements.entries()) {
    if (statement.kind === 'heading' || /^\[TODO|\?\W*$/.test(statement.text)) continue;
    for (const kind of ['negation', 'hedge'] as const) {
      const mark = (ours.marks[at] ?? []).find((one) => one.kind === kind);
      if (!mark) continue;
      const scope = scopeOf(statement, mark, ours.marks[at] ?? []);
      const best = theirs.overlap.match(scope)[0];
      const from = best && theirs.statements[best.at];
      if (!from || best.share < SAME_WORDING || scope.length < FEWEST_IN_SCOPE) continue;
      // As much must hold from the other side: a part of a long sentence is not its denial.
      const clause = closestClause(from, scope);
      const told = new Set(scope);
      const back =
        clause.words.filter(({ stem }) => told.has(stem)).length / Math.max(1, clause.words.length);
      if (back < SAME_STATEMENT) continue;
      const carriedNearby = theirs.overlap
        .match(scope)
        .slice(0, 3)
        .some(
          ({ at: near, share }) =>
            share >= SAME_STATEMENT && (theirs.faint[near] ?? []).some((one) => answers(kind, one)),
        );
      if (carriedNearby) continue;
      const place = statement.clauses.find((one) => isIn(one, mark)) ?? closestClause(statement, scope);
      findings.push(finding(statement, place, kind === 'hedge' ? 'hedge-added' : kind, from));
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
