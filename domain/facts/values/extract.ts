import { codeContent } from '../../reading/text/codeSpans';
import { type Reading, read } from '../../reading/text/plainText';
import { readClockTimes } from './clockTimes';
import { readDates } from './dates';
import { Collector, type Fact } from './fact';
import { readIdentifiers, readMarkedIds } from './identifiers';
import { readLinks } from './links';
import { readNames } from './properNames';
import { readQuantities } from './quantities';
import { readQuotations } from './quotations';
import { readVersions } from './versions';

/** A text's facts in the order of the text, and the reading that their places refer to. */
export interface Extract {
  reading: Reading;
  facts: Fact[];
  /** What is left of the text when every fact is blotted out: its words. */
  words: string;
}

/** Reads every fact of a text, the most certain family first. Pure; time grows with the text's length. */
export function extract(text: string): Extract {
  const reading = read(text);
  const collector = new Collector(reading);
  readQuotations(collector);
  readLinks(collector);
  readMarkedIds(collector);
  readVersions(collector);
  readDates(collector);
  readClockTimes(collector);
  readQuantities(collector);
  readIdentifiers(collector);
  readNames(collector);
  const facts = [...collector.facts, ...codeFacts(reading)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  return { reading, facts, words: collector.text };
}

/** Code as literals, and what is in it as support for those who write the same in prose. */
function codeFacts(reading: Reading): Fact[] {
  const literals = reading.code.flatMap((span): Fact[] => {
    const content = codeContent(reading.original, span);
    if (content.trim() === '') return [];
    const from = inReading(reading, span.start);
    const value = reading.original.slice(span.start, span.end);
    return [
      {
        kind: 'code',
        keys: [`c:${content}`],
        severity: 'hard',
        value,
        ...span,
        from,
        to: inReading(reading, span.end),
      },
    ];
  });
  const [first] = literals;
  if (!first) return [];
  const { value, start, end, from, to } = first;
  const within = literals.map(({ keys }) => (keys[0] as string).slice(2).replace(/[`~]/g, ' ')).join('\n\n');
  return [
    ...literals,
    ...extract(within).facts.map((fact): Fact => ({ ...fact, value, start, end, from, to, weak: true })),
  ];
}

/** Where the reading has what stands at a place of the text. */
function inReading({ origin, text }: Reading, at: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (origin.at(middle) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
