import { isEnglish } from '../language';
import { splitStatements } from '../reading/text/stretches';
import { type Moment, momentsIn } from '../reading/times/moments';
import type { SectionId } from '../sections';
import { certainKindOf, isTold } from './certainKinds';
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
  let list: ReturnType<typeof certainKindOf>;
  return found.map((each, index) => {
    const certain = certainKindOf(each.text, each.moment !== null);
    // "Action: ship it with the model; shadow mode 24h; alert on the rate": one label for all of them.
    const goesOn = text.slice(found[index - 1]?.end ?? 0, each.start).includes(';');
    const isNext =
      each.moment === null && !isTold(each.text) && [null, 'followUp'].includes(told[index]?.kind ?? null);
    list = certain?.kind === 'followUp' ? certain : goesOn && isNext ? list : undefined;
    return {
      ...each,
      ...(certain ?? list ?? told[index] ?? { kind: null, confidence: 0 }),
      suspected: DOUBT.test(each.text),
    };
  });
}

/** The moment that something is told at: "the snapshot of 18:00" tells of none, and another one goes before it. */
function tellingOf(moments: readonly Moment[], text: string): Moment | undefined {
  const before = ({ start }: Moment) => text.slice(Math.max(0, start - 12), start);
  return moments.find(
    (moment) => !/(?:\b(?:of|to)|&)\s+$/i.test(before(moment)) && !isInAnAside(moment, text),
  );
}

/** So many words beside its time, and a bracket tells something of its own: "(their bug, they admitted it at 15:30)". */
const FEWEST_IN_AN_ASIDE = 3;
const LONGEST_ASIDE = 200;

function isInAnAside({ start, end }: Moment, text: string): boolean {
  const ahead = /\(([^()\n]*)$/.exec(text.slice(Math.max(0, start - LONGEST_ASIDE), start))?.[1];
  const behind = /^([^()\n]*)\)/.exec(text.slice(end, end + LONGEST_ASIDE))?.[1];
  if (ahead === undefined || behind === undefined) return false;
  return (`${ahead} ${behind}`.match(/\p{L}{2,}/gu) ?? []).length >= FEWEST_IN_AN_ASIDE;
}

const isBeginning = ({ kind }: Pick<Statement, 'kind'>): boolean =>
  kind === 'trigger' || kind === 'symptom' || kind === 'detection';
