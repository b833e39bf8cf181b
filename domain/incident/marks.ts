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
  /** Beside the mark, where there is room. */
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

/** The marks of one lane, what is too near being one; each label ends before the next mark begins. */
export function marksOf(placed: readonly Placed[], { lane, from, to, scale, said }: Drawing): Mark[] {
  const groups: Array<{ beyond: Mark['beyond']; members: Placed[]; x: number }> = [];
  for (const one of placed) {
    const beyond = one.at < from ? 'before' : one.at > to ? 'after' : null;
    const x = beyond === 'before' ? LEFT : beyond === 'after' ? RIGHT : scale(one.at);
    const last = groups.at(-1);
    if (last && last.beyond === beyond && x - last.x < NEAREST) last.members.push(one);
    else groups.push({ beyond, members: [one], x });
  }
  return groups.map((group, index, all): Mark => {
    const { members, beyond, x } = group;
    const name = nameOf(members, lane, said);
    const text = members.length > 1 || lane.kind === 'fact' ? '' : (members[0]?.text ?? '');
    return {
      ...{ kind: lane.kind, x, y: lane.y, beyond, name },
      entries: members.flatMap(({ entry }) => (entry === null ? [] : [entry])),
      label: labelBeside(x, text || factLabel(members), all[index + 1]?.x),
    };
  });
}

const factLabel = (members: readonly Placed[]): string =>
  members.every(({ kind }) => kind === 'fact') ? members.map(({ text }) => text).join(', ') : '';

function labelBeside(x: number, text: string, next: number | undefined): Mark['label'] {
  if (text === '') return null;
  const start = x + NEAREST / 2 + 2;
  const room = Math.floor(((next === undefined ? RIGHT + 12 : next - NEAREST / 2 - 4) - start) / LETTER);
  const characters = [...text];
  if (characters.length <= room) return { text, x: start, anchor: 'start' };
  if (room < FEWEST) return null;
  return {
    text: `${characters
      .slice(0, room - 1)
      .join('')
      .trimEnd()}…`,
    x: start,
    anchor: 'start',
  };
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
