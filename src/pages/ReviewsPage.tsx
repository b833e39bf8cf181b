import { useCallback, useEffect, useState } from 'react';
import { SessionExpiredError } from '../data/errors';
import { useServices } from '../data/services';
import ReviewsView, { type ReviewsReading } from '../features/humanReview/ReviewsView';

/** How often the lists are looked at again while somebody sees them, in milliseconds. */
const LOOK_AGAIN_MS = 30_000;

/** What waits for this person's decision, and what they have asked others to decide. */
export default function ReviewsPage({ onSessionExpired }: { onSessionExpired: () => void }) {
  const { reviews: services } = useServices();
  const [reading, setReading] = useState<ReviewsReading>({ kind: 'loading' });
  const [now, setNow] = useState(Date.now);
  const read = useCallback(async () => {
    try {
      const { reviews } = await services();
      const [toDecide, submitted] = await Promise.all([reviews.toDecide(), reviews.submitted()]);
      setNow(Date.now());
      setReading({
        kind: 'read',
        toDecide: toDecide.reviews,
        submitted: submitted.reviews,
        unreadable: toDecide.unreadable + submitted.unreadable,
      });
    } catch (error) {
      if (error instanceof SessionExpiredError) onSessionExpired();
      else setReading({ kind: 'failed', error });
    }
  }, [services, onSessionExpired]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void read();
    };
    void read();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [read]);
  return (
    <ReviewsView
      reading={reading}
      now={now}
      onReadAgain={() => {
        setReading({ kind: 'loading' });
        void read();
      }}
    />
  );
}
