import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStatements, type Statement, type StatementKind } from '../domain/story';
import type { Measurement } from './report';

/** A labelled text; see the README beside the files for what the kinds mean and who labelled them. */
interface Labelled {
  source: string;
  text: string;
  statements: Array<{ text: string; kind: StatementKind | null; alsoFine: StatementKind[] }>;
}

/** A kind as sure as this is put under a label, as in the offline drafter. */
const UNDER_A_LABEL = 0.7;
const FOLDER = join(import.meta.dirname, '../test/domain/story/labelled');
const WRITTEN = 'written for this set';

interface Pair {
  kind: StatementKind | null;
  alsoFine: readonly StatementKind[];
  read: Statement | undefined;
}

/** How well statements are told apart, on the half that rules may look at and on the half that they may not. */
export async function story(): Promise<Measurement[]> {
  return ['seen', 'unseen'].flatMap((half) => {
    const documents = readFileSync(join(FOLDER, `${half}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Labelled);
    const parts: Array<[string, Labelled[]]> = [
      ['all', documents],
      ['published cases', documents.filter(({ source }) => source !== WRITTEN)],
      ['written notes', documents.filter(({ source }) => source === WRITTEN)],
    ];
    return parts.flatMap(([name, some]) => measured(`${half}, ${name}`, some.flatMap(pairs)));
  });
}

function measured(name: string, all: readonly Pair[]): Measurement[] {
  const labels = all.filter(({ read }) => (read?.confidence ?? 0) >= UNDER_A_LABEL);
  const wrong = labels.filter((pair) => !isRight(pair));
  return [
    {
      what: `macro F1, ${name}, other kinds that a reader accepts counted as right`,
      aim: '≥ 0.85',
      unit: 'F1',
      values: [macroF1(all)],
    },
    {
      what: `macro F1, ${name}, strict`,
      unit: 'F1',
      values: [macroF1(all.map((pair) => ({ ...pair, alsoFine: [] })))],
    },
    {
      what: `kinds as sure as a label needs that are wrong, ${name}`,
      unit: '%',
      values: [(100 * wrong.length) / labels.length],
    },
  ];
}

const isRight = ({ kind, alsoFine, read }: Pair): boolean =>
  read?.kind === kind || (read?.kind != null && alsoFine.includes(read.kind));

/** Each labelled statement with what the rules read where it stands: the statement that shares most of it. */
function pairs({ text, statements }: Labelled): Pair[] {
  const read = readStatements(text);
  let from = 0;
  return statements.map(({ text: words, kind, alsoFine }) => {
    const start = text.indexOf(words, from);
    const end = start + words.length;
    from = end;
    const shared = (one: Statement) => Math.min(one.end, end) - Math.max(one.start, start);
    const best = [...read].sort((a, b) => shared(b) - shared(a))[0];
    return { kind, alsoFine, read: best && shared(best) > 0 ? best : undefined };
  });
}

/** The mean of each kind's F1. No kind for a labelled statement is a miss; a kind for one without is a false find. */
function macroF1(all: readonly Pair[]): number {
  const kinds = [...new Set(all.flatMap(({ kind }) => kind ?? []))];
  const scores = kinds.map((kind) => {
    const right = all.filter((pair) => pair.kind === kind && isRight(pair)).length;
    const missed = all.filter((pair) => pair.kind === kind && !isRight(pair)).length;
    const false_ = all.filter(
      (pair) => pair.read?.kind === kind && pair.kind !== kind && !isRight(pair),
    ).length;
    return (2 * right) / (2 * right + missed + false_);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
