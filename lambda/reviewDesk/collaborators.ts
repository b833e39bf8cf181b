import type { ReviewRequest, Waiting } from '../../domain/humanReview';
import type { WakeUp } from '../callbacks';
import type { FindPerson } from '../directory';
import type { StartExecution } from '../durable/startExecution';
import type { ReviewRecords } from '../humanReview/records';
import type { CountLookup } from '../share/lookups';
import type { WholeDocument } from '../wholeDocument';
import type { AccessOf } from './access';

/** What AppSync hands to a Lambda resolver, as far as it is used here. */
export interface DeskEvent {
  fieldName: string;
  arguments: Readonly<Record<string, unknown>>;
  identity: { sub?: string; issuer?: string } | null;
}

/** Starts a review, or sends one of its messages again. */
export type StartReview = StartExecution<
  ReviewRequest | { repeat: { reviewId: string; key: string; attempt: number } }
>;

export interface Collaborators {
  records: ReviewRecords;
  document: (postMortemId: string) => Promise<WholeDocument | undefined>;
  accessOf: AccessOf;
  findPerson: FindPerson;
  countLookup: CountLookup;
  startReview: StartReview;
  wakeUp: WakeUp;
  waiting: Waiting;
  newId: () => string;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
}

/** Who asks, by their verified token. */
export interface Caller {
  sub: string;
  issuer: string;
}
