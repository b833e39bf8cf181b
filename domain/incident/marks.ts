import type { EntryKind } from '../postMortem/choices';

/** What a mark stands for: a kind of entry, an entry without one, or a field of the facts. */
export type MarkKind = EntryKind | 'other' | 'fact';

/** One entry, one field, or a cluster of entries that are too near to each other to be drawn apart. */
export interface Mark {
  kind: MarkKind;
  /** Its middle, in units of the picture. */
  x: number;
  y: number;
  /** The entries it stands for, from 0, in the order of time; of a field none. */
  entries: number[];
  /** All of them lie before, or after, what the picture shows. */
  beyond: 'before' | 'after' | null;
  /** "14:02 UTC, detection: PagerDuty fired"; "12 entries, 14:02 to 14:10 UTC". */
  name: string;
  /** Beside the mark, where there is room: it begins at `x`, or ends there. */
  label: { text: string; x: number; anchor: 'start' | 'end' } | null;
}

/** The line on which the marks of one kind stand. */
export interface Lane {
  kind: MarkKind;
  label: string;
  y: number;
}

/** Something with a certain time. */
export interface Placed {
  at: number;
  kind: MarkKind;
  entry: number | null;
  text: string;
}

/** Units of the picture, pixels where it is drawn at its own size; a letter in it takes about so many. */
export const WIDTH = 720;
export const LEFT = 100;
export const RIGHT = WIDTH - 16;
export const LETTER = 6.8;
/** Marks that are nearer than this are one: a finger hits what is 24 pixels from the next. */
export const NEAREST = 28;

/** Where the lane stands, and how times are placed and said. */
interface Drawing {
  lane: Lane;
  from: number;
  to: number;
  scale(at: number): number;
  said(at: number): string;
}

/** The marks of one lane, what is too near being one; no label runs into a mark or another label. */
export function marksOf(placed: readonly Placed[], { lane, from, to, scale, said }: Drawing): Mark[] {
  const groups: Array<{ beyond: Mark['beyond']; members: Placed[]; x: number }> = [];
  for (const one of placed) {
    const beyond = one.at < from ? 'before' : one.at > to ? 'after' : null;
    const x = beyond === 'before' ? LEFT : beyond === 'after' ? RIGHT : scale(one.at);
    const last = groups.at(-1);
    if (last && last.beyond === beyond && x - last.x < NEAREST) last.members.push(one);
    else groups.push({ beyond, members: [one], x });
  }
  const texts = groups.map(({ members }) => labelTextOf(members));
  const labels = labelsBeside(
    groups.map(({ x }) => x),
    texts,
  );
  return groups.map(
    ({ members, beyond, x }, index): Mark => ({
      ...{ kind: lane.kind, x, y: lane.y, beyond, name: nameOf(members, lane, said) },
      entries: members.flatMap(({ entry }) => (entry === null ? [] : [entry])),
      label: labels[index] ?? null,
    }),
  );
}

/** What one mark is called; several entries have a count instead. */
const labelTextOf = (members: readonly Placed[]): string =>
  members.length === 1 || members.every(({ kind }) => kind === 'fact')
    ? members.map(({ text }) => text).join(', ')
    : '';

/** How far a label keeps from the middle of a mark: its own, and the next. */
const [BESIDE, CLEAR] = [NEAREST / 2 + 2, NEAREST / 2 + 4];
/** Letters that a stretch has room for. */
const lettersIn = (stretch: number): number => Math.floor(stretch / LETTER);

/**
 * Each label stands behind its mark. The last one has only the edge of the picture behind it, and stands before its
 * mark where there is more room: what is before it is shared with the label of the mark that comes there.
 */
function labelsBeside(xs: readonly number[], texts: readonly string[]): Mark['label'][] {
  const last = xs.length - 1;
  const [x, before] = [xs[last] ?? 0, xs[last - 1]];
  const behind = lettersIn(RIGHT + 12 - x - BESIDE);
  const gap = lettersIn(x - BESIDE - (before === undefined ? LEFT - 8 : before + BESIDE));
  const wanted = [...(texts[last] ?? '')].length;
  const share = Math.min(
    wanted,
    Math.max(Math.floor(gap / 2), gap - [...(texts[last - 1] ?? '')].length - 1),
  );
  const isTurned = wanted > behind && share > behind;
  return xs.map((each, index) => {
    const text = texts[index] ?? '';
    if (index === last && isTurned) return labelOf(text, share, { x: each - BESIDE, anchor: 'end' });
    const room = index === last ? behind : lettersIn((xs[index + 1] as number) - CLEAR - each - BESIDE);
    const left = index === last - 1 && isTurned ? Math.min(room, gap - share - 1) : room;
    return labelOf(text, left, { x: each + BESIDE, anchor: 'start' });
  });
}

function labelOf(text: string, room: number, place: Omit<NonNullable<Mark['label']>, 'text'>): Mark['label'] {
  const characters = [...text];
  if (characters.length === 0) return null;
  if (characters.length <= room) return { text, ...place };
  if (room < FEWEST) return null;
  const shown = characters.slice(0, room - 1).join('');
  return { text: `${shown.trimEnd()}…`, ...place };
}

/** A label of fewer letters tells nothing. */
const FEWEST = 6;

function nameOf(members: readonly Placed[], { kind, label }: Lane, said: (at: number) => string): string {
  const [first, last] = [members[0] as Placed, members.at(-1) as Placed];
  if (kind === 'fact')
    return `${said(first.at)}, ${members.map(({ text }) => text.toLowerCase()).join(', ')}`;
  const what = kind === 'other' ? 'entry' : label.toLowerCase();
  if (members.length === 1) return `${said(first.at)}, ${what}${first.text && `: ${first.text}`}`;
  const when = first.at === last.at ? said(first.at) : `${said(first.at)} to ${said(last.at)}`;
  return `${members.length} ${kind === 'other' ? 'entries' : `entries, ${what}`}: ${when}`;
}
