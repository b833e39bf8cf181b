import { type Drafter, styleOf } from '../../../../domain/enhancement/modelRoles';
import type { Moment, Statement } from '../../../../domain/story';
import { wordCount } from '../../../../domain/text';
import { isTimeline, type Passage, type Purpose } from './plan';
import { deservesLabel, isDuration, tells, toneOf, type Unit } from './story';
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
  const all = passages.flatMap(({ units }) => units);
  if (isAWord(passages)) return [paragraph(all, voice)];
  const inPlace = !isTimelineLed(style) ? proseFirst(passages) : passages;
  const blocks: string[] = [];
  for (const passage of inPlace)
    blocks.push(...blocksOf(passage, style, voice, inPlace, isList(blocks.at(-1))));
  return blocks;
}

/** So few statements, none under a label and hardly a time: a paragraph, whoever writes it. */
const A_PARAGRAPH = 3;
const isAWord = (passages: readonly Passage[]): boolean => {
  const all = passages.flatMap(({ units }) => units);
  return (
    all.length <= A_PARAGRAPH &&
    all.filter(({ moment }) => moment).length <= 1 &&
    !all.some(isDuration) &&
    !passages.some(({ purpose, units }) => LABELS[purpose] && units.some(deservesLabel))
  );
};

const isList = (block: string | undefined): boolean => block?.startsWith('- ') ?? false;

/** The prose-led draft says what happened and whom it hurt before it tells the story in order. */
function proseFirst(passages: readonly Passage[]): Passage[] {
  const impact = passages.filter(({ purpose }) => purpose === 'impact').flatMap(({ units }) => units);
  const opening = passages.filter(({ purpose }) => purpose === 'opening').flatMap(({ units }) => units);
  const others = passages.filter(({ purpose }) => purpose !== 'opening' && purpose !== 'impact');
  // Whom it hurt is no beginning: "orders during that time" would come before the time.
  const story = others.find(({ purpose }) => purpose === 'story')?.units ?? [];
  const first = impact.length > 0 && opening.every(isDuration) ? story.slice(0, 1) : [];
  const before = [...first, ...opening, ...impact];
  const rest = others
    .map(({ purpose, units }) => ({ purpose, units: units.filter((unit) => !first.includes(unit)) }))
    .filter(({ units }) => units.length > 0);
  return before.length === 0 ? rest : [{ purpose: 'opening', units: before }, ...rest];
}

function blocksOf(
  passage: Passage,
  style: DraftStyle,
  voice: Voice,
  all: readonly Passage[],
  afterList: boolean,
): string[] {
  const { purpose, units } = passage;
  if (purpose === 'opening')
    return [opening(units, isTimelineLed(style) ? firstEventOf(all) : undefined, voice)];
  // Two lists in a row would be one.
  if (isTimelineLed(style) && isTimeline(units))
    return [...(afterList ? ['**Timeline:**'] : []), timeline(units, voice)];
  if (!isTimelineLed(style) && (purpose === 'story' || purpose === 'rest'))
    return phases(units).map((phase) => paragraph(phase, voice));
  const label = isTimelineLed(style) && all.length > 1 ? LABELS[purpose] : undefined;
  const sure = label === undefined ? [] : units.filter(deservesLabel);
  // What is not as sure stands before the label and not under it.
  const others = units.filter((unit) => !sure.includes(unit));
  // Of one mend and its end, the label over the second only would part them.
  if (purpose === 'solution' && others.length > 0) return [paragraph(units, voice)];
  const inPoints = isTimelineLed(style) && others.length > 2 && !afterList;
  const before = inPoints ? points(others, voice) : paragraph(others, voice);
  return [
    ...(others.length > 0 ? [before] : []),
    ...(label === undefined ? [] : underLabel(label, purpose, sure, voice)),
  ];
}

function underLabel(label: string, purpose: Purpose, units: readonly Unit[], voice: Voice): string[] {
  const bare = (unit: Unit) => (purpose === 'followUps' ? withoutOwnLabel(unit).unit : unit);
  if (units.length > 1) return [`**${label}:**`, points(units.map(bare), voice)];
  // The aside stands behind: between a label and its words it would seem to be what the label names.
  return units.map((unit) => {
    const { own, unit: rest } = withoutOwnLabel(unit);
    const said = purpose === 'followUps' || own === undefined ? label : own;
    return `**${said}:** ${wordsOf(rest)}${voice.after(toneOf(unit))}`;
  });
}

/** The label that an author gave: "root cause is that", "reason:", "TODO", "AI:". */
const OWN_LABEL =
  /^(?:the )?((?:root )?(?:cause|reason)|why|to-?dos?|ai|actions?(?: items?)?|follow[- ]?ups?|next steps?|need(?:s|ed)?(?=\s*[:=])|impact|fix|mitigation|workaround)(?:\s*[:=]\s*|(?<=^why)\?\s*|\s+-\s*|-\s+|(?<=^impact)\s+(?=~?\d)|\s+(?:was|is)(?: that)?[:,]?\s+|(?<=^todos?)\s+)(?=\S)/i;

/** A unit without the words that a label says, and these. */
function withoutOwnLabel(unit: Unit): { own: string | undefined; unit: Unit } {
  const [first, ...more] = unit.statements;
  const found = first && OWN_LABEL.exec(first.text);
  if (!first || !found) return { own: undefined, unit };
  const from = found[0].length;
  const bare = { ...first, text: first.text.slice(from), start: first.start + from };
  return {
    own: withCapital((found[1] as string).toLowerCase()),
    unit: { ...unit, statements: [bare, ...more] },
  };
}

/** Beyond this a list is only a text with bullets in front. */
const MOST_POINTS = 25;

const points = (units: readonly Unit[], voice: Voice): string =>
  units.length > MOST_POINTS
    ? paragraph(units, voice)
    : units.map((unit) => `- ${itemOf(unit)}${voice.after(toneOf(unit), unit.moment?.minutes)}`).join('\n');

/** A unit as an item of a list, led by its moment where it has one. */
function itemOf({ statements: [first, ...more], moment }: Unit): string {
  if (!first) return '';
  const rest = more.map(({ text }) => tidyStatement(text));
  if (!moment || !first.moment) return [tidyStatement(first.text), ...rest].join(' ');
  const { lead, text } = withLead(first as Statement & { moment: Moment });
  return [`**${lead}**${READS_AS_PART_OF_A_TIME.test(text) ? ':' : ''} ${text}`, ...rest].join(' ');
}

/** "9:15 PM pinged me" and "8:10 HR rang": the manager and the department, and no half of a day and no hours. */
const READS_AS_PART_OF_A_TIME = /^(?:[ap]m|hrs?|mins?|secs?|[hms])\b/i;

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
  const named = event && long.length > 0 ? eventWords(event) : undefined;
  const told = event ?? units[0];
  const lead = voice.before(told ? toneOf(told) : null);
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
  return text.replace(/,? (?:since|by|until|from) then(?: on)?\b/g, '').replace(/[.,]$/, '') || undefined;
}

/** A story in paragraphs: until it was noticed, until it was over, and what came then. */
function phases(units: readonly Unit[]): Unit[][] {
  const noticed = units.findIndex((unit) => tells(unit, 'detection'));
  const over = units.findLastIndex((unit) => tells(unit, 'recovery'));
  const cuts = [noticed, over + 1].filter((cut) => cut > 0 && cut < units.length);
  const edges = [0, ...new Set(cuts), units.length].sort((a, b) => a - b);
  const told: Unit[][] = [];
  for (const [index, edge] of edges.slice(1).entries()) {
    const phase = units.slice(edges[index], edge);
    const last = told.at(-1);
    // A few words are no paragraph.
    if (last && wordCount(phase.map(wordsOf).join(' ')) < FEWEST_WORDS) last.push(...phase);
    else told.push(phase);
  }
  return told;
}

const FEWEST_WORDS = 10;

const small = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** One aside opens a paragraph; a second would stand between facts that belong together. */
const paragraph = (units: readonly Unit[], voice: Voice): string =>
  units.map((unit, index) => (index === 0 ? sentenceOf(unit, voice) : wordsOf(unit))).join(' ');

/** A unit as sentences, its moment where the author told it. */
const sentenceOf = (unit: Unit, voice: Voice): string => voice.before(toneOf(unit)) + wordsOf(unit);

const wordsOf = ({ statements }: Pick<Unit, 'statements'>): string => statements.map(toldInProse).join(' ');

/** A list in the order of the times, each item led by its own; what has no time joins the item before. */
export function timeline(units: readonly Unit[], voice: Voice): string {
  const items: Array<{ words: string; aside: string }> = [];
  for (const unit of units) {
    const last = items.at(-1);
    if (last && !unit.moment && !unit.apart) last.words += ` ${itemOf(unit)}`;
    else items.push({ words: itemOf(unit), aside: voice.after(toneOf(unit), unit.moment?.minutes) });
  }
  return items.map(({ words, aside }) => `- ${words}${aside}`).join('\n');
}
