import { checkConsistency, checkedDocument } from '../consistency';
import { checkFacts } from '../facts';
import { isHard } from '../facts/finding';
import type { AuthoredContent } from '../postMortem/fields';
import { contradictionsAmong, gapsIn, whereStands } from '../readiness';
import { holdBackAll } from '../secrets/holdBack';
import { insteadOf } from '../secrets/mask';
import { isSecret } from '../secrets/placeholders';
import { isSectionId, type SectionId } from '../sections';
import { shownSections } from '../templates';
import type { ThemeId } from '../themes';
import { toldTexts } from '../toldTexts';
import { checkTone } from '../tone';
import { toldIn } from './replacement';

export const REMARK_KINDS = {
  secret: 'Secret',
  'personal-data': 'Personal data',
  contradiction: 'Contradiction',
  fact: 'Only said here',
  empty: 'Missing',
  'open-question': 'Open question',
  moment: 'Time',
  action: 'Action',
  tone: 'Tone',
  unsure: 'Unsure',
} as const;
export type RemarkKind = keyof typeof REMARK_KINDS;

/** Something that a careful colleague would say of a finished document. */
export interface Remark {
  /** The same for the same thing said of the same words, so that what was put aside stays aside. */
  id: string;
  kind: RemarkKind;
  /** The id of a section or a field. */
  where: string;
  /** Of a timeline, the entry's place in it, from 0. */
  entry?: number;
  /** A sentence or two for the author. */
  message: string;
  /** The words that it is about. */
  quote?: string;
  /** What could stand there instead. Places count UTF-16 units in the section's text. */
  change?: { section: SectionId; start: number; end: number; instead: string };
}

/** More of one kind in one section are a pattern, and told as a number. */
const MOST_OF_A_KIND = 8;

/**
 * Everything that the rules have to say of a whole document, section by section in the order in which it is read,
 * then of its timeline, actions and facts. It changes nothing. Deterministic; time grows with the document's length.
 */
export function reviewOf(document: AuthoredContent, theme: ThemeId): Remark[] {
  const hints = checkConsistency(checkedDocument(document));
  const remarks = [
    ...privateData(document),
    ...betweenSections(document),
    ...gapsIn(document).map(({ kind, ...gap }) =>
      remark({ kind: kind === 'timeline' ? 'moment' : kind, ...gap }),
    ),
    ...contradictionsAmong(hints, document).map(remark),
    ...hints.flatMap((hint) =>
      hint.kind === 'unsure'
        ? [remark({ kind: hint.kind, message: hint.message, ...whereStands(hint, document) })]
        : [],
    ),
    ...tone(document, theme),
    ...weakActions(document, theme),
  ];
  const order = [...shownSections(document).map(({ id }) => id as string), 'timeline', 'actionItems'];
  const placeOf = ({ where }: Remark) => {
    const place = order.indexOf(where);
    return place < 0 ? order.length : place;
  };
  return fewOfEach(distinct(remarks)).sort((one, other) => placeOf(one) - placeOf(other));
}

const remark = (part: Omit<Remark, 'id'>): Remark => ({
  id: [part.kind, part.where, part.quote ?? part.message].join('|'),
  ...part,
});

/** Only of a section the values can be taken out with a click: a row is changed where it stands. */
function privateData(document: AuthoredContent): Remark[] {
  const told = toldTexts(document);
  // What one part names is a secret in all of them.
  const all = holdBackAll(told.map(({ text }) => text));
  return told.flatMap(({ where, entry }, index) =>
    (all[index]?.held ?? []).map(({ placeholder, value, start, end }) =>
      remark({
        kind: isSecret(placeholder) ? 'secret' : 'personal-data',
        where,
        ...(entry !== undefined && { entry }),
        message: isSecret(placeholder)
          ? 'Whoever reads this can use it. Take it out, and replace it where it is used.'
          : 'It tells who somebody is, or how to reach them. Does a reader need it?',
        quote: value,
        ...(isSectionId(where) && {
          change: { section: where, start, end, instead: insteadOf(placeholder) },
        }),
      }),
    ),
  );
}

/** A summary that says what nothing else says was either written from memory or outlived a correction. */
function betweenSections(document: AuthoredContent): Remark[] {
  const { summary } = document;
  const rest = toldIn(document, ['summary']);
  if (summary.trim() === '' || rest.length < summary.length) return [];
  return checkFacts(rest, summary)
    .added.filter(isHard)
    .map(({ value }) =>
      remark({
        kind: 'fact',
        where: 'summary',
        message: 'No other part of the document says this. Is it still right, and should it stand there too?',
        quote: value,
      }),
    );
}

/** A chat has the tone of a chat, and a title its words: outside of sections only blame is remarked on. */
const tone = (document: AuthoredContent, theme: ThemeId): Remark[] =>
  toldTexts(document).flatMap(({ where, entry, text }) =>
    checkTone(text, { theme })
      .filter(({ kind }) => isSectionId(where) || kind === 'blame' || kind === 'culprit')
      .map(({ value, reason, suggestion }) =>
        remark({
          kind: 'tone',
          where,
          ...(entry !== undefined && { entry }),
          message: `${reason} ${suggestion}`,
          quote: value,
        }),
      ),
  );

const weakActions = ({ actionItems }: AuthoredContent, theme: ThemeId): Remark[] =>
  actionItems
    .filter(({ done }) => !done)
    .flatMap(({ text }) =>
      checkTone(text, { theme })
        .filter(({ kind }) => kind === 'weak-action')
        .map(({ value, suggestion }) =>
          remark({
            kind: 'action',
            where: 'actionItems',
            message: `Nobody could say when this is done. ${suggestion}`,
            quote: value,
          }),
        ),
    );

const distinct = (remarks: readonly Remark[]): Remark[] => [
  ...new Map(remarks.map((one) => [`${one.id}|${one.change?.start ?? ''}|${one.entry ?? ''}`, one])).values(),
];

function fewOfEach(remarks: readonly Remark[]): Remark[] {
  const counts = new Map<string, number>();
  const count = ({ kind, where }: Remark) => `${kind} ${where}`;
  for (const one of remarks) counts.set(count(one), (counts.get(count(one)) ?? 0) + 1);
  const shown = new Map<string, number>();
  return remarks.flatMap((one) => {
    const all = counts.get(count(one)) ?? 0;
    const place = (shown.get(count(one)) ?? 0) + 1;
    shown.set(count(one), place);
    // Each secret is to be taken out, however many there are.
    if (one.change || one.kind === 'secret' || place < MOST_OF_A_KIND || all <= MOST_OF_A_KIND) return [one];
    if (place > MOST_OF_A_KIND) return [];
    const more = all - MOST_OF_A_KIND + 1;
    return [remark({ kind: one.kind, where: one.where, message: `${more} more of this kind.` })];
  });
}

/** The document's part with a remark's change made; null where its words no longer stand there. */
export function withChange(
  document: AuthoredContent,
  { change, quote }: Pick<Remark, 'change' | 'quote'>,
): Partial<AuthoredContent> | null {
  if (!change) return null;
  const text = document[change.section];
  if (text.slice(change.start, change.end) !== quote) return null;
  return { [change.section]: text.slice(0, change.start) + change.instead + text.slice(change.end) };
}

/** The remark that undoes a change. */
export function takenBack<One extends Pick<Remark, 'change' | 'quote'>>(remark: One): One {
  const { change, quote = '' } = remark;
  if (!change) return remark;
  const { section, start, instead } = change;
  return {
    ...remark,
    quote: instead,
    change: { section, start, end: start + instead.length, instead: quote },
  };
}
