import { type Drafter, styleOf } from '../../../../domain/enhancement/modelRoles';
import type { Moment, Statement } from '../../../../domain/story';
import { isTimeline, type Passage, type Purpose } from './plan';
import { deservesLabel, isDuration, tells, type Unit } from './story';
import type { Voice } from './voice';
import { withLead } from './wording/lead';
import { tidyStatement, toldInProse, withCapital } from './wording/tidy';

/** Bold words over a passage, where every statement in it is surely of that kind. */
const LABELS: Partial<Record<Purpose, string>> = {
  // Without a "not": a denial that the author's text has not.
  wrongTurns: 'Wrong turn',
  impact: 'Impact',
  causes: 'Contributing factors',
  suspicions: 'Suspected',
  followUps: 'What remains',
  solution: 'What ended it',
};

/** In whose place it is written: led by the timeline, in points; or led by prose. */
export type DraftStyle = Drafter;

export const isTimelineLed = (style: DraftStyle): boolean => styleOf(style) === 'timeline-led';

/** The passages of a plan as Markdown blocks. */
export function writePassages(passages: readonly Passage[], style: DraftStyle, voice: Voice): string[] {
  const inPlace = !isTimelineLed(style) ? proseFirst(passages) : passages;
  return inPlace.flatMap((passage) => blocksOf(passage, style, voice, passages));
}

/** The prose-led draft says whom it hurt before it tells the story in order. */
function proseFirst(passages: readonly Passage[]): Passage[] {
  const opening = passages.filter(({ purpose }) => purpose === 'opening');
  const impact = passages.filter(({ purpose }) => purpose === 'impact');
  const others = passages.filter((passage) => !opening.includes(passage) && !impact.includes(passage));
  const before = [...opening, ...impact].flatMap(({ units }) => units);
  return before.length === 0 ? others : [{ purpose: 'opening', units: before }, ...others];
}

function blocksOf(passage: Passage, style: DraftStyle, voice: Voice, all: readonly Passage[]): string[] {
  const { purpose, units } = passage;
  if (purpose === 'opening')
    return [opening(units, isTimelineLed(style) ? firstEventOf(all) : undefined, voice)];
  if (isTimelineLed(style) && isTimeline(units)) return [timeline(units, voice)];
  if (!isTimelineLed(style) && (purpose === 'story' || purpose === 'rest'))
    return phases(units).map((phase) => paragraph(phase, voice));
  const label = isTimelineLed(style) && all.length > 1 ? LABELS[purpose] : undefined;
  const sure = label === undefined ? [] : units.filter(deservesLabel);
  // What is not as sure stands before the label and not under it.
  const others = units.filter((unit) => !sure.includes(unit));
  const before = isTimelineLed(style) && others.length > 2 ? points(others, voice) : paragraph(others, voice);
  return [
    ...(others.length > 0 ? [before] : []),
    ...(label === undefined ? [] : underLabel(label, purpose, sure, voice)),
  ];
}

function underLabel(label: string, purpose: Purpose, units: readonly Unit[], voice: Voice): string[] {
  if (units.length > 1) return [`**${label}:**`, points(units, voice)];
  // The aside stands behind: between a label and its words it would seem to be what the label names.
  return units.map((unit) => `**${label}:** ${withoutTodo(wordsOf(unit), purpose)}${voice.after(unit.kind)}`);
}

/** The label says it already. */
const withoutTodo = (words: string, purpose: Purpose): string =>
  purpose === 'followUps' ? withCapital(words.replace(/^To do:\s*/, '')) : words;

/** Beyond this a list is only a text with bullets in front. */
const MOST_POINTS = 25;

const points = (units: readonly Unit[], voice: Voice): string =>
  units.length > MOST_POINTS
    ? paragraph(units, voice)
    : units.map((unit) => `- ${wordsOf(unit)}${voice.after(unit.kind)}`).join('\n');

/** The event that a timeline begins with, when it is what went wrong: the opening may name it. */
function firstEventOf(passages: readonly Passage[]): Unit | undefined {
  const story = passages.find(({ purpose }) => purpose === 'story')?.units ?? [];
  const first = story.find(({ moment }) => moment);
  const isShort = (first?.statements[0]?.text.split(/\s+/).length ?? 0) <= LONGEST_EVENT;
  return isTimeline(story) && first && isShort && first.statements.length === 1 && EVENTS.includes(first.kind)
    ? first
    : undefined;
}

/** In words; a longer one would be told twice. */
const LONGEST_EVENT = 14;
const EVENTS: ReadonlyArray<Unit['kind']> = ['trigger', 'symptom'];

/** What happened and how long: "Certificate expired: all calls 503 (~67 min)." */
function opening(units: readonly Unit[], event: Unit | undefined, voice: Voice): string {
  const durations = units.filter(isDuration);
  const sentences = units.filter((unit) => !isDuration(unit));
  const long = durations.map((unit) => small(wordsOf(unit).replace(/\.$/, '')));
  const named = event && (sentences.length <= 1 || long.length > 0) ? eventWords(event) : undefined;
  const lead = voice.before(event?.kind ?? units[0]?.kind ?? null);
  const [first = '', ...more] = sentences.map(wordsOf);
  const joined = named === undefined ? first : first === '' ? `${named}.` : `${named}: ${small(first)}`;
  if (joined === '') return lead + durations.map(wordsOf).join(' ');
  const withDuration = long.length > 0 ? joined.replace(/\.?$/, ` (${long.join(', ')}).`) : joined;
  return lead + [withDuration, ...more].join(' ');
}

/** An event without its moment, which stands in the list below. */
function eventWords({ statements: [first] }: Unit): string | undefined {
  if (!first?.moment) return undefined;
  const { text } = withLead(first as Statement & { moment: Moment });
  return text.replace(/,? (?:since|by|until|from) then(?: on)?\b/g, '').replace(/[.,]$/, '');
}

/** A story in paragraphs: until it was noticed, until it was over, and what came then. */
function phases(units: readonly Unit[]): Unit[][] {
  const noticed = units.findIndex((unit) => tells(unit, 'detection'));
  const over = units.findLastIndex((unit) => tells(unit, 'recovery'));
  const cuts = [noticed, over + 1].filter((cut) => cut > 0 && cut < units.length);
  const edges = [0, ...new Set(cuts), units.length].sort((a, b) => a - b);
  return edges.slice(1).map((edge, index) => units.slice(edges[index], edge));
}

const small = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** One aside opens a paragraph; a second would stand between facts that belong together. */
const paragraph = (units: readonly Unit[], voice: Voice): string =>
  units.map((unit, index) => (index === 0 ? sentenceOf(unit, voice) : wordsOf(unit))).join(' ');

/** A unit as sentences, its moment where the author told it. */
const sentenceOf = ({ statements, kind }: Unit, voice: Voice): string =>
  voice.before(kind) + wordsOf({ statements });

const wordsOf = ({ statements }: Pick<Unit, 'statements'>): string => statements.map(toldInProse).join(' ');

/** A list in the order of the times, each item led by its own; what has no time joins the item before. */
export function timeline(units: readonly Unit[], voice: Voice): string {
  const items: Array<{ words: string[]; aside: string }> = [];
  for (const unit of units) {
    const [first, ...more] = unit.statements;
    if (!first) continue;
    const rest = more.map(({ text }) => tidyStatement(text));
    const last = items.at(-1);
    if (unit.moment && first.moment) {
      const { lead, text } = withLead(first as Statement & { moment: Moment });
      items.push({
        words: [`**${lead}** ${text}`, ...rest],
        aside: voice.after(unit.kind, unit.moment.minutes),
      });
    } else if (last) {
      last.words.push(tidyStatement(first.text), ...rest);
    } else {
      items.push({ words: [tidyStatement(first.text), ...rest], aside: voice.after(unit.kind) });
    }
  }
  return items.map(({ words, aside }) => `- ${words.join(' ')}${aside}`).join('\n');
}
