import type { AuthoredContent, FieldId } from '../postMortem/fields';
import { folded } from '../text';
import { passagesOf } from './passages';
import { type Asked, nearness, type Question } from './question';
import { type Token, tokensOf } from './words';

/** The passage that answers a question, cut out of a document. */
export interface Snippet {
  field: FieldId;
  /** What its author knows the field by. */
  label: string;
  text: string;
  /** Where the words stand: UTF-16 offsets in `text`. */
  marks: { start: number; end: number }[];
}

/** Letters of a snippet, about two lines. */
const LENGTH = 200;
/** How much of it stands before the first match. */
const BEFORE = 50;
const ELLIPSIS = '…';

/**
 * The passage of a document in which most of the question stands; null when not all of the question stands in the
 * document: the index may tell of a moment ago.
 */
export function snippetOf(content: Partial<AuthoredContent>, question: Question): Snippet | null {
  const wanted = question.asked.filter(({ isExcluded }) => !isExcluded);
  const missing = new Set(wanted);
  const unsaid = new Set(question.phrases);
  let best: { passage: ReturnType<typeof passagesOf>[number]; places: Place[]; worth: number } | undefined;
  for (const passage of passagesOf(content)) {
    const places = placesOf(passage.text, wanted, passage.field === 'title');
    for (const { asked } of places) missing.delete(asked);
    if (unsaid.size > 0) {
      const said = folded(passage.text).replaceAll(/\s+/g, ' ');
      for (const phrase of unsaid) if (said.includes(phrase)) unsaid.delete(phrase);
    }
    if (places.length === 0) continue;
    // The title stands above the snippet anyway.
    const worth = new Set(places.map(({ asked }) => asked)).size - (passage.field === 'title' ? 0.5 : 0);
    if (worth > (best?.worth ?? 0)) best = { passage, places, worth };
  }
  if (missing.size > 0 || unsaid.size > 0 || best === undefined) return null;
  const { field, label, text } = best.passage;
  return { field, label, ...cut(text, best.places) };
}

interface Place {
  asked: Asked;
  start: number;
  end: number;
}

/** Where the words of a question stand in a text, in their order. */
function placesOf(text: string, wanted: readonly Asked[], isTitle: boolean): Place[] {
  return tokensOf(text).flatMap((token) =>
    wanted
      .filter((asked) => answers(token, asked, isTitle))
      .map((asked) => ({ asked, start: token.start, end: token.end })),
  );
}

function answers({ whole, parts }: Token, asked: Asked, isTitle: boolean): boolean {
  const words = [whole, ...parts];
  if (words.some((word) => nearness(asked, word) > 0 || (isTitle && word.includes(asked.word)))) return true;
  // Each part counts, wherever it stands; the index has seen that all are there.
  return asked.parts.some((part) => words.some((word) => word.startsWith(part)));
}

/** Some words around the first place where most of the question stands together. */
function cut(text: string, places: readonly Place[]): Pick<Snippet, 'text' | 'marks'> {
  const within = (from: Place) =>
    new Set(
      places
        .filter(({ start, end }) => start >= from.start && end <= from.start + LENGTH - BEFORE)
        .map(({ asked }) => asked),
    ).size;
  let first = places[0] as Place;
  let most = 0;
  // A word in every line of a log is looked at so often and no more.
  for (const place of places.slice(0, 200)) {
    const count = within(place);
    if (count <= most) continue;
    most = count;
    first = place;
  }
  const start = wordStart(text, Math.max(0, first.start - BEFORE), first.start);
  const end = wordEnd(text, Math.min(text.length, Math.max(start + LENGTH, first.end)), first.end);
  const lead = start > 0 ? ELLIPSIS : '';
  // One line end is one character more or less in no text: each becomes one space.
  const shown = text.slice(start, end).replaceAll(/\s/g, ' ');
  const shift = lead.length - start;
  const marks = places
    .filter((place) => place.start >= start && place.end <= end)
    .map((place) => ({ start: place.start + shift, end: place.end + shift }));
  return { text: lead + shown + (end < text.length ? ELLIPSIS : ''), marks: apart(marks) };
}

function wordStart(text: string, from: number, latest: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, latest).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

function wordEnd(text: string, to: number, earliest: number): number {
  if (to === text.length) return to;
  const space = text.slice(earliest, to).search(/\s\S*$/);
  return space < 0 ? to : earliest + space;
}

/** The same word may answer two of the question. */
function apart(marks: readonly { start: number; end: number }[]) {
  const taken: { start: number; end: number }[] = [];
  for (const mark of marks) if (mark.start >= (taken.at(-1)?.end ?? 0)) taken.push(mark);
  return taken;
}
