import { DRAFTERS } from '../domain/enhancement/modelRoles';
import { checkClaims } from '../domain/facts/claims/unsupported';
import { checkHedges } from '../domain/facts/doubts/hedges';
import type { Finding } from '../domain/facts/finding';
import { sentencesOf } from '../domain/reading/text/sentences';
import { draftOffline } from '../local/nevermore/answering/offline/draftOffline';
import { REWORDED_INCIDENTS } from '../test/domain/facts/incidentsReworded';
import { flipped, invention, nounsOf, pick, seeded, withoutDoubt } from './claimsEdits';
import { LATER_INCIDENTS } from './claimsLaterIncidents';
import { REWORDINGS } from './claimsRewordings';
import { publishedCases } from './publishedCases';
import type { Bench, Measurement } from './report';

const SEEDS = [1, 2, 3, 4, 5];
const INVENTIONS_PER_TEXT = 8;

interface Text {
  id: string;
  source: string;
  reworded: readonly string[];
}

/** Every text of the shared cases and of the invented incidents. */
function corpus(): Text[] {
  const shared = publishedCases().map(({ id, description, rootCause, timeline }) => ({
    id,
    source: [description, rootCause, timeline].join('\n\n'),
    reworded: REWORDINGS[id] ?? [],
  }));
  return [...shared, ...REWORDED_INCIDENTS.map(({ id, source, reworded }) => ({ id, source, reworded }))];
}

interface Tally {
  hits: number;
  of: number;
}
const tally = (): Tally => ({ hits: 0, of: 0 });
const share = ({ hits, of }: Tally): number => (of === 0 ? 0 : (100 * hits) / of);

const within = (start: number, end: number) => (finding: Finding) =>
  finding.start < end && finding.end > start;

/** A faithful draft with one sentence replaced or put in between, and where that sentence stands. */
function planted(random: () => number, sentences: readonly string[], planting: string, instead?: number) {
  const at = instead ?? Math.floor(random() * (sentences.length + 1));
  const before = sentences
    .slice(0, at)
    .map((one) => `${one}\n\n`)
    .join('');
  const after = sentences
    .slice(instead === undefined ? at : at + 1)
    .map((one) => `\n\n${one}`)
    .join('');
  return { draft: before + planting + after, start: before.length, end: before.length + planting.length };
}

/** One pass over the corpus with the edits of a seed. Misses are told when asked for. */
function pass(seed: number, tell: (what: string) => void) {
  const random = seeded(seed);
  const found = { doubts: tally(), denials: tally(), inventions: tally(), kept: tally(), reworded: tally() };
  const count = (into: Tally, hit: boolean, wanted: boolean, what: string) => {
    into.of++;
    if (hit) into.hits++;
    if (hit !== wanted) tell(what);
  };
  for (const { id, source, reworded } of corpus()) {
    const sentences = sentencesOf(source)
      .filter(({ kind }) => kind !== 'code')
      .map(({ text }) => text);
    for (const [at, sentence] of sentences.entries()) {
      for (const [into, edits] of [
        [found.doubts, withoutDoubt(sentence)],
        [found.denials, flipped(sentence)],
      ] as const) {
        for (const edit of edits) {
          const { draft, start, end } = planted(random, sentences, edit, at);
          const hit = checkHedges(source, draft).some(within(start, end));
          count(into, hit, true, `${id} not found: ${edit}`);
        }
      }
    }
    const nouns = nounsOf(source);
    for (let time = 0; time < INVENTIONS_PER_TEXT && nouns.length > 0; time++) {
      const { draft, start, end } = planted(random, sentences, invention(random, nouns));
      const hit = checkClaims(source, draft).some(within(start, end));
      count(found.inventions, hit, true, `${id} not marked: ${draft.slice(start, end)}`);
    }
    const merged = sentences.map((one) => mergedWith(random, one, sentences));
    for (const [into, draft] of [
      [found.kept, sentences.join('\n\n')],
      [found.kept, merged.join('\n\n')],
      [found.reworded, reworded.join('\n\n')],
    ] as const) {
      countSupported(source, draft, (hit, what) => count(into, hit, false, `${id} marked: ${what}`));
    }
  }
  return found;
}

/** Two sentences of the source in one. */
const mergedWith = (random: () => number, one: string, all: readonly string[]): string =>
  `${one.replace(/[.:]+$/, '')}, and ${pick(random, all)}`;

function countSupported(source: string, draft: string, count: (hit: boolean, what: string) => void): void {
  const findings = [...checkClaims(source, draft), ...checkHedges(source, draft)];
  for (const { start, end, text } of sentencesOf(draft)) {
    const hit = findings.find(within(start, end));
    count(hit !== undefined, `${hit?.kind}: ${text}`);
  }
}

/** Sentences of the offline drafter's own drafts that are marked. */
function ownDrafts(tell: (what: string) => void): Tally {
  const into = tally();
  for (const { id, source } of corpus()) {
    for (const theme of ['professional', 'addams'] as const) {
      for (const style of DRAFTERS) {
        const draft = draftOffline({ section: 'description', theme, source, style, questions: [] });
        countSupported(source, draft, (hit, what) => {
          into.of++;
          if (hit) into.hits++;
          if (hit) tell(`${id} marked: ${what}`);
        });
      }
    }
  }
  return into;
}

/** Incidents that were written after the rules. */
function laterIncidents(tell: (what: string) => void): Record<'reworded' | 'invented' | 'lost', Tally> {
  const found = { reworded: tally(), invented: tally(), lost: tally() };
  const count = (into: Tally, hit: boolean, wanted: boolean, sentence: string) => {
    into.of++;
    if (hit) into.hits++;
    if (hit !== wanted) tell(`later incidents, ${wanted ? 'not found' : 'marked'}: ${sentence}`);
  };
  for (const { source, reworded, invented, lost } of LATER_INCIDENTS) {
    for (const one of reworded) {
      count(
        found.reworded,
        checkClaims(source, one).length + checkHedges(source, one).length > 0,
        false,
        one,
      );
    }
    for (const one of invented) count(found.invented, checkClaims(source, one).length > 0, true, one);
    for (const one of lost) count(found.lost, checkHedges(source, one).length > 0, true, one);
  }
  return found;
}

/** Milliseconds for doubts and claims of about 400 words. */
function timings(): number[] {
  const words = corpus()
    .map(({ source }) => source)
    .join('\n\n')
    .split(/(?<=\s)/)
    .slice(0, 400)
    .join('');
  return Array.from({ length: 60 }, (_, run) => {
    // Another text each time, so that nothing read before helps.
    const [source, draft] = [`${words} Run ${run}.`, `Run ${run}. ${words}`];
    const from = performance.now();
    checkHedges(source, draft);
    checkClaims(source, draft);
    return performance.now() - from;
  }).slice(10);
}

/** How well doubts, denials and unsupported sentences are found; `--tell` prints what went wrong. */
export const claims: Bench = async (args) => {
  const tell = args.includes('--tell') ? (what: string) => process.stdout.write(`  ${what}\n`) : () => {};
  const passes = SEEDS.map((seed) => pass(seed, seed === SEEDS[0] ? tell : () => {}));
  const row = (what: string, aim: string, of: (found: (typeof passes)[number]) => Tally): Measurement => ({
    what: `${what} (${passes.reduce((sum, found) => sum + of(found).of, 0)})`,
    aim,
    unit: '%',
    values: passes.map((found) => share(of(found))),
  });
  const own = ownDrafts(tell);
  const others = laterIncidents(tell);
  return [
    row('Doubt removed: found', '≥ 90', ({ doubts }) => doubts),
    row('Denial flipped: found', '', ({ denials }) => denials),
    row('Invented cause or action: marked', '≥ 80', ({ inventions }) => inventions),
    row('Source sentences, reordered and merged: marked', '≤ 5', ({ kept }) => kept),
    row('Reworded sentences: marked', '≤ 5', ({ reworded }) => reworded),
    { what: `Offline drafts' sentences: marked (${own.of})`, aim: '≤ 5', unit: '%', values: [share(own)] },
    {
      what: `Later incidents, reworded: marked (${others.reworded.of})`,
      aim: '≤ 5',
      unit: '%',
      values: [share(others.reworded)],
    },
    {
      what: `Later incidents, invented: marked (${others.invented.of})`,
      aim: '≥ 80',
      unit: '%',
      values: [share(others.invented)],
    },
    {
      what: `Later incidents, doubt or denial lost: found (${others.lost.of})`,
      aim: '≥ 90',
      unit: '%',
      values: [share(others.lost)],
    },
    { what: 'Doubts and claims of 400 words', aim: '≤ 1.5', unit: 'ms', values: timings() },
  ];
};
