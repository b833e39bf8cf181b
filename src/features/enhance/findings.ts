import type { Draft, DraftFinding, FindingList } from '../../../domain/enhancement';
import { checkFacts } from '../../../domain/facts';

/** A stretch of a text and the findings that cover it; most stretches have none. */
export interface Stretch {
  text: string;
  /** Where it begins, in UTF-16 units: its identity. */
  at: number;
  findings: DraftFinding[];
}

/** The findings that stand in the draft, and those that stand in the author's text because they are missing. */
export const inDraft = (findings: readonly DraftFinding[]) => findings.filter(({ list }) => list !== 'lost');
export const inSource = (findings: readonly DraftFinding[]) => findings.filter(({ list }) => list === 'lost');

export const isHard = ({ severity }: DraftFinding): boolean => severity === 'hard';

/**
 * Cuts a text where findings begin and end. Overlaps become stretches of their own, and places outside of
 * the text are ignored, so that a wrong offset can blur a highlight but never lose a word.
 */
export function stretches(text: string, findings: readonly DraftFinding[]): Stretch[] {
  const placed = findings.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = new Set([0, text.length, ...placed.flatMap(({ start, end }) => [start, end])]);
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((at, index) => {
    const end = ordered[index + 1] ?? text.length;
    return {
      text: text.slice(at, end),
      at,
      findings: placed.filter((finding) => finding.start <= at && finding.end >= end),
    };
  });
}

const HAPPENED: Record<FindingList, string> = {
  added: 'is not in your text',
  lost: 'is missing from the draft',
  moved: 'stands in another place than in your text',
  hedges: 'is stated without the doubt of your text',
  claims: 'has no support in your text',
};

/** Where the kind says more than the list. */
const HAPPENED_BY_KIND: Readonly<Record<string, string>> = {
  negation: 'says yes where your text says no, or no where it says yes',
  unknown: 'is stated as known; your text says that it is not',
  'hedge-added': 'is doubted here and not in your text',
  recommendation: 'is advice of the model, not of your text',
  derived: 'was worked out from your figures; your text does not state it',
};
/** Kinds that read badly as the first word of a sentence. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  'hedge-added': 'doubt',
  hedge: 'doubt',
  unknown: 'statement',
  negation: 'statement',
  claim: 'statement',
  derived: 'figure',
};

/** A finding in words: what it is about, and what the author's text says in its place. */
export function findingWords(finding: DraftFinding): { what: string; sourceSays: string } {
  const { list, kind, value, instead } = finding;
  const place = list === 'lost' ? 'The draft says' : 'Your text says';
  const nothing = list === 'lost' ? 'The draft says nothing of it.' : 'Your text says nothing of it.';
  return {
    what: `${capitalised(KIND_NAMES[kind] ?? kind.replaceAll('-', ' '))} “${value}” ${HAPPENED_BY_KIND[kind] ?? HAPPENED[list]}`,
    sourceSays: instead ? `${place}: “${instead}”` : nothing,
  };
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const nameOf = ({ list, kind, value }: DraftFinding) => `${list} ${kind} ${value}`;

/**
 * Which of a draft's findings still stand after the author has worked on it. What the author typed himself is
 * his own word and no finding.
 */
export function stillStanding(draft: Draft, source: string, text: string): DraftFinding[] {
  if (text === draft.text) return draft.findings;
  const before = new Set(draft.findings.map(nameOf));
  const now = Object.entries(checkFacts(source, text)) as [FindingList, Omit<DraftFinding, 'list'>[]][];
  return now
    .flatMap(([list, findings]) => findings.map((finding): DraftFinding => ({ ...finding, list })))
    .filter((finding) => before.has(nameOf(finding)));
}

/** The hard facts that two texts do not share, each value once. */
export const differingFacts = (one: string, other: string): string[] => [
  ...new Set(
    Object.values(checkFacts(one, other))
      .flat()
      .filter(({ severity }) => severity === 'hard')
      .map(({ value }) => value),
  ),
];
