import { LIMITS } from '../limits';
import type { TimelineEntry } from '../postMortem';
import { sentencesOf } from '../reading/text/sentences';
import { splitStatements } from '../reading/text/stretches';
import { timesIn } from '../reading/times/points';
import { Dating } from './dating';
import type { Given, ImportedEntry } from './entry';
import { kindOf } from './kinds';
import { entriesOf, type Offer } from './landing';
import { type Phrase, phraseAt } from './phrases';
import { instantOfRow } from './rowTimes';

/** Prose that may tell times: the words of a section, and what it is called. */
export interface Prose {
  /** "description": where its entries come from. */
  name: string;
  text: string;
}

/**
 * What a document's prose tells at a time and its timeline does not have yet, each as an entry that may be
 * added: the author's words, a sentence or the part of it that has a time of its own. Code and tables are not
 * prose. Whether the timeline has it is a matter of the time alone, because prose and rows say it differently.
 */
export function offersFromProse(
  prose: readonly Prose[],
  existing: readonly TimelineEntry[],
  given: Given = {},
): Offer[] {
  const there = existing.map((entry) => ({
    instant: instantOfRow(entry),
    clock: phraseAt(entry.at.trim())?.time ?? null,
  }));
  const offers: Offer[] = [];
  for (const { name, text } of prose) {
    const dating = new Dating(given);
    for (const { words, phrase } of toldAtTimes(text)) {
      const moment = dating.moment(phrase);
      const read: ImportedEntry = { ...moment, text: words, kind: kindOf(words), source: name };
      const instant = moment.at === null ? null : Date.parse(moment.at);
      const isThere = there.some((entry) =>
        instant !== null && entry.instant !== null
          ? sameMinute(instant, entry.instant)
          : entry.clock !== null && phrase.time !== null && sameMinute(entry.clock, phrase.time),
      );
      if (isThere) continue;
      for (const entry of entriesOf(read)) {
        offers.push({ line: offers.length + 1, joined: [], entry, note: moment.note, why: null, isThere });
      }
    }
  }
  return offers;
}

const sameMinute = (one: number, other: number): boolean =>
  Math.floor(one / 60_000) === Math.floor(other / 60_000);

/** What the prose tells at a time of day, with that time. */
function* toldAtTimes(text: string): Generator<{ words: string; phrase: Phrase }> {
  for (const { kind, text: sentence } of sentencesOf(text)) {
    if (kind !== 'prose' && kind !== 'item') continue;
    for (const { start, end } of splitStatements(sentence)) {
      const statement = sentence.slice(start, end).trim();
      const point = timesIn(statement).find(({ minute, impossible }) => minute !== undefined && !impossible);
      const phrase = point && phraseAt(statement.slice(point.start));
      if (!phrase || phrase.time === null) continue;
      yield { words: withoutLeadingTime(statement, point.start, phrase), phrase };
    }
  }
}

/** The words without a time that they only begin with: "At 14:02 UTC, the deploy started". */
function withoutLeadingTime(statement: string, start: number, phrase: Phrase): string {
  if (!/^(?:[*_([]*(?:at|on)?\s*)$/i.test(statement.slice(0, start))) return statement;
  const rest = statement.slice(start + phrase.length).replace(/^[\s,:;)\]*_–—-]+/, '');
  return rest.length < 3 || rest.length > LIMITS.lineLength ? statement : rest;
}
