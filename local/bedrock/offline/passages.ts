import type { SectionId } from '../../../domain/sections';
import { type Block, parseBlocks } from './blocks';
import { mainTopic, type Topic, topicOf, topicOfLabel } from './topics';
import { type Unit, unitsOf, wordsOf } from './units';

/** A run of text about one thing, under the author's own heading or label if there is one. */
export interface Passage {
  topic: Topic;
  heading?: { raw: string; words: string };
  label?: string;
  units: Unit[];
}

/** More groups than this make a text harder to read, not easier. */
const MOST_GROUPS = 6;

/** Reads a text as passages. Nothing is moved: the passages in order hold all of it. */
export function readPassages(source: string, section: SectionId): Passage[] {
  const passages: Passage[] = [];
  let waiting: Unit[] = [];
  const placeWaiting = () => {
    for (const unit of gatherTimed(waiting)) place(unit, passages, section);
    waiting = [];
  };
  const blocks = parseBlocks(source);
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading' || block.kind === 'label') {
      placeWaiting();
      passages.push(titled(block, section));
    } else {
      waiting.push(...unitsOf(block, blocks[at - 1], blocks[at + 1]));
    }
  }
  placeWaiting();
  return passages;
}

function titled(block: Extract<Block, { kind: 'heading' | 'label' }>, section: SectionId): Passage {
  if (block.kind === 'heading') {
    const { raw, words } = block;
    return { topic: topicOfLabel(words) ?? mainTopic(section), heading: { raw, words }, units: [] };
  }
  const { words } = block.label;
  return { topic: topicOfLabel(words) ?? mainTopic(section), label: words, units: [] };
}

function place(unit: Unit, passages: Passage[], section: SectionId): void {
  const last = passages.at(-1);
  if (last && (last.heading || last.label)) {
    last.units.push(unit);
    return;
  }
  const topic = topicOfUnit(unit, section, last?.topic);
  const stays = last && (topic === last.topic || passages.length >= MOST_GROUPS);
  if (stays) last.units.push(unit);
  else passages.push({ topic, units: [unit] });
}

/** Code belongs to what was said before it; a timeline is the story itself, whatever its words. */
function topicOfUnit(unit: Unit, section: SectionId, current: Topic | undefined): Topic {
  if (unit.kind === 'verbatim' && current) return current;
  if (unit.kind === 'timed')
    return mainTopic(section) === 'event' ? 'event' : (current ?? mainTopic(section));
  return topicOf(wordsOf(unit), section, current);
}

const TIMED =
  /^(?:(?:at|by|around|about|from|approx\.?|~)\s*)?(?:\d{4}-\d\d-\d\d[ T,]+)?~?\d{1,2}[:.]\d{2}(?::\d{2})?\b/i;

/** So many sentences may follow a time before its entry is no longer an entry but prose. */
const LONGEST_ENTRY = 3;

/** Turns runs of statements that begin with a time into one list. */
function gatherTimed(units: readonly Unit[]): Unit[] {
  const gathered: Unit[] = [];
  for (let at = 0; at < units.length; at++) {
    const run = timedRun(units, at);
    if (run.items.length < 2) {
      gathered.push(units[at] as Unit);
    } else {
      gathered.push({ kind: 'timed', items: run.items });
      at = run.end - 1;
    }
  }
  return gathered;
}

/** The statements from `from` on that begin with a time, each with the sentences up to the next one. */
function timedRun(units: readonly Unit[], from: number): { items: string[]; end: number } {
  const run = { items: [] as string[], end: from };
  let entry: string[] = [];
  for (let at = from; at < units.length; at++) {
    const unit = units[at];
    if (unit?.kind !== 'sentence') break;
    if (TIMED.test(unit.text)) {
      // The run ends with the last time; what comes after that may be about something else.
      if (entry.length > 0) run.items[run.items.length - 1] = entry.join(' ');
      run.items.push(unit.text);
      run.end = at + 1;
      entry = [unit.text];
    } else {
      entry.push(unit.text);
      if (entry.length === 1 || entry.length > LONGEST_ENTRY || unit.ownLine || unit.opensParagraph) break;
    }
  }
  return run;
}
