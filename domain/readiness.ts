import { checkConsistency, checkedDocument, checkTimeline, entriesOf, type Hint } from './consistency';
import { clockOf } from './incident/clocks';
import { type Point, pointsOfTimeline } from './incident/durations';
import { type Flag, type FlagKind, flagsAbout } from './incident/flags';
import { clockWords, toldBy } from './incident/telling';
import { type AuthoredContent, fieldById } from './postMortem/fields';
import { type Masked, maskAll } from './secrets/mask';
import { sectionById } from './sections';
import { requiredSections, shownSections } from './templates';
import { DEFAULT_THEME } from './themes';
import { questionsIn } from './todo';
import { toldTexts } from './toldTexts';
import { checkTone } from './tone';

/** Something that is not there yet, or not in order. */
export interface Gap {
  kind: 'empty' | 'open-question' | 'action' | 'moment' | 'timeline';
  /** A sentence for its author: what it is, and what to do. */
  message: string;
  /** Where: the id of a section or a field. */
  where: string;
  /** Of a timeline, the entry's place in it, from 0. */
  entry?: number;
}

/** Something that a reader of the published document would miss, or that should not reach one. */
export interface Reservation extends Omit<Gap, 'kind'> {
  kind: Gap['kind'] | 'contradiction' | 'blame' | 'secret' | 'personal-data';
}

/** More of one kind than this are told as a number. */
const MOST_OF_A_KIND = 5;
const MOST_ENTRIES_OF_A_KIND = 10;

/** When it is, in milliseconds since 1970; what lies after it is in the future. Without it nothing does. */
interface Clock {
  now?: number;
}

/**
 * What speaks against publishing a document as it stands. It forbids nothing: whoever publishes has read it.
 * Deterministic, in the order of the kinds above; time grows with the document's length.
 */
export const reservationsAbout = (document: AuthoredContent, clock: Clock = {}): Reservation[] => [
  ...gapsIn(document, clock),
  ...contradictionsAmong(checkConsistency(checkedDocument(document)), document),
  ...blame(document),
  ...privateData(document),
];

/** What a document still lacks. */
export const gapsIn = (document: AuthoredContent, { now = Number.POSITIVE_INFINITY }: Clock = {}): Gap[] => [
  ...emptySections(document),
  ...openQuestions(document),
  ...weakActions(document),
  ...missingMoments(document),
  ...timelineFlags(document, now),
];

const emptySections = (document: AuthoredContent): Gap[] =>
  requiredSections(document)
    .filter((id) => document[id].trim() === '')
    .map((id) => ({
      kind: 'empty',
      message: `${sectionById(id).label} is empty. ${sectionById(id).hint}`,
      where: id,
    }));

const openQuestions = (document: AuthoredContent): Gap[] =>
  shownSections(document).flatMap(({ id, label }): Gap[] => {
    const count = questionsIn(document[id]).length;
    if (count === 0) return [];
    const questions = count === 1 ? 'a question' : `${count} questions`;
    return [{ kind: 'open-question', message: `${label} still asks ${questions}.`, where: id }];
  });

function weakActions({ actionItems }: AuthoredContent): Gap[] {
  const open = actionItems.filter(({ text, done }) => text.trim() !== '' && !done);
  if (actionItems.every(({ text }) => text.trim() === '')) {
    return [
      {
        kind: 'action',
        message: 'There are no action items. What keeps it from happening again?',
        where: 'actionItems',
      },
    ];
  }
  const ownerless = open.filter(({ owner }) => owner.trim() === '');
  const endless = open.filter(({ owner, dueDate }) => owner.trim() !== '' && dueDate.trim() === '');
  return [
    ...atMost(ownerless, 'action items have no owner', ({ text }) => `“${short(text)}” has no owner.`),
    ...atMost(endless, 'action items have no due date', ({ text }) => `“${short(text)}” has no due date.`),
  ].map((message): Gap => ({ kind: 'action', message, where: 'actionItems' }));
}

function missingMoments(document: AuthoredContent): Gap[] {
  const points = pointsOfTimeline(document);
  const about = (id: 'startedAt' | 'resolvedAt', point: Point | undefined, missing: string): Gap[] => {
    if (document[id] !== null) return [];
    const { label } = fieldById(id);
    const message = point
      ? `The field ${label} is empty. The timeline says ${clockWords(clockOf(document), point.at, true)} (${toldBy(point)}).`
      : missing;
    return [{ kind: 'moment', message, where: id }];
  };
  return [
    ...about('startedAt', points.get('started'), 'No time says when it started.'),
    ...about('resolvedAt', points.get('resolved'), 'No time says when it was resolved.'),
  ];
}

const MANY: Readonly<Record<FlagKind, string>> = {
  order: 'entries of the timeline are before one that stands above them',
  missing: 'entries of the timeline tell no time, or not on which day',
  future: 'entries of the timeline lie in the future',
  contradiction: 'entries of the timeline contradict a field or another entry',
  zone: 'entries of the timeline do not say in which time zone they are',
};

/** What is flagged at the entries, each with its place; many of a kind as a number, with the place of the first. */
function timelineFlags(document: AuthoredContent, now: number): Gap[] {
  const kinds = new Map<FlagKind, Flag[]>();
  for (const flag of flagsAbout(document, now)) {
    const others = kinds.get(flag.kind);
    if (others) others.push(flag);
    else kinds.set(flag.kind, [flag]);
  }
  const at = (entry: number | undefined, message: string): Gap => ({
    kind: 'timeline',
    message,
    where: 'timeline',
    ...(entry !== undefined && { entry }),
  });
  return [...kinds].flatMap(([kind, flags]) =>
    flags.length > MOST_ENTRIES_OF_A_KIND
      ? [
          at(
            flags[0]?.entry,
            `${flags.length} ${MANY[kind]}. The first is entry ${(flags[0]?.entry ?? 0) + 1}.`,
          ),
        ]
      : flags.map(({ entry, message }) => at(entry, `Timeline, entry ${entry + 1}: ${message}`)),
  );
}

/** Those of a document's hints that contradict each other. */
export function contradictionsAmong(
  hints: readonly Hint[],
  document: AuthoredContent,
): Array<Reservation & { kind: 'contradiction' }> {
  // An entry that goes back in time is flagged where it stands.
  const rows = entriesOf({ ...checkedDocument(document), sections: {} });
  const flagged = checkTimeline(rows).map(({ message }) => message);
  return hints
    .filter(({ kind, message }) => kind !== 'unsure' && !flagged.includes(message))
    .map((hint) => ({ kind: 'contradiction', message: hint.message, ...whereStands(hint, document) }));
}

/** Where a hint stands: in a timeline, at the entry that has its words in that place, where one has. */
export function whereStands(
  { where, start, end, value }: Hint,
  { timeline }: AuthoredContent,
): Pick<Gap, 'where' | 'entry'> {
  if (where !== 'timeline' || value === undefined) return { where };
  const entry = timeline.findIndex(({ at, text }) => `${at} ${text}`.slice(start, end) === value);
  return { where, ...(entry >= 0 && { entry }) };
}

const blame = (document: AuthoredContent): Reservation[] =>
  fewEntries(
    toldTexts(document).flatMap(({ label, where, entry, text }) =>
      atMost(
        checkTone(text, { theme: DEFAULT_THEME.id }).filter(
          ({ kind }) => kind === 'blame' || kind === 'culprit',
        ),
        `places in ${label} blame somebody`,
        ({ value }) => `${label}: “${short(value)}” may read as blame.`,
      ).map(
        (message): Reservation => ({ kind: 'blame', message, where, ...(entry !== undefined && { entry }) }),
      ),
    ),
  );

function privateData(document: AuthoredContent): Reservation[] {
  const texts = toldTexts(document);
  // What one part names is a secret in all of them.
  const masked = maskAll(texts.map(({ text }) => text)).each;
  return fewEntries(
    texts.flatMap(({ label, where, entry }, index): Reservation[] => {
      const { found, secret } = masked[index] as Masked;
      if (found.length === 0) return [];
      const told = `${label} tells ${AND.format(found)}.`;
      const place = { where, ...(entry !== undefined && { entry }) };
      return [
        secret
          ? { kind: 'secret', message: `${told} Whoever has read a key can use it.`, ...place }
          : { kind: 'personal-data', message: told, ...place },
      ];
    }),
  );
}

const MANY_TELL = {
  blame: 'may blame somebody',
  secret: 'tell a secret',
  'personal-data': 'tell personal data',
} as const;

/** Many entries of the timeline with the same of it are told as a number, with the place of the first. */
const fewEntries = (all: readonly Reservation[]): Reservation[] =>
  Object.entries(MANY_TELL).reduce<Reservation[]>(
    (rest, [kind, tell]) => {
      const isOne = (one: Reservation) => one.kind === kind && one.entry !== undefined;
      const entries = [...new Set(rest.filter(isOne).map(({ entry = 0 }) => entry))];
      const first = rest.find(isOne);
      if (!first || entries.length <= MOST_ENTRIES_OF_A_KIND) return rest;
      const message = `${entries.length} entries of the timeline ${tell}. The first is entry ${(first.entry ?? 0) + 1}.`;
      return [...rest.filter((one) => !isOne(one)), { ...first, message }];
    },
    [...all],
  );

const AND = new Intl.ListFormat('en', { type: 'conjunction' });

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text.trim());

function atMost<T>(all: readonly T[], whatTheyDo: string, say: (one: T) => string): string[] {
  return all.length > MOST_OF_A_KIND ? [`${all.length} ${whatTheyDo}.`] : all.map(say);
}
