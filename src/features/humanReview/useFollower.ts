import { useSyncExternalStore } from 'react';
import type { ReviewServices } from '../../data/reviews';
import type { Reviewed } from './document';
import type { ReviewFollower, ReviewsView } from './reviewFollower';

/** What every part about the reviews of a document is given. */
export interface ReviewPart {
  follower: ReviewFollower;
  services: ReviewServices;
  reviewed: Reviewed;
}

/** The reviews of a document as they are known now. */
export const useFollower = (follower: ReviewFollower): ReviewsView =>
  useSyncExternalStore(follower.subscribe, follower.view, follower.view);
