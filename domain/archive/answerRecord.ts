import { MODEL_CALL } from '../enhancement/modelCall';
import type { Shape, Shaped } from '../shape';
import type { LeftOut } from './leftOut';

/** Characters of a question: a paragraph. What is longer is a document, and is searched for instead. */
export const LONGEST_QUESTION = 1_000;

/** How long answers are kept. */
export const KEPT_DAYS = 90;

/** After so long without an end a run has died: no function of ours lives longer. */
export const LONGEST_RUN_MS = 5 * 60_000;

/** What is said of an answer whose function died before it could say anything itself. */
export const ANSWER_ENDED_UNTOLD = 'The answer broke off. What came before that stands. Ask again.';

export const ANSWER_STATUSES = ['RUNNING', 'DONE', 'STOPPED', 'FAILED'] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/** Where a sentence comes from: a passage of a post-mortem, and the words of it that bear the sentence out. */
export const ANSWER_SOURCE = {
  /** The post-mortem's. */
  id: 'ID',
  /** What a link jumps to. */
  section: 'String',
  place: 'String',
  title: 'String',
  /** Stands in the passage letter for letter. */
  quote: 'String',
} as const satisfies Shape;
export type AnswerSource = Shaped<typeof ANSWER_SOURCE>;

export const ANSWER_SENTENCE = { text: 'String', sources: [ANSWER_SOURCE] } as const satisfies Shape;
export type AnswerSentence = Shaped<typeof ANSWER_SENTENCE>;

/** What asking takes; the model of the role, who really answered, and the amounts. */
export const ANSWER_CALL = MODEL_CALL;

/** An answer of the archive as it is stored, by the GraphQL types of its fields. */
export const ARCHIVE_ANSWER = {
  id: 'ID',
  owner: 'String',
  question: 'String',
  /** The answer that it asks on about. */
  followUpOf: 'ID',
  service: 'String',
  severities: ['String'],
  from: 'String',
  to: 'String',
  status: 'String',
  sentences: [ANSWER_SENTENCE],
  left: [{ why: 'String', count: 'Int' }],
  /** How many passages were found to answer from. */
  passages: 'Int',
  /** What went wrong, and what to do; null where nothing did. */
  message: 'String',
  call: ANSWER_CALL,
  embeddedBy: 'String',
  /** `used`, or `missing` where the passages were found by their words alone. */
  meaning: 'String',
  askedAt: 'AWSDateTime',
  finishedAt: 'AWSDateTime',
} as const satisfies Shape;

type Stored = Shaped<typeof ARCHIVE_ANSWER>;
type Nullable =
  | 'followUpOf'
  | 'service'
  | 'from'
  | 'to'
  | 'message'
  | 'embeddedBy'
  | 'meaning'
  | 'finishedAt';

/** An answer of the archive. */
export type ArchiveAnswer = Omit<Stored, Nullable | 'status' | 'left' | 'call'> & {
  [Field in Nullable]: string | null;
} & {
  status: AnswerStatus;
  left: LeftOut[];
  /** Null until the answer has ended, and where no model was asked. */
  call: Stored['call'] | null;
};

/** Whether it ended without anything to say: the archive does not say. */
export const isSilent = ({ status, sentences }: Pick<ArchiveAnswer, 'status' | 'sentences'>): boolean =>
  status === 'DONE' && sentences.length === 0;

/** Whether it is said to go on, and cannot. */
export const hasDied = (
  { status, askedAt }: Pick<ArchiveAnswer, 'status' | 'askedAt'>,
  now: number,
): boolean => status === 'RUNNING' && now - Date.parse(askedAt) > LONGEST_RUN_MS;
