import { fingerprintOf, type ReviewRequest } from '../../domain/humanReview';
import { halvesOf } from '../../domain/humanReview/waiting';
import type { Author } from '../../domain/postMortem';
import { mayRead } from '../../domain/postMortem/access';
import { UnknownPersonError } from '../directory';
import type { StoredReview } from '../humanReview/records';
import type { WholeDocument } from '../wholeDocument';
import type { Caller, Collaborators } from './collaborators';
import {
  ChangedSinceReadError,
  InvalidReviewError,
  NoSuchReviewForYouError,
  ReviewNotStartedError,
  UnderReviewError,
} from './errors';
import { namedSelf } from './namedSelf';
import { readSubmission, type Submission } from './request';

/**
 * Records a review and starts its workflow. Sent twice under one id it is one.
 *
 * The function's role may read every post-mortem: AppSync's rules do not apply to it. So it compares the signed-in
 * caller with the owner and the editors, before it looks anybody up.
 * @throws ReviewRefusedError with a message for the author
 */
export async function submit(
  with_: Collaborators,
  caller: Caller,
  input: Readonly<Record<string, unknown>>,
): Promise<StoredReview> {
  const submission = readSubmission(input);
  const document = await with_.document(submission.postMortemId);
  if (!document || (document.owner !== caller.sub && !document.editors.includes(caller.sub)))
    throw new NoSuchReviewForYouError();
  const reviewId = submission.id ?? with_.newId();
  const known = await with_.records.get(reviewId);
  if (known) return again(with_, known, caller, document);

  refuseUnfit(document, submission);
  const [submittedBy, reviewers] = await peopleOf(with_, submission, document, caller);
  const request: ReviewRequest = {
    ...{ reviewId, postMortemId: document.id, issuer: caller.issuer, submittedBy, reviewers },
    submittedAt: with_.now().toISOString(),
    fingerprint: fingerprintOf(document),
    theme: submission.theme,
    waiting: with_.waiting,
  };
  const stored = await with_.records.create(recordOf(request, document, submission.message));
  if (stored.id !== reviewId) throw new UnderReviewError();
  if (stored.submittedBy.id !== caller.sub) throw new NoSuchReviewForYouError();
  await start(with_, stored);
  return stored;
}

/** The same submission a second time: its start may have been lost with the answer. */
async function again(
  with_: Collaborators,
  known: StoredReview,
  caller: Caller,
  document: WholeDocument,
): Promise<StoredReview> {
  if (known.submittedBy.id !== caller.sub || known.postMortemId !== document.id)
    throw new InvalidReviewError('This id already names another review. Use a new id for a new one.');
  if (known.endedAt) return known;
  try {
    await with_.startReview(known.id, known.request);
  } catch (cause) {
    // It may go on since the first time; one that does not is started by whoever looks after reviews.
    throw new ReviewNotStartedError({ cause });
  }
  return known;
}

async function start(with_: Collaborators, { id, request }: StoredReview): Promise<void> {
  try {
    await with_.startReview(id, request);
  } catch (cause) {
    const refusal = new ReviewNotStartedError({ cause });
    const ended = { stage: 'ENDED', note: refusal.message, endedAt: with_.now().toISOString() } as const;
    // Whoever looks after runs ends it otherwise.
    await with_.records
      .tell(id, 1, ended)
      .catch((error: unknown) => with_.warn(`${id} could not be marked as not started.`, error));
    throw refusal;
  }
}

function refuseUnfit(document: WholeDocument, { reviewers, fingerprint }: Submission): void {
  if (document.status === 'PUBLISHED')
    throw new InvalidReviewError('It is published already. Withdraw it first, then submit it for review.');
  if (document.isPrivate && reviewers.length === 0)
    throw new InvalidReviewError('It is private: name the people who are to review it.');
  if (fingerprint !== '' && fingerprint !== fingerprintOf(document)) throw new ChangedSinceReadError();
}

/** Who submits and who is asked, each with the address that the user pool has verified. */
async function peopleOf(
  with_: Collaborators,
  { reviewers }: Submission,
  document: WholeDocument,
  caller: Caller,
): Promise<[Author, Author[]]> {
  const self = await namedSelf(with_, caller);
  const found: Author[] = [];
  for (const asked of reviewers) {
    await with_.countLookup(caller.sub);
    const person = await with_.findPerson(asked);
    if (!person) throw new UnknownPersonError(asked);
    if (person.id === caller.sub) throw new InvalidReviewError('Nobody reviews what they submit themselves.');
    const isIn = mayRead({ ...document }, { sub: person.id, issuer: '' });
    if (!isIn && document.owner !== caller.sub)
      throw new InvalidReviewError(
        `It is not shared with ${person.email}, and only its owner can share it. Ask its owner, or name somebody else.`,
      );
    if (!found.some(({ id }) => id === person.id)) found.push({ id: person.id, name: person.email });
  }
  return [self, found];
}

function recordOf(request: ReviewRequest, document: WholeDocument, message: string): StoredReview {
  const after = (seconds: number) =>
    new Date(Date.parse(request.submittedAt) + seconds * 1_000).toISOString();
  const { reviewId: id, postMortemId, submittedBy, submittedAt, reviewers, fingerprint, waiting } = request;
  return {
    ...{ id, postMortemId, submittedBy, submittedAt, reviewers, fingerprint, message, request },
    title: document.title,
    documentOwner: document.owner,
    stage: 'SUBMITTED',
    progress: 0,
    dueAt: after(waiting.review),
    remindAt: after(halvesOf(waiting.review).first),
    note: '',
    remarks: [],
    pointers: [],
    followUps: [],
    steps: [],
    sent: {},
  };
}
