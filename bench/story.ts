import { isSure } from '../domain/story';
import { type Labelled, labelledHalf, type Pair, pairs } from './kinds/labelled';
import type { Measurement } from './report';

const WRITTEN = 'written for this set';

/** How well statements are told apart, on the half that rules may look at and on the half that they may not. */
export async function story(): Promise<Measurement[]> {
  return (['seen', 'unseen'] as const).flatMap((half) => {
    const documents = labelledHalf(half);
    const parts: Array<[string, Labelled[]]> = [
      ['all', documents],
      ['published cases', documents.filter(({ source }) => source !== WRITTEN)],
      ['written notes', documents.filter(({ source }) => source === WRITTEN)],
    ];
    return parts.flatMap(([name, some]) => measured(`${half}, ${name}`, some.flatMap(pairs)));
  });
}

function measured(name: string, all: readonly Pair[]): Measurement[] {
  const { macroF1: accepted, wrongUnderLabel } = kindsRead(all);
  return [
    {
      what: `macro F1, ${name}, other kinds that a reader accepts counted as right`,
      aim: '≥ 0.85',
      unit: 'F1',
      values: [accepted],
    },
    {
      what: `macro F1, ${name}, strict`,
      unit: 'F1',
      values: [macroF1(all.map((pair) => ({ ...pair, alsoFine: [] })))],
    },
    {
      what: `kinds as sure as a label needs that are wrong, ${name}`,
      unit: '%',
      values: [100 * wrongUnderLabel],
    },
  ];
}

/** Macro F1, and the share of kinds sure enough for a label that are wrong, 0 to 1. */
export function kindsRead(all: readonly Pair[]): { macroF1: number; wrongUnderLabel: number } {
  const labels = all.filter(({ read }) => read && isSure(read));
  const wrong = labels.filter((pair) => !isRight(pair));
  return { macroF1: macroF1(all), wrongUnderLabel: wrong.length / labels.length };
}

const isRight = ({ kind, alsoFine, read }: Pair): boolean =>
  read?.kind === kind || (read?.kind != null && alsoFine.includes(read.kind));

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
