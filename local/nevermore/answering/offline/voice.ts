import { fnv1a } from '../../../../domain/fnv';
import type { SectionId } from '../../../../domain/sections';
import type { StatementKind } from '../../../../domain/story';
import type { ThemeId } from '../../../../domain/themes';
import { ASIDES } from '../../../../domain/themes/asides';
import type { Asides } from '../../../../domain/themes/theme';

/** Over the questions of a draft, in the calm voice and in front of the macabre tails. */
export const QUESTIONS_LABEL = 'Still open';

/** What a draft says beside the author's words. No phrase comes twice in a draft. */
export interface Voice {
  /** In front of a statement that is told without a moment: `*…* ` or nothing. */
  before(kind: StatementKind | null): string;
  /** Behind an item that a moment leads, ` *…*` or nothing: in front it would seem to happen then. */
  after(kind: StatementKind | null, minutes?: number): string;
  /** Lines of their own around the draft; `undefined` where the voice has none. */
  opening(): string | undefined;
  closing(): string | undefined;
  questionsLabel(): string;
}

/** Where people came to harm, or their data did, the jokes stay away from the statements. */
const SOLEMN =
  /\b(?:died|deaths?|killed (?:a|one|two|\d+) (?:people|person|patients?)|injur\w+|hospital|patients?|ambulance|emergency (?:calls?|services?)|suicide|data breach|security breach|breached|exfiltrat\w+|leaked (?:personal|customer|user)|personal data|publicly (?:listable|readable|accessible|exposed)|stolen|ransom\w*|laid off|lay-?offs?)\b/i;

const CALM: Voice = {
  before: () => '',
  after: () => '',
  opening: () => undefined,
  closing: () => undefined,
  questionsLabel: () => QUESTIONS_LABEL,
};

/**
 * The voice of a theme for one draft. The same text, section and seed always get the same phrases; another
 * section gets others.
 */
export function voiceOf(theme: ThemeId, source: string, section: SectionId, seed: string): Voice {
  const asides = ASIDES[theme];
  if (!asides) return CALM;
  const used = new Set<string>();
  let turn = hashOf(`${section}\n${seed}\n${source}`);
  const pick = (stock: readonly string[]): string | undefined => {
    const free = stock.filter((phrase) => !used.has(phrase));
    turn = hashOf(String(turn));
    const chosen = free[turn % free.length];
    if (chosen) used.add(chosen);
    return chosen;
  };
  const solemn = SOLEMN.test(source);
  const italic = (phrase: string | undefined) => (phrase === undefined ? undefined : `*${phrase}*`);
  let hourTold = false;
  const aside = (kind: StatementKind | null, minutes?: number) => {
    if (solemn) return undefined;
    const hours = minutes === undefined || hourTold ? undefined : phrasesOfHour(asides, minutes);
    if (hours) hourTold = true;
    const ofKind = kind ? asides.before[kind] : asides.beforeAnything;
    return italic(pick(hours ?? ofKind) ?? pick(asides.beforeAnything));
  };
  return {
    before: (kind) => spaced(aside(kind), '', ' '),
    after: (kind, minutes) => spaced(aside(kind, minutes), ' ', ''),
    opening: () => italic(pick(solemn ? asides.solemnOpenings : asides.openings)),
    closing: () => (solemn ? undefined : italic(pick(asides.closings))),
    questionsLabel: () => (solemn ? QUESTIONS_LABEL : (pick(asides.questionLabels) ?? QUESTIONS_LABEL)),
  };
}

const spaced = (phrase: string | undefined, before: string, after: string) =>
  phrase === undefined ? '' : before + phrase + after;

const phrasesOfHour = (asides: Asides, minutes: number): readonly string[] | undefined =>
  asides.beforeHours.find(({ from, to }) => minutes >= from * 60 && minutes < to * 60)?.phrases;

function hashOf(text: string): number {
  const hash = fnv1a(text);
  // FNV's low bits are weak, and `%` looks at nothing else.
  return (hash ^ (hash >>> 15)) >>> 0;
}
