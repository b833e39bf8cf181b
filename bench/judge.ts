import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Draft } from '../domain/enhancement';
import { type Contestant, decide, type OrderVerdict } from '../domain/enhancement/decide';
import type { ModelCall } from '../domain/enhancement/modelCall';
import { readVerdict } from '../domain/enhancement/readVerdict';
import { type Random, seeded } from './factsCorpus';
import { type Chart, lineChart } from './lineChart';
import type { Bench, Measurement } from './report';
import { better, type JudgeHabits, normal, simulatedAnswer, type TrueDraft } from './simulatedJudges';

const SEEDS = [1, 2, 3, 4, 5];
const PAIRS = 2_000;
/** Strengths of position bias, in standard deviations of quality; the share of flipped verdicts is measured. */
const POSITION = [0, 0.25, 0.5, 0.75, 1];
const HABITS: Omit<JudgeHabits, 'position'> = {
  verbosity: 0.3,
  selfPreference: 0.2,
  noise: 0.4,
  attention: 0.5,
};

const CALL: ModelCall = {
  model: '',
  modelId: '',
  writtenBy: '',
  latencyMs: 0,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
};

/** What the fact check makes of a draft; it finds nearly all inventions, and those that it finds are hard. */
const asDraft = (draft: TrueDraft, found: boolean): Draft => ({
  ...CALL,
  text: 'text',
  truncated: false,
  error: null,
  repaired: [],
  findings:
    found && draft.inventions > 0
      ? [{ list: 'added', kind: 'number', value: '', start: 0, end: 0, severity: 'hard' }]
      : [],
});

/** Which of two drafts a protocol takes. */
type Protocol = (drafts: readonly [TrueDraft, TrueDraft], habits: JudgeHabits, random: Random) => number;

const oneCall: Protocol = (drafts, habits, random) => winner(drafts, [false, false], habits, random, 1);
const twoCalls: Protocol = (drafts, habits, random) => winner(drafts, [false, false], habits, random, 2);
/** The gate first: the fact check finds 99 in 100 inventions of values, and those drafts cannot win. */
const gateFirst: Protocol = (drafts, habits, random) => {
  const found = drafts.map((draft) => draft.inventions > 0 && random() < 0.99) as [boolean, boolean];
  if (found[0] !== found[1]) return found[0] ? 1 : 0;
  return winner(drafts, found, habits, random, 2);
};

const PROTOCOLS: Record<string, Protocol> = {
  'one call': oneCall,
  'two calls, both orders': twoCalls,
  'gate first, then two calls': gateFirst,
};

function winner(
  drafts: readonly [TrueDraft, TrueDraft],
  found: readonly [boolean, boolean],
  habits: JudgeHabits,
  random: Random,
  orders: 1 | 2,
): number {
  const contestants: Contestant[] = drafts.map((_, index) => ({ number: index + 1, text: 'text' }));
  const first = random() < 0.5 ? contestants : [...contestants].reverse();
  const verdicts = [first, [...first].reverse()].slice(0, orders).map((shown, index): OrderVerdict => {
    const answer = simulatedAnswer(
      shown.map(({ number }) => drafts[number - 1] as TrueDraft),
      habits,
      random,
    );
    const reading = readVerdict(
      answer,
      'professional',
      shown.map(({ text }) => text),
    );
    if (!reading.usable) throw new RangeError(`The simulated judge's answer cannot be read: ${reading.why}`);
    return { order: index + 1, shown, read: reading.verdict, call: CALL };
  });
  return (
    decide(
      verdicts,
      drafts.map((draft, index) => asDraft(draft, found[index] as boolean)),
      null,
    ).winner - 1
  );
}

function pair(random: Random): readonly [TrueDraft, TrueDraft] {
  const one = (kin: boolean): TrueDraft => ({
    quality: normal(random),
    inventions: random() < 0.25 ? 1 : 0,
    length: normal(random),
    kin,
  });
  const kinFirst = random() < 0.5;
  return [one(kinFirst), one(!kinFirst)];
}

/** Share of pairs in which a protocol takes the better draft, in per cent. */
function hits(protocol: Protocol, position: number, seed: number): number {
  const random = seeded(seed);
  let right = 0;
  for (let trial = 0; trial < PAIRS; trial++) {
    const drafts = pair(random);
    if (protocol(drafts, { ...HABITS, position }, random) === better(drafts)) right++;
  }
  return (100 * right) / PAIRS;
}

/** Share of pairs in which one and the same judge contradicts itself in the other order. */
function flips(position: number, seed: number): number {
  const random = seeded(seed);
  let flipped = 0;
  for (let trial = 0; trial < PAIRS; trial++) {
    const drafts = pair(random);
    const seen = [drafts, [...drafts].reverse()].map(
      (shown) => simulatedAnswer(shown, { ...HABITS, position }, random).best - 1,
    );
    if (seen[0] === seen[1]) flipped++;
  }
  return (100 * flipped) / PAIRS;
}

/** How often the better of two drafts wins, by protocol and by how much the judge follows the order. */
export const judge: Bench = async () => {
  const rows: Measurement[] = [];
  const chart: Chart = {
    title: 'How often the better draft wins',
    x: 'verdicts that flip with the order (%)',
    y: '%',
    lines: [],
  };
  const flipped = POSITION.map((position) => SEEDS.map((seed) => flips(position, seed)));
  const middle = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  for (const [name, protocol] of Object.entries(PROTOCOLS)) {
    const points: Array<[number, number]> = [];
    POSITION.forEach((position, index) => {
      const values = SEEDS.map((seed) => hits(protocol, position, seed));
      const flip = middle(flipped[index] as number[]);
      points.push([flip, middle(values)]);
      rows.push({
        what: `${name}; ${flip.toFixed(0)} % of verdicts flip with the order`,
        unit: '% right',
        values,
      });
    });
    chart.lines.push({ name, points });
  }
  const folder = resolve(import.meta.dirname, '../docs/images');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'judge-protocols.svg'), lineChart(chart));
  return rows;
};
