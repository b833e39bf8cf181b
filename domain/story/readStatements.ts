import { isEnglish } from '../language';
import { splitStatements } from '../reading/text/stretches';
import { type Moment, momentsIn } from '../reading/times/moments';
import type { SectionId } from '../sections';
import { certainKindOf } from './certainKinds';
import { classify } from './classify';
import { DOUBT } from './doubt';

import type { Statement } from './statement';

/**
 * Reads notes or prose as statements, in the order told. Every letter and figure of the text is in one of
 * them; between them are white space, list marks and separators. Markdown blocks such as code and tables are
 * not for this: hand it prose.
 * @param section where the text stands, when that is known: a root cause tells other things than a summary
 */
export function readStatements(text: string, section?: SectionId | 'timeline'): Statement[] {
  const found = splitStatements(text).map(({ start, end, opensLine }) => {
    const words = text.slice(start, end);
    const moments = momentsIn(words, start);
    return {
      text: words,
      start,
      end,
      opensLine,
      moment: tellingOf(moments, text) ?? null,
      moments: moments.length,
    };
  });
  // The words that kinds were learned from are English.
  if (!isEnglish(text))
    return found.map((each) => ({ ...each, kind: null, confidence: 0, suspected: false }));
  const texts = found.map(({ text: words }) => words);
  const told = classify(texts, section);
  // Who begins with the end ("All good at 01:15. Disk full 23:40"): read in its place, the end would seem to
  // be how it began.
  if (found[0]?.moment && told.slice(1).some(isBeginning)) {
    const [alone] = classify(texts.slice(0, 1));
    if (alone?.kind === 'recovery') told[0] = alone;
  }
  return found.map((each, index) => ({
    ...each,
    ...(certainKindOf(each.text, each.moment !== null) ?? told[index] ?? { kind: null, confidence: 0 }),
    suspected: DOUBT.test(each.text),
  }));
}

/** The moment that something is told at: "the snapshot of 18:00" tells of none, and another one goes before it. */
function tellingOf(moments: readonly Moment[], text: string): Moment | undefined {
  const before = ({ start }: Moment) => text.slice(Math.max(0, start - 12), start);
  return moments.find((moment) => !/(?:\b(?:of|to)|&)\s+$/i.test(before(moment)));
}

const isBeginning = ({ kind }: Pick<Statement, 'kind'>): boolean =>
  kind === 'trigger' || kind === 'symptom' || kind === 'detection';
