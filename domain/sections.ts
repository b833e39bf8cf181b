import type { StatementKind } from './story/statement';

interface Described {
  id: string;
  label: string;
  /** In a line, what stands here. */
  hint: string;
  /** A short one, as somebody might have written it. */
  example: string;
  /** What a good one answers. */
  questions: readonly string[];
  /** The kinds of statements it is for. */
  tells: readonly StatementKind[] | 'all';
  /** Which section a kind of statement belongs to instead. What is not named may stay. */
  elsewhere: Partial<Record<StatementKind, string>>;
}

/**
 * The prose sections of a post-mortem, in the order of a document that has them all. Form, export, prompts,
 * completeness and the offline drafter iterate over this list, so adding a section here (and its field in
 * `amplify/data/schema.ts`) adds it everywhere. Which of them a document shows is its template's business:
 * `domain/templates.ts`.
 */
export const SECTIONS = [
  {
    id: 'summary',
    label: 'Summary',
    hint: 'What happened, to whom, for how long, in three or four sentences.',
    example: 'A certificate expired on Sunday at 03:00 UTC and all internal calls failed for 67 minutes.',
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
    example: 'About 3,000 orders failed between 03:00 and 04:10 UTC, counted in the gateway’s log.',
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
    id: 'background',
    label: 'Trigger and background',
    hint: 'What was going on before it began: the change, the load, the state that nobody saw.',
    example: 'On Friday the renewal job was moved to a new account; its mails went to a closed mailbox.',
    questions: ['What set it off, and when?', 'What was changed or different in the days before?'],
    tells: ['trigger'],
    elsewhere: { impact: 'impact', mitigation: 'resolution', recovery: 'resolution', followUp: 'resolution' },
  },
  {
    id: 'detection',
    label: 'Detection',
    hint: 'How it was noticed, by whom or what, how long after it began, and what could have told earlier.',
    example:
      'The pager rang at 03:04 UTC, four minutes in. A check of the expiry date would have told weeks before.',
    questions: ['How was it noticed, and how long after it began?', 'What could have told it earlier?'],
    tells: ['detection', 'symptom'],
    elsewhere: {
      cause: 'rootCause',
      mitigation: 'resolution',
      recovery: 'resolution',
      followUp: 'resolution',
    },
  },
  {
    id: 'description',
    label: 'Description',
    hint: 'The story in order: how it began, how it was noticed, what was tried, what worked.',
    example: 'At 03:04 UTC the pager rang. Dashboards were down too, so the first guess was the network.',
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
    id: 'response',
    label: 'Response',
    hint: 'Who took part, what was tried and what it told, wrong turns included.',
    example: 'Two people looked at the network for 20 minutes; a third ran openssl and saw the expired date.',
    questions: ['What was tried, and what did it tell?', 'Which turn was wrong, and why did it look right?'],
    tells: ['response', 'wrongTurn', 'mitigation'],
    elsewhere: { impact: 'impact', cause: 'rootCause', followUp: 'resolution' },
  },
  {
    id: 'rootCause',
    label: 'Root cause',
    hint: 'The contributing factors: what in the system made this possible, and what is still only suspected.',
    example: 'Nothing watched the expiry date, and the renewal mails went to somebody who had left in June.',
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
    example: 'A new certificate was issued by hand and rolled to 14 nodes by 04:10 UTC. It is a workaround.',
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
  {
    id: 'wentWell',
    label: 'What went well',
    hint: 'What worked as it was meant to, and should be kept.',
    example: 'The rollout script took nine minutes for all nodes, without a mistake.',
    questions: ['What worked as it was meant to?'],
    tells: 'all',
    elsewhere: {},
  },
  {
    id: 'wentBadly',
    label: 'What went badly',
    hint: 'What was slow, missing or in the way, told of systems and not of people.',
    example: 'The dashboards use the same certificate, so they went down when they were needed.',
    questions: ['What was slow, missing or in the way?'],
    tells: 'all',
    elsewhere: {},
  },
  {
    id: 'gotLucky',
    label: 'Where we got lucky',
    hint: 'What would have made it worse, and did not happen by chance.',
    example: 'It was a Sunday. On a Monday ten times as many orders would have failed.',
    questions: ['What would have made it worse, and did not happen by chance?'],
    tells: 'all',
    elsewhere: {},
  },
  {
    id: 'surprised',
    label: 'Why we were surprised',
    hint: 'What people believed about the system that turned out to be otherwise.',
    example: 'Everybody believed that the certificates renew themselves. They do, but for this one.',
    questions: ['What was believed about the system that turned out to be otherwise?'],
    tells: 'all',
    elsewhere: {},
  },
  {
    id: 'lessons',
    label: 'Lessons',
    hint: 'What somebody else, on another team, should take from this.',
    example: 'What tells you that things are broken must not break with them.',
    questions: ['What should another team take from this?'],
    tells: 'all',
    elsewhere: {},
  },
] as const satisfies readonly Described[];

/** A prose section, with the questions that a good one answers. */
export type Section = (typeof SECTIONS)[number];
/** `summary`, `impact`, `description`, `rootCause`, … */
export type SectionId = Section['id'];

export const SECTION_IDS = SECTIONS.map((section) => section.id) as readonly SectionId[];

/** The section with this id. */
export const sectionById = (id: SectionId): Section =>
  SECTIONS.find((section) => section.id === id) as Section;

/** Whether this is the id of a section: what another client stored may be anything. */
export const isSectionId = (id: string): id is SectionId => SECTION_IDS.includes(id as SectionId);

/** Reads a section as people and scripts write it: `rootCause`, `root-cause`, `Root cause`. */
export function parseSection(text: string): SectionId | undefined {
  const squashed = text.toLowerCase().replace(/[^a-z]/g, '');
  return SECTIONS.find(({ id, label }) =>
    [id, label].some((name) => name.toLowerCase().replace(/[^a-z]/g, '') === squashed),
  )?.id;
}

/** The section that a statement of this kind belongs to instead; undefined where it may stay. */
export const homeOf = (kind: StatementKind, id: SectionId): SectionId | undefined =>
  (sectionById(id).elsewhere as Partial<Record<StatementKind, SectionId>>)[kind];

/** Whether a section is for statements of this kind. */
export function isFor(id: SectionId, kind: StatementKind | null): boolean {
  const { tells } = sectionById(id);
  return tells === 'all' || (kind !== null && (tells as readonly StatementKind[]).includes(kind));
}
