import { isSound } from '../domain/enhancement';
import { gate } from '../domain/enhancement/gate';
import { hide, prepareForSending } from '../domain/sending';
import { type JudgeDrafts, judgeWith } from '../lambda/enhance/judging';
import { judgeOf } from '../lambda/models';
import { readBedrockSettings } from '../local/nevermore/answering';
import { converseLocally } from '../local/nevermore/converseLocally';
import { chosenModels } from '../local/nevermore/model/chosenModels';
import { StateFolder } from '../local/stateFolder';
import { type Pair, readPairs } from '../test/judge/pairs';
import type { Bench, Measurement } from './report';

/** What a judge said of a pair in both orders: whether it took the better text, or `null` without a verdict. */
interface Judged {
  pair: Pair;
  betterFirst: boolean | null;
  betterLast: boolean | null;
  /** Whether the fact check lets only the better text pass, so that nobody is asked. */
  gated: boolean;
}

/** Longest wait for one verdict of a model on a laptop. */
const TIMEOUT_MS = 300_000;

/**
 * How well the configured judge tells better from worse on `test/judge/pairs.jsonl`, each pair in both orders:
 * the same prompt, tool and reading as in a run. `npm run bench judge-quality [PAIRS]` takes every so manieth
 * pair, so that all faults are among them.
 */
export const judgeQuality: Bench = async ([howMany]) => {
  const settings = readBedrockSettings(process.env, chosenModels(StateFolder.ofEnvironment(process.env)));
  const { converse, describe, close } = await converseLocally(settings, process.env);
  const judge = judgeWith(converse, judgeOf(process.env.NEVERMORE_JUDGE_MODEL, 'us'), 'us', TIMEOUT_MS);
  process.stderr.write(`${describe()}\n`);

  const all = everySoMany(readPairs(), howMany ? Number(howMany) : undefined);
  const judged: Judged[] = [];
  for (const pair of all) {
    judged.push(await judgePair(judge, pair));
    if (judged.length % 10 === 0) process.stderr.write(`${judged.length} of ${all.length}\n`);
  }
  await close();
  return measured(judged);
};

const everySoMany = <T>(all: readonly T[], wanted = all.length): T[] =>
  all.filter(
    (_, index) =>
      Math.floor((index * wanted) / all.length) !== Math.floor(((index - 1) * wanted) / all.length),
  );

async function judgePair(judge: JudgeDrafts, pair: Pair): Promise<Judged> {
  const { sent, held } = prepareForSending(pair.text);
  const [better, worse] = hide([pair.better, pair.worse], held).texts;
  if (!better || !worse) throw new Error(`There is nothing to judge in ${pair.id}.`);
  const request = {
    enhancementId: pair.id,
    section: pair.section,
    theme: 'professional' as const,
    source: sent,
    questions: [],
  };
  const best = (texts: Parameters<JudgeDrafts>[1]) =>
    judge(request, texts).then(
      (verdict) => verdict.best,
      (error: unknown) => {
        process.stderr.write(`${pair.id}: ${error instanceof Error ? error.message : error}\n`);
        return null;
      },
    );
  const first = await best([better, worse]);
  const last = await best([worse, better]);
  return {
    pair,
    betterFirst: first === null ? null : first === 1,
    betterLast: last === null ? null : last === 2,
    gated: passes(pair.text, pair.better) && !passes(pair.text, pair.worse),
  };
}

const passes = (source: string, text: string): boolean => {
  const { findings, repaired } = gate({ source }, text);
  return repaired.length === 0 && isSound({ text, findings });
};

function measured(judged: readonly Judged[]): Measurement[] {
  const verdicts = judged.flatMap(({ betterFirst, betterLast }) => [betterFirst, betterLast]);
  const given = verdicts.filter((verdict) => verdict !== null);
  const both = judged.filter(({ betterFirst, betterLast }) => betterFirst !== null && betterLast !== null);
  const flipped = both.filter(({ betterFirst, betterLast }) => betterFirst !== betterLast);
  const faults = [...new Set(judged.map(({ pair }) => pair.fault))];
  const line = (what: string, share: number): Measurement => ({ what, unit: '%', values: [100 * share] });
  return [
    { what: 'pairs', unit: '', values: [judged.length] },
    line('calls without a verdict', 1 - given.length / verdicts.length),
    line('verdicts that agree with the label', shareOf(given, Boolean)),
    { what: 'Cohen’s κ with the label', unit: 'κ', values: [kappa(both)] },
    line('pairs where the verdict flips with the order', flipped.length / both.length),
    line('pairs right in both orders, judge alone', shareOf(judged, isRight)),
    line(
      'pairs right in both orders, with the fact check before it',
      shareOf(judged, (one) => one.gated || isRight(one)),
    ),
    line(
      'pairs that the fact check decides alone',
      shareOf(judged, ({ gated }) => gated),
    ),
    ...faults.map((fault) =>
      line(
        `right in both orders: ${fault}`,
        shareOf(
          judged.filter(({ pair }) => pair.fault === fault),
          isRight,
        ),
      ),
    ),
  ];
}

const isRight = ({ betterFirst, betterLast }: Judged): boolean => betterFirst === true && betterLast === true;

const shareOf = <T>(all: readonly T[], counts: (one: T) => boolean): number =>
  all.filter(counts).length / all.length;

/**
 * Agreement beyond chance between judge and label on "the first one is better". Each pair is shown in both
 * orders, so the label says "first" half of the time; a judge that always says "first" gets 0.
 */
function kappa(both: readonly Judged[]): number {
  const agreed = both.flatMap(({ betterFirst, betterLast }) => [betterFirst, betterLast]);
  const observed = shareOf(agreed, (right) => right === true);
  const saysFirst =
    (both.filter(({ betterFirst }) => betterFirst).length +
      both.filter(({ betterLast }) => !betterLast).length) /
    agreed.length;
  const byChance = 0.5 * saysFirst + 0.5 * (1 - saysFirst);
  return (observed - byChance) / (1 - byChance);
}
