import type { ReactNode } from 'react';
import { after } from '../../components/after';
import type { ReviewServices } from '../../data/reviews';
import type { OpenDocument, Reviewed } from './document';
import { openAmong } from './news';
import { ReviewPanel } from './ReviewPanel';
import { ReviewFollower } from './reviewFollower';
import { SubmitDialog } from './SubmitDialog';
import { UnderReview } from './UnderReview';
import './humanReview.css';

/** Everything on the page of a document that is about its reviews. */
export interface ReviewRoom {
  subscribe(listener: () => void): () => void;
  /** Whether a review waits for a decision; null while that is not known. */
  isOpen(): boolean | null;
  look(): void;
  panel(reviewed: Reviewed): ReactNode;
  underReview(reviewed: Reviewed): ReactNode;
  submitting(reviewed: Reviewed, onClose: () => void): ReactNode;
  leave(): void;
}

interface Visit {
  opened: OpenDocument;
  onSessionExpired(): void;
}

export function openReviewRoom(services: ReviewServices, { opened, onSessionExpired }: Visit): ReviewRoom {
  const follower = new ReviewFollower({
    postMortemId: opened.id,
    reviews: services.reviews,
    after,
    isSeen: () => document.visibilityState === 'visible',
    // The workflow moves the document and shares it.
    onNews: () => void opened.refresh(),
    onSessionExpired,
  });
  const comeBack = () => follower.comeBack();
  document.addEventListener('visibilitychange', comeBack);
  window.addEventListener('online', comeBack);
  follower.follow();
  return {
    subscribe: follower.subscribe,
    isOpen: () => {
      const { isRead, reviews, error } = follower.view();
      // Where it cannot be known nothing is kept from anybody: the server looks too.
      return isRead || error !== null ? openAmong(reviews) !== undefined : null;
    },
    look: () => void follower.look(),
    panel: (reviewed) => <ReviewPanel follower={follower} services={services} reviewed={reviewed} />,
    underReview: (reviewed) => <UnderReview follower={follower} services={services} reviewed={reviewed} />,
    submitting: (reviewed, onClose) => (
      <SubmitDialog follower={follower} services={services} reviewed={reviewed} onClose={onClose} />
    ),
    leave: () => {
      document.removeEventListener('visibilitychange', comeBack);
      window.removeEventListener('online', comeBack);
      follower.stop();
    },
  };
}
