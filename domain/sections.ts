import type { StatementKind } from './story/statement';

interface Described {
  id: string;
  label: string;
  hint: string;
  /** What a good one answers. */
  questions: readonly string[];
  /** The kinds of statements it is for. */
  tells: readonly StatementKind[] | 'all';
  /** Which section a kind of statement belongs to instead. What is not named may stay. */
  elsewhere: Partial<Record<StatementKind, string>>;
}

/**
 * The prose sections of a post-mortem. Form, export, prompts and the offline drafter iterate over this
 * list, so adding a section here (and its field in `amplify/data/schema.ts`) adds it everywhere.
 */
export const SECTIONS = [
  {
    id: 'summary',
    label: 'Summary',
    hint: 'What happened, to whom, for how long, in three or four sentences.',
    questions: [
      'What happened, in one sentence?',
      'Who was affected, and for how long?',
      'How was it resolved?',
    ],
    tells: 'all',
    // A summary says a little of everything.
    elsewhere: { followUp: 'resolution' },
  },
  {
    id: 'impact',
    label: 'Impact',
    hint: 'Who noticed what, how many, for how long. Say how the figures were measured.',
    questions: [
      'Which users or services were affected, and how many?',
      'From when to when?',
      'Was any data lost, delayed or exposed?',
    ],
    tells: ['impact'],
    elsewhere: {
      cause: 'rootCause',
      mitigation: 'resolution',
      recovery: 'resolution',
      followUp: 'resolution',
      wrongTurn: 'description',
      response: 'description',
    },
  },
  {
    id: 'description',
    label: 'Description',
    hint: 'The story in order: how it began, how it was noticed, what was tried, what worked.',
    questions: [
      'How was the incident detected?',
      'What was the first visible symptom?',
      'What was tried, and what worked?',
      'When was service restored?',
    ],
    tells: 'all',
    // The story may hold every step; what was lost and why are told elsewhere.
    elsewhere: { impact: 'impact', cause: 'rootCause', followUp: 'resolution' },
  },
  {
    id: 'rootCause',
    label: 'Root cause',
    hint: 'The contributing factors: what in the system made this possible, and what is still only suspected.',
    questions: [
      'What in the system made this possible?',
      'What triggered it at that moment?',
      'Why was it not caught earlier?',
      'Which parts are confirmed, and which are suspected?',
    ],
    tells: ['cause', 'trigger'],
    elsewhere: {
      impact: 'impact',
      mitigation: 'resolution',
      recovery: 'resolution',
      followUp: 'resolution',
      response: 'description',
    },
  },
  {
    id: 'resolution',
    label: 'Resolution',
    hint: 'What ended the impact, what was done afterwards, and what keeps it from happening again.',
    questions: [
      'What ended the impact?',
      'Is the fix permanent or a workaround?',
      'What keeps it from happening again, who owns that, and by when?',
    ],
    tells: ['mitigation', 'recovery', 'followUp'],
    elsewhere: {
      impact: 'impact',
      cause: 'rootCause',
      symptom: 'description',
      detection: 'description',
      wrongTurn: 'description',
    },
  },
] as const satisfies readonly Described[];

/** A prose section, with the questions that a good one answers. */
export type Section = (typeof SECTIONS)[number];
/** `summary`, `impact`, `description`, `rootCause` or `resolution`. */
export type SectionId = Section['id'];

export const SECTION_IDS = SECTIONS.map((section) => section.id) as readonly SectionId[];

/** The section with this id. */
export const sectionById = (id: SectionId): Section =>
  SECTIONS.find((section) => section.id === id) as Section;

/** Reads a section as people and scripts write it: `rootCause`, `root-cause`, `Root cause`. */
export function parseSection(text: string): SectionId | undefined {
  const squashed = text.toLowerCase().replace(/[^a-z]/g, '');
  return SECTION_IDS.find((id) => id.toLowerCase() === squashed);
}

/** The section that a statement of this kind belongs to instead; undefined where it may stay. */
export const homeOf = (kind: StatementKind, id: SectionId): SectionId | undefined =>
  (sectionById(id).elsewhere as Partial<Record<StatementKind, SectionId>>)[kind];

/** Whether a section is for statements of this kind. */
export function isFor(id: SectionId, kind: StatementKind | null): boolean {
  const { tells } = sectionById(id);
  return tells === 'all' || (kind !== null && (tells as readonly StatementKind[]).includes(kind));
}
