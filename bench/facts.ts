import { DRAFTERS } from '../domain/enhancement/modelRoles';
import { checkFacts } from '../domain/facts';
import { type Finding, isHard } from '../domain/facts/finding';
import { extract } from '../domain/facts/values/extract';
import { SECTIONS } from '../domain/sections';
import { THEMES } from '../domain/themes';
import { draftOffline } from '../local/nevermore/answering/offline/draftOffline';
import { type Random, rewritten, seeded, texts } from './factsCorpus';
import { added, altered, type Damage, dropped, swapped } from './factsDamage';
import { reformatted } from './factsEdits';
import { speed } from './factsSpeed';
import type { Bench, Measurement } from './report';

const SEEDS = [1, 2, 3, 4, 5];
const ROUNDS = 6;

/**
 * How often the fact check is wrong: hard findings in drafts that only changed the form, and damage that it
 * misses. `npm run bench facts -- show` prints each miss.
 */
export const facts: Bench = async ([show]) => {
  const bySeed = SEEDS.map((seed) => oneSeed(seed, show === 'show'));
  const row = (what: string, aim: string, unit: string, of: (result: Tally) => number): Measurement => ({
    what,
    aim,
    unit,
    values: bySeed.map(of),
  });
  return [
    row('facts compared in reformatted drafts', '', 'facts', ({ facts }) => facts),
    row(
      'false hard findings ÷ facts, reformatted',
      '≤ 0.1',
      '%',
      ({ falseHard, facts }) => (100 * falseHard) / facts,
    ),
    row(
      'false soft findings ÷ facts, reformatted',
      '',
      '%',
      ({ falseSoft, facts }) => (100 * falseSoft) / facts,
    ),
    row(
      'false hard findings ÷ facts, offline drafts',
      '≤ 0.1',
      '%',
      ({ offline }) => (100 * offline.hard) / offline.facts,
    ),
    ...Object.keys(DAMAGES).map((name) =>
      row(`one value ${name}: found`, name === 'two swapped' ? '≥ 90' : '≥ 99.5', '%', ({ damage }) => {
        const { found, tried } = damage[name] as Counted;
        return (100 * found) / tried;
      }),
    ),
    ...speed(),
  ];
};

interface Counted {
  found: number;
  tried: number;
}
interface Tally {
  facts: number;
  falseHard: number;
  falseSoft: number;
  offline: { facts: number; hard: number };
  damage: Record<string, Counted>;
}

const DAMAGES: Record<string, (text: string, random: Random) => Damage | null> = {
  added,
  altered,
  dropped,
  'two swapped': swapped,
};

function oneSeed(seed: number, show: boolean): Tally {
  const random = seeded(seed);
  const tally: Tally = { facts: 0, falseHard: 0, falseSoft: 0, offline: { facts: 0, hard: 0 }, damage: {} };
  for (const name of Object.keys(DAMAGES)) tally.damage[name] = { found: 0, tried: 0 };
  for (const source of texts()) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const draft = reformatted(source, random);
      const findings = check(source, draft.text);
      tally.facts += countFacts(source);
      const hard = findings.filter(isHard);
      tally.falseHard += hard.length;
      tally.falseSoft += findings.length - hard.length;
      if (show && hard.length > 0) tell(`false (${draft.by.join(', ')})`, hard, source, draft.text);
      const clean = (round % 3 === 1 && rewritten(source)) || (round % 2 === 0 ? source : draft.text);
      for (const [name, damage] of Object.entries(DAMAGES)) {
        const damaged = damage(clean, random);
        if (!damaged) continue;
        const counted = tally.damage[name] as Counted;
        counted.tried += 1;
        const before = new Set(check(source, clean).map(nameOf));
        const found = check(source, damaged.text).filter((finding) => !before.has(nameOf(finding)));
        if (found.length > 0) counted.found += 1;
        else if (show)
          tell(`missed ${name} ${damaged.kind} ${JSON.stringify(damaged.values)}`, [], source, damaged.text);
      }
    }
    if (seed === SEEDS[0]) offlineDrafts(source, tally, show);
  }
  if (tally.offline.facts === 0) tally.offline.facts = 1;
  return tally;
}

function offlineDrafts(source: string, tally: Tally, show: boolean): void {
  for (const { id: section } of SECTIONS.slice(0, 4)) {
    for (const { id: theme } of THEMES) {
      for (const style of DRAFTERS) {
        const draft = draftOffline({ section, theme, source, style, questions: [] });
        const hard = check(source, draft).filter(isHard);
        tally.offline.facts += countFacts(source);
        tally.offline.hard += hard.length;
        if (show && hard.length > 0) tell(`offline ${style} ${theme}`, hard, source, draft);
      }
    }
  }
}

const check = (source: string, draft: string): Finding[] => {
  const { added, lost, moved } = checkFacts(source, draft);
  return [...added, ...lost, ...moved];
};

const countFacts = (text: string): number => extract(text).facts.filter(({ weak }) => !weak).length;

/** A finding by what it says: places shift with the damage. */
const nameOf = ({ kind, value, instead }: Finding): string => `${kind} ${value} ${instead ?? ''}`;

function tell(what: string, findings: readonly Finding[], source: string, draft: string): void {
  const list = findings.map(
    ({ kind, value, instead }) => `${kind} ${value}${instead ? ` for ${instead}` : ''}`,
  );
  process.stderr.write(
    `\n--- ${what}: ${list.join('; ')}\n${source.slice(0, 1500)}\n  ⇒\n${draft.slice(0, 1500)}\n`,
  );
}
