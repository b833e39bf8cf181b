import { findingsIn } from '../../domain/enhancement/findings';
import { checkFacts } from '../../domain/facts';
import { type Finding, isHard } from '../../domain/facts/finding';
import { sentencesOf } from '../../domain/reading/text/sentences';
import { seeded, texts } from '../factsCorpus';
import { reformatted } from '../factsEdits';
import type { Bench, Measurement } from '../report';
import { EQUAL_LATER, FAITHFUL_LATER, TURNED_LATER } from './later';
import type { Pair } from './pair';
import { FAITHFUL_SEEN, TURNED_SEEN } from './seen';
import { FAITHFUL_UNSEEN, TURNED_UNSEEN } from './unseen';

/**
 * Sentences told the other way round, and the same ones reworded: how many are marked. The unseen half was
 * written before the rules and never looked at for them. `npm run bench turned -- show` prints what is wrong
 * in the seen half.
 */
export const turned: Bench = async ([show]) => {
  const share = (pairs: readonly Pair[], counts: (findings: readonly Finding[]) => boolean): number =>
    (100 * pairs.filter(([source, draft]) => counts(findingsOf(source, draft))).length) / pairs.length;
  const any = (findings: readonly Finding[]) => findings.length > 0;
  const hard = (findings: readonly Finding[]) => findings.some(isHard);
  const row = (what: string, aim: string, value: number): Measurement => ({
    what,
    aim,
    unit: '%',
    values: [value],
  });
  if (show === 'show') tellWrong();
  return [
    row(`Turned, seen: marked (${TURNED_SEEN.length})`, '≥ 90', share(TURNED_SEEN, any)),
    row(`Turned, unseen: marked (${TURNED_UNSEEN.length})`, '≥ 90', share(TURNED_UNSEEN, any)),
    row(
      `Turned, written later, seen since: marked (${TURNED_LATER.length})`,
      '≥ 90',
      share(TURNED_LATER, any),
    ),
    row('Turned, unseen: hard', '', share(TURNED_UNSEEN, hard)),
    row(`Reworded, seen: marked (${FAITHFUL_SEEN.length})`, '≤ 5', share(FAITHFUL_SEEN, any)),
    row(`Reworded, unseen: marked (${FAITHFUL_UNSEEN.length})`, '≤ 5', share(FAITHFUL_UNSEEN, any)),
    row(
      `Reworded, written later, seen since: marked (${FAITHFUL_LATER.length})`,
      '≤ 5',
      share(FAITHFUL_LATER, any),
    ),
    row(
      `Equal amounts in another form, seen since: marked (${EQUAL_LATER.length})`,
      '≤ 3',
      share(EQUAL_LATER, any),
    ),
    ...reformattedRows(),
    row(
      'Reworded, all: hard',
      '≤ 0.1',
      share([...FAITHFUL_SEEN, ...FAITHFUL_UNSEEN, ...FAITHFUL_LATER, ...EQUAL_LATER], hard),
    ),
  ];
};

const SEEDS = [1, 2, 3];
const ROUNDS = 4;
const TURNED = new Set(['word', 'quantifier', 'direction', 'order', 'roles', 'negation']);

/** Drafts that only changed the form of the shared cases and the invented incidents turn nothing round. */
function reformattedRows(): Measurement[] {
  const bySeed = SEEDS.map((seed) => {
    const random = seeded(seed);
    const count = { sentences: 0, marked: 0, hard: 0 };
    for (const source of texts()) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { text } = reformatted(source, random);
        const found = checkFacts(source, text).claims.filter(({ kind }) => TURNED.has(kind));
        count.sentences += sentencesOf(text).length;
        count.marked += found.length;
        count.hard += found.filter(isHard).length;
      }
    }
    return count;
  });
  const unit = '%';
  return [
    {
      what: `Reformatted drafts' sentences called turned (${bySeed[0]?.sentences})`,
      aim: '≤ 5',
      unit,
      values: bySeed.map(({ marked, sentences }) => (100 * marked) / sentences),
    },
    {
      what: '— hard',
      aim: '≤ 0.1',
      unit,
      values: bySeed.map(({ hard, sentences }) => (100 * hard) / sentences),
    },
  ];
}

const findingsOf = (source: string, draft: string): Finding[] => findingsIn(checkFacts(source, draft));

function tellWrong(): void {
  const tell = (what: string, [source, draft]: Pair) =>
    process.stderr.write(`${what}: ${source} ⇒ ${draft} ${JSON.stringify(findingsOf(source, draft))}\n`);
  for (const pair of TURNED_SEEN) if (findingsOf(...pair).length === 0) tell('missed', pair);
  for (const pair of FAITHFUL_SEEN) if (findingsOf(...pair).length > 0) tell('marked', pair);
}
