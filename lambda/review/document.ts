import { type Decision, fingerprintOf, outcomeLabel, type ReviewRequest } from '../../domain/humanReview';
import type { Move, ReviewedDocuments } from '../humanReview/documents';
import type { WholeDocument } from '../wholeDocument';
import type { Collaborators } from './collaborators';
import type { FollowKnown } from './people';

/** The document is not as it was submitted: nothing is to be reviewed. The message is shown on its page. */
export class ReviewOverError extends Error {
  override name = 'ReviewOverError';
}

/** Others saved so often meanwhile that it could not be moved. The step tries again. */
export class DocumentBusyError extends Error {
  override name = 'DocumentBusyError';
  constructor(readonly postMortemId: string) {
    super('Somebody is saving this post-mortem just now.');
  }
}

/** Who may read it has nothing to do with the text that somebody saves at the same time. */
const TRIES = 4;

/** What the workflow does with the document itself. Doing it again changes nothing. */
export function movesOf(
  documents: ReviewedDocuments,
  followKnown: FollowKnown,
): Pick<Collaborators, 'submit' | 'publish' | 'giveBack'> {
  const move = moveIn(documents);
  return {
    submit: async ({ postMortemId, reviewers, issuer, submittedBy, submittedAt: at, fingerprint }) => {
      const moved = await move(postMortemId, (document) => {
        // Done by an attempt that died after it.
        if (document.statusAt === at && document.statusBy?.id === submittedBy.id) return null;
        if (fingerprintOf(document) !== fingerprint)
          throw new ReviewOverError('It was changed while it was submitted. Submit it again.');
        // Reviewing it would take it away from those who read it.
        if (document.status === 'PUBLISHED')
          throw new ReviewOverError('It was published while it was submitted: there is nothing to decide.');
        return {
          ...{ status: 'IN_REVIEW', by: submittedBy, at },
          audience: reviewers.length === 0 ? issuer : null,
          commenters: reviewers.map(({ id }) => id).filter((id) => id !== document.owner),
        };
      });
      if (!moved) throw new ReviewOverError('The post-mortem was deleted.');
      await followKnown(postMortemId, reviewers);
    },

    publish: async (request, decision) => {
      const { postMortemId, issuer } = request;
      let note = '';
      const document = await move(postMortemId, (document) => {
        note = whyNotPublished(document, request, decision);
        if (note !== '' || document.status === 'PUBLISHED' || !decision.by) return null;
        return { status: 'PUBLISHED', audience: issuer, by: decision.by, at: decision.at };
      });
      if (!document) note = 'The post-mortem was deleted.';
      return { isPublished: note === '', note };
    },

    giveBack: giveBackIn(documents),
  };
}

/** Makes a document a draft again whose review has ended without publishing it. */
export function giveBackIn(documents: ReviewedDocuments): Collaborators['giveBack'] {
  const move = moveIn(documents);
  return async (request, decision) => {
    const { postMortemId, submittedBy } = request;
    const document = await move(postMortemId, (document) =>
      isUnder(document, request)
        ? { status: 'DRAFT', audience: null, by: decision.by ?? submittedBy, at: decision.at }
        : null,
    );
    if (!document) return 'The post-mortem was deleted.';
    return isUnder(document, request) || document.status === 'DRAFT'
      ? ''
      : `${outcomeLabel(decision.outcome)}, and somebody had moved it meanwhile: it stays where it is.`;
  };
}

/** Moves a document from how it stands; `next` says whereto, or null where it is to stay. */
const moveIn =
  (documents: ReviewedDocuments) =>
  async (id: string, next: (document: WholeDocument) => Move | null): Promise<WholeDocument | undefined> => {
    for (let left = TRIES; left > 0; left -= 1) {
      const document = await documents.get(id);
      const wanted = document && next(document);
      if (!document || !wanted) return document;
      if (await documents.move(document, wanted)) return document;
    }
    throw new DocumentBusyError(id);
  };

/** Whether it is where this submission has put it: another one, or a person, may have moved it meanwhile. */
const isUnder = ({ status, statusAt }: WholeDocument, { submittedAt }: ReviewRequest): boolean =>
  status === 'IN_REVIEW' && statusAt === submittedAt;

function whyNotPublished(document: WholeDocument, request: ReviewRequest, { fingerprint }: Decision): string {
  if (document.status === 'PUBLISHED') return '';
  if (!isUnder(document, request))
    return 'It was approved, and somebody had moved it meanwhile: it stays where it is.';
  return fingerprintOf(document) === fingerprint
    ? ''
    : 'It was approved and then changed, so it was not published. Publish it yourself, or submit it again.';
}
