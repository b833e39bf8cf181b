import { isFor, type SectionId } from '../../../../domain/sections';
import { STATEMENT_KINDS } from '../../../../domain/story/statement';
import { deservesLabel, inOrder, isAboutTheText, isDuration, tells, type Unit } from './story';

/** What a passage is for; a label over it exists for some. */
export type Purpose =
  | 'opening'
  | 'story'
  | 'wrongTurns'
  | 'impact'
  | 'causes'
  | 'suspicions'
  | 'followUps'
  | 'solution'
  | 'rest';

export interface Passage {
  purpose: Purpose;
  units: Unit[];
}

/** From so many moments on a story is told as a list. */
const FEWEST_MOMENTS = 3;
/** A summary's own sentences; what else there is stands behind them. */
const SUMMARY_SENTENCES = 4;

export const timedIn = (units: readonly Unit[]): number => units.filter(({ moment }) => moment).length;
export const isTimeline = (units: readonly Unit[]): boolean => timedIn(units) >= FEWEST_MOMENTS;

/** What a section's draft says, in which order. Every unit is in exactly one passage. */
export function planOf(section: SectionId, told: readonly Unit[]): Passage[] {
  const about = told.filter(isAboutTheText);
  const units = inOrder(without(told, about));
  const passages: Passage[] = [
    ...(PLANS[section] ?? byTopics(section))(units),
    { purpose: 'rest', units: about },
  ];
  return passages
    .flatMap(withAfterwords)
    .filter((passage) => passage.units.length > 0)
    .map((passage) => ({ ...passage, units: passage.units.map(markedApart(units)) }));
}

/** Marks what has no moment of its own and does not stand behind the moment that it was told after. */
const markedApart =
  (told: readonly Unit[]) =>
  (unit: Unit, index: number, passage: readonly Unit[]): Unit => {
    const before = (units: readonly Unit[], at: number) =>
      units.slice(0, at).findLast(({ moment }) => moment);
    const isApart = !unit.moment && before(told, told.indexOf(unit)) !== before(passage, index);
    return isApart ? { ...unit, apart: true } : unit;
  };

/** What a section is for comes first, then what else there is. For sections without a plan of their own. */
const byTopics = (section: SectionId) => (units: readonly Unit[]) => {
  const topics = units.filter((unit) =>
    STATEMENT_KINDS.some((kind) => isFor(section, kind) && tells(unit, kind)),
  );
  return [
    { purpose: 'opening', units: topics },
    { purpose: 'rest', units: without(units, topics) },
  ] satisfies Passage[];
};

/** Sections whose order is an art of its own. */
const PLANS: Partial<Record<SectionId, (units: Unit[]) => Passage[]>> = {
  description: (units) => {
    const opening = openingOf(units);
    const left = without(units, opening);
    const timeline = isTimeline(left);
    // What is told at a moment stays in the story, whatever it tells, and so does what is not sure enough for a label.
    const of = (...kinds: Parameters<typeof tells>[1][]) =>
      left.filter(
        (unit) => !unit.moment && !isReferredTo(unit, units) && deservesLabel(unit) && tells(unit, ...kinds),
      );
    const [impact, causes, followUps] = [of('impact'), of('cause'), of('followUp')];
    const wrongTurns = timeline ? [] : of('wrongTurn');
    const sorted = [...impact, ...causes, ...followUps, ...wrongTurns];
    return [
      { purpose: 'opening', units: opening },
      { purpose: 'story', units: without(left, sorted) },
      { purpose: 'wrongTurns', units: wrongTurns },
      { purpose: 'impact', units: impact },
      ...byDoubt(causes),
      { purpose: 'followUps', units: followUps },
    ];
  },
  summary: (units) => {
    const [first, ...later] = units.filter((unit) => !isDuration(unit) && !tells(unit, 'followUp'));
    const chosen = first ? [first] : units.slice(0, 1);
    const choose = (...kinds: Parameters<typeof tells>[1][]) => {
      const all = later.filter((unit) => !chosen.includes(unit) && tells(unit, ...kinds));
      // "About 140 tenants" says more than "nobody lost data".
      const counted = kinds.includes('impact') ? all.find(isCounted) : undefined;
      const found = counted ?? all[0];
      if (found && chosen.length < SUMMARY_SENTENCES) chosen.push(found);
    };
    choose('impact');
    choose('mitigation');
    choose('recovery');
    choose('cause');
    choose('detection');
    const durations = units.filter((unit) => isDuration(unit) && !chosen.includes(unit)).slice(0, 1);
    // What happened and whom it hurt, then the rest in the order of time.
    const [what, ...others] = chosen;
    const hurt = others.filter((unit) => tells(unit, 'impact'));
    const summary = [
      ...(what ? [what] : []),
      ...hurt,
      ...units.filter((unit) => others.includes(unit) && !hurt.includes(unit)),
    ];
    return [
      { purpose: 'opening', units: [...summary, ...durations] },
      { purpose: 'rest', units: without(units, [...summary, ...durations]) },
    ];
  },
  impact: (units) => {
    const impact = units.filter((unit) => tells(unit, 'impact') || isDuration(unit));
    return [
      { purpose: 'opening', units: impact },
      { purpose: 'rest', units: without(units, impact) },
    ];
  },
  rootCause: (units) => {
    const causes = units.filter((unit) => tells(unit, 'cause'));
    const followUps = units.filter((unit) => tells(unit, 'followUp'));
    return [
      ...byDoubt(causes),
      { purpose: 'rest', units: without(units, [...causes, ...followUps]) },
      { purpose: 'followUps', units: followUps },
    ];
  },
  resolution: (units) => {
    const solution = units.filter((unit) => tells(unit, 'mitigation', 'recovery'));
    const followUps = units.filter((unit) => tells(unit, 'followUp'));
    return [
      { purpose: 'solution', units: solution },
      { purpose: 'rest', units: without(units, [...solution, ...followUps]) },
      { purpose: 'followUps', units: followUps },
    ];
  },
};

const isCounted = ({ statements }: Unit): boolean => statements.some(({ text }) => /\d/.test(text));

/** What is suspected never stands under the same label as what is known. */
const byDoubt = (causes: readonly Unit[]): Passage[] => [
  { purpose: 'causes', units: causes.filter(({ suspected }) => !suspected) },
  { purpose: 'suspicions', units: causes.filter(({ suspected }) => suspected) },
];

/** "CPU fine, nothing locked": a look that found nothing is no way to begin. */
const FOUND_WELL =
  /\b(?:fine|ok(?:ay)?|healthy|normal|nothing|unrelated|all green|no (?:errors|change|effect))\b/i;

/** What happened and how long: what the author told before the first moment, or the first thing that broke. */
function openingOf(units: readonly Unit[]): Unit[] {
  const duration = units.find(isDuration);
  const untimed = units.filter((unit) => !unit.moment && unit !== duration);
  const first = units.findIndex(({ moment }) => moment);
  const before = untimed.filter((unit) => units.indexOf(unit) < (first < 0 ? 1 : first));
  // Without a duration a symptom would only be torn out of its order; with one they make the first sentence.
  const symptoms = duration
    ? untimed.filter((unit) => tells(unit, 'symptom') && !FOUND_WELL.test(unit.statements[0]?.text ?? ''))
    : [];
  const what = before.length > 0 ? before.slice(0, 2) : symptoms.slice(0, 1);
  return [...what, ...(duration ? [duration] : [])];
}

/** "Public access was off. We switched it on at 14:31": what the next one calls "it" stays in front of it. */
function isReferredTo(unit: Unit, units: readonly Unit[]): boolean {
  const following = units[units.indexOf(unit) + 1];
  // "A test would have caught it": what happened, and not what this one tells.
  if (!following || tells(following, 'followUp', 'impact')) return false;
  const next = following.statements[0]?.text ?? '';
  return /\s(?:it|them|that one|these)\b(?!['’])/i.test(next);
}

/** A list by its times without what is told behind them, which stands after it. */
function withAfterwords(passage: Passage): Passage[] {
  if (!isTimeline(passage.units)) return [passage];
  const after = afterwords(passage.units);
  return [
    { ...passage, units: without(passage.units, after) },
    { purpose: 'rest', units: after },
  ];
}

/** What stands behind the last moment and is no step of the story: it would seem to have happened then. */
function afterwords(units: readonly Unit[]): Unit[] {
  const last = units.findLastIndex(({ moment }) => moment);
  return units.slice(last + 1).filter((unit) => !tells(unit, 'mitigation', 'recovery', 'symptom'));
}

const without = (units: readonly Unit[], some: readonly Unit[]): Unit[] =>
  units.filter((unit) => !some.includes(unit));
