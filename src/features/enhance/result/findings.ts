import type { Draft, DraftFinding, FindingList } from '../../../../domain/enhancement';
import { findingsIn } from '../../../../domain/enhancement/findings';
import { checkDraft, type Grounds } from '../../../../domain/enhancement/gate';
import { isHard } from '../../../../domain/facts/finding';
import type { Wording } from '../../../language/italian';
import { say, translated } from '../../../language/say';

/** The findings that stand in the draft, and those that stand in the author's text because they are missing. */
export const inDraft = (findings: readonly DraftFinding[]) => findings.filter(({ list }) => list !== 'lost');
export const inSource = (findings: readonly DraftFinding[]) => findings.filter(({ list }) => list === 'lost');

const HAPPENED: Record<FindingList, Wording> = {
  added: 'is not in your text',
  lost: 'is missing from the draft',
  moved: 'stands in another place than in your text',
  hedges: 'is stated without the doubt of your text',
  claims: 'has no support in your text',
};

/** Where the kind says more than the list. */
const HAPPENED_BY_KIND: Readonly<Record<string, Wording>> = {
  negation: 'says yes where your text says no, or no where it says yes',
  unknown: 'is stated as known; your text says that it is not',
  'hedge-added': 'is doubted here and not in your text',
  recommendation: 'is advice of the model, not of your text',
  word: 'stands where your text has another word',
  quantifier: 'is another quantity than in your text',
  direction: 'is another direction than in your text',
  order: 'is told in another order than in your text',
  roles: 'puts together what your text tells apart',
  derived: 'was worked out from your figures; your text does not state it',
};
/** Kinds that read badly as the first word of a sentence. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  'hedge-added': 'doubt',
  hedge: 'doubt',
  unknown: 'statement',
  negation: 'statement',
  claim: 'statement',
  quantifier: 'quantity',
  order: 'statement',
  roles: 'statement',
  derived: 'figure',
};

/** A finding in words: what it is about, and what the author's text says in its place. */
export function findingWords(finding: DraftFinding): { what: string; sourceSays: string } {
  const { list, kind, value, instead } = finding;
  const place = list === 'lost' ? say('The draft says') : say('Your text says');
  const nothing =
    list === 'lost' ? say('The draft says nothing of it.') : say('Your text says nothing of it.');
  return {
    what: `${capitalised(translated(KIND_NAMES[kind] ?? kind.replaceAll('-', ' ')))} “${value}” ${happened(finding)}`,
    sourceSays: instead ? `${place}: “${instead}”` : nothing,
  };
}

/** A value longer than this is not said again where it is marked anyway. */
const LONGEST_VALUE = 24;

/** A finding in words for the margin, right below the words that it is about. */
export function noteWords(finding: DraftFinding): string {
  const { value } = finding;
  const { what, sourceSays } = findingWords(finding);
  const said = value.length > LONGEST_VALUE ? say('This {happened}', { happened: happened(finding) }) : what;
  return `${isHard(finding) ? say('Open|finding') : say('Warning')}: ${said}. ${sourceSays}`;
}

const happened = ({ kind, list }: DraftFinding): string => say(HAPPENED_BY_KIND[kind] ?? HAPPENED[list]);

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything that the check says of a text. */
const reported = (grounds: Grounds, text: string): DraftFinding[] => findingsIn(checkDraft(grounds, text));

/** The same thing found again: a sentence may have been touched up since, what it stands against has not. */
const isSame = (one: DraftFinding, other: DraftFinding): boolean =>
  one.list === other.list &&
  one.kind === other.kind &&
  (one.value === other.value || (Boolean(one.instead) && one.instead === other.instead));

/**
 * Which of a draft's findings still stand after the author has written in it. What he typed himself is his own
 * word and no finding.
 */
export function stillStanding(draft: Draft, grounds: Grounds, text: string): DraftFinding[] {
  if (text === draft.text) return draft.findings;
  return reported(grounds, text).filter((now) => draft.findings.some((before) => isSame(before, now)));
}

/**
 * What stands against a mix of the author's text and a draft. Sound texts can make an unsound mix, two times
 * swapped for instance, so everything counts except values that neither had: those the author typed.
 */
export const foundInMix = (draft: Draft, own: Grounds, mix: string): DraftFinding[] =>
  reported(own, mix).filter(({ list, value }) => list !== 'added' || draft.text?.includes(value));

/** The hard facts that two texts do not share, each value once. */
export const differingFacts = (one: string, other: string): string[] => [
  ...new Set(
    reported({ source: one }, other)
      .filter(isHard)
      .map(({ value }) => value),
  ),
];
