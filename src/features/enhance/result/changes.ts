import { diffArrays } from 'diff';
import { compare } from './comparison';
import { type Unit, unitsOf } from './units';

/** A stretch that both texts share, or a change that can be taken or left. */
export type Passage =
  | { at: number; same: string }
  | {
      at: number;
      removed: string;
      added: string;
      /** Places with the same number are taken or left together: a sentence that moved, for instance. */
      group: number;
    };

export type Change = Extract<Passage, { removed: string }>;
export const isChange = (passage: Passage): passage is Change => 'removed' in passage;

/** A change that no reader would call one: the same words, with other line breaks behind them. */
const isSpacing = ({ removed, added }: Change): boolean => removed.trim() === added.trim();

/** The changes that an author is asked about: those in words, or in spacing where there are no others. */
export function offeredChanges(all: readonly Passage[]): Change[] {
  const changes = all.filter(isChange);
  const inWords = changes.filter((change) => !isSpacing(change));
  return inWords.length > 0 ? inWords : changes;
}

/** Comparing every sentence with every other takes too long beyond this; then neighbours are one change. */
const MOST_PAIRS = 250_000;

/**
 * The way from one text to another in passages made of whole sentences and blocks. What tells the same in
 * both texts is in one group, so that nothing is told twice or not at all whatever is taken.
 */
export function passages(before: string, after: string): Passage[] {
  const own = unitsOf(before);
  const draft = unitsOf(after);
  const found: Passage[] = [];
  let mine = 0;
  let theirs = 0;
  for (const part of diffArrays(own, draft, { comparator: (a, b) => a.text === b.text })) {
    const text = joined(part.value);
    const last = found.at(-1);
    if (!part.added && !part.removed) {
      found.push({ at: found.length, same: text });
    } else {
      const side = part.added ? 'added' : 'removed';
      if (last && isChange(last)) last[side] += text;
      else found.push({ at: found.length, removed: '', added: '', group: found.length, [side]: text });
    }
    if (!part.added) mine += part.value.length;
    if (!part.removed) theirs += part.value.length;
  }
  if (mine * theirs > MOST_PAIRS) return found;
  return grouped(
    found.flatMap(split).map((passage, at) => ({ ...passage, at })),
    before,
    after,
  );
}

const joined = (units: readonly Unit[]): string => units.map(({ text }) => text).join('');

/** Parts a change where a sentence of one text tells what a sentence of the other one does, in order. */
function split(passage: Passage): Passage[] {
  if (!isChange(passage) || passage.removed === '' || passage.added === '') return [passage];
  const { own, draft } = compare(passage.removed, passage.added);
  const parts: Passage[] = [];
  let mine = 0;
  let theirs = 0;
  const cut = (toMine: number, toTheirs: number) => {
    const removed = joined(own.slice(mine, toMine).map(({ unit }) => unit));
    const added = joined(draft.slice(theirs, toTheirs).map(({ unit }) => unit));
    if (removed !== '' || added !== '') parts.push({ at: 0, removed, added, group: 0 });
    mine = toMine;
    theirs = toTheirs;
  };
  for (const [at, { toldBy, moved }] of draft.entries()) {
    if (toldBy < mine || moved) continue;
    // Nothing that either text tells before may be told after, or the cut would part what belongs together.
    cut(toldBy, at);
    let next = at + 1;
    while (next < draft.length && draft[next]?.toldBy === toldBy) next++;
    cut(toldBy + 1, next);
  }
  cut(own.length, draft.length);
  return parts;
}

/** Gives one number to all changes that tell the same: told in one place here and in another there. */
function grouped(all: readonly Passage[], before: string, after: string): Passage[] {
  const { own, draft } = compare(before, after);
  const ownPlaces = placesOf(all, 'removed');
  const draftPlaces = placesOf(all, 'added');
  const parent = all.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] as number;
    parent[at] = top;
    return top;
  };
  const link = (one: number | undefined, other: number | undefined) => {
    if (one === undefined || other === undefined) return;
    if (!isChange(all[one] as Passage) || !isChange(all[other] as Passage)) return;
    parent[Math.max(root(one), root(other))] = Math.min(root(one), root(other));
  };
  for (const { unit, toldBy } of draft) {
    if (toldBy >= 0) link(draftPlaces(unit.start), ownPlaces((own[toldBy] as { unit: Unit }).unit.start));
  }
  for (const { unit, toldBy } of own) {
    if (toldBy >= 0) link(ownPlaces(unit.start), draftPlaces((draft[toldBy] as { unit: Unit }).unit.start));
  }
  // Spacing comes with the change that it makes room for.
  const words = all.flatMap((one, at) => (isChange(one) && !isSpacing(one) ? [at] : []));
  for (const [at, one] of all.entries()) {
    if (isChange(one) && isSpacing(one)) link(at, words.find((next) => next > at) ?? words.at(-1));
  }
  return all.map((passage, at) => (isChange(passage) ? { ...passage, group: root(at) } : passage));
}

/** Finds the passage in which a place of the one text or the other lies. */
function placesOf(all: readonly Passage[], side: 'removed' | 'added'): (start: number) => number | undefined {
  const ends: number[] = [];
  let end = 0;
  for (const passage of all) {
    end += isChange(passage) ? passage[side].length : passage.same.length;
    ends.push(end);
  }
  return (start) => {
    const at = ends.findIndex((one) => start < one);
    return at < 0 ? undefined : at;
  };
}

/**
 * The first text with the changes of the groups that were taken. Nothing taken is the first text and
 * everything taken the second, byte for byte; in between, line breaks are put in where a block needs them.
 */
export function withChanges(all: readonly Passage[], taken: ReadonlySet<number>): string {
  let text = '';
  let own = 0;
  let draft = 0;
  // Where what was written last ends in either text; -1 if it is not from that one.
  let last = { own: 0, draft: 0 };
  for (const passage of all) {
    const removed = isChange(passage) ? passage.removed : passage.same;
    const added = isChange(passage) ? passage.added : passage.same;
    const isTaken = isChange(passage) && taken.has(passage.group);
    const part = isTaken ? added : removed;
    const wasThere =
      (last.own === own && !isTaken) || (last.draft === draft && (isTaken || !isChange(passage)));
    own += removed.length;
    draft += added.length;
    if (part === '') continue;
    text += wasThere ? part : gapBetween(text, part) + part;
    last = isChange(passage) ? { own: isTaken ? -1 : own, draft: isTaken ? draft : -1 } : { own, draft };
  }
  return text;
}

const BLOCK = /^[ \t]*(?:[-*+>][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|`{3}|~{3}|\|)/;

/** What has to stand between two parts that did not stand side by side before. */
function gapBetween(before: string, next: string): string {
  if (before === '' || /^\s*\n/.test(next)) return '';
  const opens = BLOCK.test(next);
  const lastLine = before.trimEnd().split('\n').at(-1) ?? '';
  if (!before.endsWith('\n')) {
    if (opens || BLOCK.test(lastLine)) return isItem(next) && isItem(lastLine) ? '\n' : '\n\n';
    return /\s$/.test(before) ? '' : ' ';
  }
  if (before.endsWith('\n\n')) return '';
  return opens === BLOCK.test(lastLine) && (!opens || isItem(next) === isItem(lastLine)) ? '' : '\n';
}

const isItem = (line: string): boolean => /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line);
