import type { SectionId } from '../../../domain/sections';
import type { Placement } from './asking';
import type { Passage } from './passages';
import { askFor, type OpenQuestion } from './questions';
import { rankIn, TOPICS, type Topic } from './topics';
import { isEmptyList, type Unit, wordsOf } from './units';
import { LEAD_INS, type Voice } from './voice';

/** From this many sentences on, a sequence of actions reads better as a list. */
const FEWEST_STEPS = 3;
/** Beyond this a list is only a text with bullets in front. */
const MOST_BULLETS = 40;

/**
 * The structured draft, as Nova Lite's stand-in: a lead-in for every topic, lists where there is a
 * sequence, and each question where its answer belongs. Answers with blocks to be parted by blank lines.
 */
export function writeLite(
  passages: readonly Passage[],
  questions: Placement,
  voice: Voice,
  section: SectionId,
): string[] {
  const groups = withQuestions(passages, questions.rest, section);
  const seen = new Set<string>();
  return groups.flatMap(({ passage, asks }) => {
    const leadIn = leadInOf(passage, seen, voice);
    const blocks = blocksOf(passage, questions.filled.get(passage));
    // Bullets right after a list of the author's would become part of it.
    const apart = asks.length === 1 || isList(blocks.at(-1));
    blocks.push(...(apart ? asks.map(askFor) : asks.length > 0 ? [bullets(asks.map(askFor))] : []));
    return underLeadIn(leadIn, blocks);
  });
}

interface Group {
  passage: Passage;
  asks: OpenQuestion[];
}

/** Puts each question after the passage it belongs to, or opens a group for it where a reader looks. */
function withQuestions(
  passages: readonly Passage[],
  questions: readonly OpenQuestion[],
  section: SectionId,
): Group[] {
  const groups: Group[] = passages.map((passage) => ({ passage, asks: [] }));
  for (const question of questions) {
    const { raisedBy } = question;
    const home = raisedBy
      ? groups.find(({ passage }) => passage.units.some((unit) => raisedBy.test(wordsOf(unit))))
      : groups.findLast(({ passage }) => passage.topic === question.topic);
    if (home) {
      home.asks.push(question);
      continue;
    }
    const rank = rankIn(section, question.topic);
    const before = groups.findLastIndex(({ passage }) => rankIn(section, passage.topic) < rank);
    groups.splice(before + 1, 0, { passage: { topic: question.topic, units: [] }, asks: [question] });
  }
  return groups;
}

/** The author's heading or label, or the voice's words for the topic. */
function leadInOf({ topic, heading, label }: Passage, seen: Set<string>, voice: Voice): string {
  if (heading) return heading.raw;
  const known = label && TOPICS.find((each) => LEAD_INS[each].toLowerCase() === label.toLowerCase());
  const words = label
    ? known
      ? voice.leadIn(known).replace(LEAD_INS[known], label)
      : label
    : voice.leadIn(topic);
  const again = !label && seen.has(topic);
  seen.add(topic);
  return `**${words}${again ? ' (continued)' : ''}:**`;
}

/** A lead-in runs into a paragraph and stands above anything else. */
function underLeadIn(leadIn: string, blocks: readonly string[]): string[] {
  const [first, ...others] = blocks;
  if (first === undefined) return [leadIn];
  const runsIn =
    !leadIn.startsWith('#') && !/^(?:\s|[-*+>#|`~=<]|\d{1,9}[.)](?:\s|$))/.test(first.replace(/^\*\*/, ''));
  return runsIn ? [`${leadIn} ${first}`, ...others] : [leadIn, first, ...others];
}

function blocksOf(passage: Passage, filling: OpenQuestion | undefined): string[] {
  if (isSequence(passage)) {
    return [bullets(passage.units.map((unit) => (unit.kind === 'sentence' ? unit.text : '')))];
  }
  const blocks: string[] = [];
  let open = false;
  for (const unit of passage.units) {
    if (unit.kind === 'sentence') {
      if (open && !unit.opensParagraph) blocks[blocks.length - 1] += ` ${unit.text}`;
      else blocks.push(unit.text);
      open = true;
    } else {
      blocks.push(blockOf(unit) + (filling && isEmptyList(unit) ? ` ${askFor(filling)}` : ''));
      open = false;
    }
  }
  return blocks;
}

/** What is told point by point. */
const SEQUENCES: readonly Topic[] = ['action', 'impact'];

/** Steps one after the other, or notes with a line for each. */
function isSequence({ units, topic, heading }: Passage): boolean {
  if (units.length < FEWEST_STEPS || units.length > MOST_BULLETS || heading) return false;
  if (!units.every((unit) => unit.kind === 'sentence' && !/^[-*+>#|~=<\d`]/.test(unit.text))) return false;
  return SEQUENCES.includes(topic) || units.every((unit) => unit.kind === 'sentence' && unit.ownLine);
}

const isList = (block: string | undefined): boolean =>
  block !== undefined && /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(block);

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const blockOf = (unit: Exclude<Unit, { kind: 'sentence' }>): string =>
  unit.kind === 'timed' ? bullets(unit.items) : unit.raw;
