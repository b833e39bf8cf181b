import { isSectionId, SECTIONS, type Section, type SectionId, sectionById } from './sections';

/** A way to write up an incident: which sections a document shows, in which order, and what they start from. */
export interface Template {
  /** What a document that uses it says; two templates never share one. */
  name: string;
  /** When to choose it, in a line. */
  suits: string;
  sections: readonly SectionId[];
  /** What must not be empty when the document is published. */
  required: readonly SectionId[];
  /** What a section starts with while it is empty, as questions that a draft and a search know how to read. */
  start?: Readonly<Partial<Record<SectionId, string>>>;
  /** What it is about is told to few. */
  isPrivate?: true;
}

const FIVE_WHYS = [
  '1. [TODO: Why did it happen?]',
  '2. [TODO: Why was that possible?]',
  '3. [TODO: Why was that so?]',
  '4. [TODO: Why did nothing stop it?]',
  '5. [TODO: Why did nobody know?]',
].join('\n');

/** What a document shows that names no template, as those did that were written before there were any. */
export const STANDARD: Template = {
  name: 'Standard',
  suits: 'Most incidents: what happened, why, what ended it, what was learned.',
  sections: ['summary', 'impact', 'description', 'rootCause', 'resolution', 'lessons'],
  required: ['summary', 'impact', 'description', 'rootCause', 'resolution'],
};

/**
 * The templates that come with Nevermore. Their sections follow what their namesakes publish:
 * https://sre.google/sre-book/example-postmortem/,
 * https://www.atlassian.com/incident-management/postmortem/templates,
 * https://docs.aws.amazon.com/wellarchitected/latest/operational-readiness-reviews/the-correction-of-error-coe-document.html.
 */
export const TEMPLATES: readonly Template[] = [
  STANDARD,
  {
    name: 'One-pager',
    suits: 'Small incidents that fit on a screen.',
    sections: ['summary', 'impact', 'rootCause', 'resolution'],
    required: ['summary'],
  },
  {
    name: 'Google SRE',
    suits: 'What worked, what did not and where one was lucky, told apart.',
    sections: [
      'summary',
      'impact',
      'rootCause',
      'background',
      'resolution',
      'detection',
      'wentWell',
      'wentBadly',
      'gotLucky',
      'lessons',
    ],
    required: ['summary', 'impact', 'rootCause', 'background', 'resolution', 'detection'],
  },
  {
    name: 'Atlassian',
    suits: 'Led up to, found, answered and recovered from, with five whys.',
    sections: [
      'summary',
      'background',
      'description',
      'impact',
      'detection',
      'response',
      'resolution',
      'rootCause',
      'lessons',
    ],
    required: ['summary', 'background', 'impact', 'detection', 'response', 'resolution', 'rootCause'],
    start: { rootCause: FIVE_WHYS },
  },
  {
    name: 'Amazon COE',
    suits: 'A correction of error: figures first, five whys, lessons that become actions.',
    sections: ['summary', 'impact', 'description', 'detection', 'resolution', 'rootCause', 'lessons'],
    required: ['summary', 'impact', 'description', 'rootCause', 'lessons'],
    start: {
      rootCause: FIVE_WHYS,
      detection: '[TODO: How could the time to detection be halved?]',
      resolution: '[TODO: How could the time to recovery be halved?]',
    },
  },
  {
    name: 'Security incident',
    suits: 'A break-in, a leak, a lost key. Private to those you share it with.',
    sections: [
      'summary',
      'impact',
      'detection',
      'description',
      'response',
      'rootCause',
      'resolution',
      'lessons',
    ],
    required: ['summary', 'impact', 'detection', 'response', 'rootCause', 'resolution'],
    start: {
      impact:
        '[TODO: Which data could be read or changed, by whom, from when to when?]\n\n[TODO: Who has to be told, by law or contract, and by when?]',
      resolution: '[TODO: Which keys and passwords were replaced?]',
    },
    isPrivate: true,
  },
  {
    name: 'Near miss',
    suits: 'Nothing broke this time. What would have?',
    sections: ['summary', 'background', 'surprised', 'gotLucky', 'wentWell', 'lessons'],
    required: ['summary', 'gotLucky', 'lessons'],
  },
];

/** The template that comes with Nevermore under this name, if one does. A team's own are stored with its documents. */
export const templateNamed = (name: string): Template | undefined =>
  TEMPLATES.find((template) => template.name === (name || STANDARD.name));

/** What a document shows is chosen by, and what stands in it. */
type LaidOut = { readonly template: string; readonly layout: readonly string[] } & {
  readonly [Id in SectionId]: string;
};

/**
 * The sections that a document shows: those of its layout in its order, then every other one that has a text.
 * Changing the layout can therefore hide no text.
 */
export function shownSections(document: LaidOut): Section[] {
  const chosen = document.layout.filter(isSectionId);
  const laidOut = chosen.length > 0 ? [...new Set(chosen)] : STANDARD.sections;
  const written = SECTIONS.filter(({ id }) => !laidOut.includes(id) && document[id].trim() !== '');
  return [...laidOut.map(sectionById), ...written];
}

/** The required sections of a document's template; of a team's own template, all that it shows first. */
export const requiredSections = (document: LaidOut): readonly SectionId[] =>
  templateNamed(document.template)?.required ?? document.layout.filter(isSectionId).slice(0, 1);

/**
 * What changes in a document that takes up a template: its layout, and what its empty sections start with. Where
 * nobody has touched a question of the template before, a section is as empty as it was. A team's own questions stay:
 * they may be what this very author wrote.
 */
export function withTemplate<D extends LaidOut>(document: D, template: Template): Partial<D> {
  const before = templateNamed(document.template)?.start ?? {};
  const untouched = Object.entries(before).filter(([id, text]) => document[id as SectionId] === text);
  const emptied = Object.fromEntries(untouched.map(([id]) => [id, '']));
  const started = Object.entries(template.start ?? {}).filter(
    ([id]) => (emptied[id] ?? document[id as SectionId]).trim() === '',
  );
  const isStandard = template.name === STANDARD.name;
  return {
    template: isStandard ? '' : template.name,
    layout: isStandard ? [] : [...template.sections],
    ...emptied,
    ...Object.fromEntries(started),
  } as unknown as Partial<D>;
}

/** The name of a document's template as people read it. */
export const templateNameOf = (document: Pick<LaidOut, 'template'>): string =>
  document.template || STANDARD.name;
