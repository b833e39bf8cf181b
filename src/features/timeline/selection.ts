import { LIMITS } from '../../../domain/limits';
import type { TimelineEntry } from '../../../domain/postMortem';
import { documentBytes } from '../../../domain/postMortem/size';
import type { Offer } from '../../../domain/timeline/landing';
import { type Beside, inOrderOfColumns, withTime } from '../../../domain/timeline/rowTimes';
import type { DocumentContent } from '../../data/types';
import { numberWords, say } from '../../language/say';

/** What somebody made of an offer. */
interface Changed {
  isTicked?: boolean;
  entry?: TimelineEntry;
}

/** Offers, and what is to become of them. Offers are named by their place in the list. */
export interface Selection {
  offers: readonly Offer[];
  changed: ReadonlyMap<number, Changed>;
}

export const selectionOf = (offers: readonly Offer[]): Selection => ({ offers, changed: new Map() });

/** What a new timeline takes over, unless somebody says otherwise: entries that are not there yet. */
const isTickedAtFirst = ({ why, isThere }: Offer): boolean => why === null && !isThere;

/**
 * The same choices for offers that were read anew, as long as they are of the same words: with another day or
 * zone the times change, and neither ticks nor edited words do.
 */
export function carriedOver(selection: Selection, offers: readonly Offer[]): Selection {
  if (selection.offers === offers) return selection;
  const changed = new Map<number, Changed>();
  const carried: Selection = { offers, changed };
  for (const [index, { isTicked: is, entry }] of selection.changed) {
    const [before, now] = [selection.offers[index], offers[index]];
    if (!before || !now || before.line !== now.line || before.entry.text !== now.entry.text) continue;
    if (is !== undefined) changed.set(index, { isTicked: is });
    if (!entry) continue;
    const { text, kind } = entry;
    const { kind: _, ...rest } = now.entry;
    const again = inOrderOfColumns({ ...rest, text, ...(kind && { kind }) });
    changed.set(index, { ...changed.get(index), entry: again });
    if (entry.at !== before.entry.at) {
      const retold = withTime(again, entry.at, besideIn(carried, index));
      changed.set(index, { ...changed.get(index), entry: retold });
    }
  }
  return carried;
}

export const isTicked = ({ offers, changed }: Selection, index: number): boolean =>
  changed.get(index)?.isTicked ?? isTickedAtFirst(offers[index] as Offer);

export const entryOf = ({ offers, changed }: Selection, index: number): TimelineEntry =>
  changed.get(index)?.entry ?? (offers[index] as Offer).entry;

function withChange(selection: Selection, index: number, change: Changed): Selection {
  const changed = new Map(selection.changed);
  changed.set(index, { ...changed.get(index), ...change });
  return { ...selection, changed };
}

export const ticked = (selection: Selection, index: number, is: boolean): Selection =>
  withChange(selection, index, { isTicked: is });

export const edited = (selection: Selection, index: number, entry: TimelineEntry): Selection =>
  withChange(selection, index, { entry });

/** Another time for an offer; its moment is read anew beside its own and that of the entry above it. */
export const withOtherTime = (selection: Selection, index: number, at: string): Selection =>
  edited(selection, index, withTime(entryOf(selection, index), at, besideIn(selection, index)));

/** What an offer's time is read beside: what it was at first, and the next ticked entry above with a moment. */
function besideIn(selection: Selection, index: number): Beside {
  const { entry: own } = selection.offers[index] as Offer;
  for (let before = index - 1; before >= 0; before--) {
    const above = entryOf(selection, before);
    if (above.moment && isTicked(selection, before)) return { own, above };
  }
  return { own };
}

/** Ticks the entries that are wanted, and no other. Left-out lines that were taken by hand stay taken. */
export function onlyTicked(
  selection: Selection,
  isWanted: (entry: TimelineEntry, offer: Offer, index: number) => boolean,
): Selection {
  const changed = new Map(selection.changed);
  for (const [index, offer] of selection.offers.entries()) {
    if (offer.why !== null) continue;
    changed.set(index, {
      ...changed.get(index),
      isTicked: isWanted(entryOf(selection, index), offer, index),
    });
  }
  return { ...selection, changed };
}

/** The entries that are ticked, in the order of the lines. */
export const chosenEntries = (selection: Selection): TimelineEntry[] =>
  selection.offers.flatMap((_, index) => (isTicked(selection, index) ? [entryOf(selection, index)] : []));

/** Why what is ticked does not fit, and how many of it would. */
export interface TooMuch {
  why: string;
  fits: number;
}

/** What keeps the chosen entries from being saved in a document; null when nothing does. */
export function tooMuch(chosen: readonly TimelineEntry[], content: DocumentContent): TooMuch | null {
  const there = content.timeline.length;

  const room = Math.max(0, LIMITS.timelineEntries - there);
  let bytes = documentBytes(content);
  let fits = 0;
  for (const entry of chosen) {
    bytes += documentBytes(entry) + 1;
    if (bytes > LIMITS.documentBytes || fits >= room) break;
    fits++;
  }
  if (fits === chosen.length) return null;
  if (chosen.length > room) {
    const told = { most: numberWords(LIMITS.timelineEntries), ticked: numberWords(chosen.length) };
    const why =
      there === 0
        ? say('A timeline holds {most} entries; {ticked} are ticked.', told)
        : say('A timeline holds {most} entries and has {there}; {ticked} are ticked.', {
            ...told,
            there: numberWords(there),
          });
    return { why, fits };
  }
  return {
    why: say('A document holds {size} KB, and with these entries it would have more.', {
      size: numberWords(LIMITS.documentBytes / 1_000),
    }),
    fits,
  };
}
