import type { Author } from '../postMortem';
import type { ThemeId } from '../themes';

/** How far a review is, in the order in which it gets there. */
export const REVIEW_STAGES = ['SUBMITTED', 'WAITING', 'DECIDED', 'FOLLOWING_UP', 'ENDED'] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

/** How a review may come out. The first three are a reviewer's to say. */
export const REVIEW_OUTCOMES = [
  { id: 'APPROVED', label: 'Approved' },
  { id: 'CHANGES_REQUESTED', label: 'Changes asked for' },
  { id: 'DECLINED', label: 'Declined' },
  { id: 'TIMED_OUT', label: 'Nobody decided in time' },
  { id: 'CANCELLED', label: 'Cancelled' },
] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]['id'];

/** What a reviewer may say. */
export const VERDICTS = ['APPROVED', 'CHANGES_REQUESTED', 'DECLINED'] as const;
export type ReviewerVerdict = (typeof VERDICTS)[number];

/** How a review came out, and who said so; nobody where the time did. */
export interface Decision {
  outcome: ReviewOutcome;
  by: Author | null;
  /** ISO 8601. */
  at: string;
  /** For the author; empty when nothing was said. */
  comment: string;
  /** The text that was decided on, by `fingerprintOf`; empty where nobody read it. */
  fingerprint: string;
}

/** That nobody has decided, up to a moment (ISO 8601). */
export const decidedByNobody = (at: string): Decision => ({
  ...{ outcome: 'TIMED_OUT', by: null, at, comment: '', fingerprint: '' },
});

/** How long the workflow waits, in seconds. */
export interface Waiting {
  /** For somebody to decide. A reminder goes out half way. */
  review: number;
  /** Between publication and the first message about open actions. */
  followUp: number;
}

/** What the durable workflow is started with. It never changes, and everything else is read from the records. */
export interface ReviewRequest {
  reviewId: string;
  postMortemId: string;
  /** Of the user pool whose people are colleagues. */
  issuer: string;
  submittedBy: Author;
  submittedAt: string;
  /** Named people; none where any colleague may decide. */
  reviewers: Author[];
  /** The text under review, by `fingerprintOf`. */
  fingerprint: string;
  theme: ThemeId;
  waiting: Waiting;
}

/** A step that is behind the workflow, as the document shows it. */
export interface StepTaken {
  name: string;
  /** ISO 8601. */
  at: string;
  /** A sentence for people; empty where the name says it all. */
  detail: string;
}

/** What a check of the finished document has said, for those who decide. */
export interface ReviewRemark {
  kind: string;
  where: string;
  message: string;
}

/** Another post-mortem, and why it is worth a look. */
export interface Pointer {
  id: string;
  title: string;
  why: string;
}

export const FOLLOW_UP_STATES = ['WAITING', 'SENT', 'NOT_NEEDED', 'FAILED', 'CANCELLED'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** One message about open actions: to one person, on one day. */
export interface FollowUp {
  key: string;
  /** Who gets it, as the action names its owner. */
  owner: string;
  actions: string[];
  /** ISO 8601. */
  sendAt: string;
  state: FollowUpState;
  /** What was sent; empty before. */
  message: string;
  /** What wrote it: a model, or the plain template, and then why. */
  writtenBy: string;
}

export const DELIVERY_STATES = ['SENDING', 'SENT', 'FAILED', 'UNKNOWN', 'BOUNCED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One message on its way to one place. */
export interface Delivery {
  /** The same for the same message to the same place: it is sent once. */
  key: string;
  /** What it is about, for people: "Asked for a review". */
  about: string;
  /** An address, or the name of a channel. */
  to: string;
  state: DeliveryState;
  /** ISO 8601: when it came into this state. */
  at: string;
  /** Why it is not known to have arrived; empty when it is. */
  why: string;
}

/** People who may be asked to decide on one document. */
export const MOST_REVIEWERS = 10;
/** Characters of what an author or a reviewer says. */
export const MOST_WORDS_SAID = 4_000;

/** A review as it is stored and shown. */
export interface Review {
  id: string;
  postMortemId: string;
  title: string;
  /** Whose the post-mortem is. */
  documentOwner: string;
  submittedBy: Author;
  submittedAt: string;
  reviewers: Author[];
  /** What the author wants those who decide to know. */
  message: string;
  fingerprint: string;
  stage: ReviewStage;
  /** How many times the workflow has told how far it is. */
  progress: number;
  /** When nobody can decide any more, and when those who may are reminded. ISO 8601. */
  dueAt: string;
  remindAt: string;
  decision: Decision | null;
  /** What became of the document that the outcome does not say; empty when nothing did. */
  note: string;
  remarks: ReviewRemark[];
  pointers: Pointer[];
  followUps: FollowUp[];
  /** Who called off the messages that were still to come, and when. */
  calledOff: { by: Author; at: string } | null;
  steps: StepTaken[];
  deliveries: Delivery[];
  endedAt: string | null;
}
