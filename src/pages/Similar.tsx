import { Suspense, useEffect, useState } from 'react';
import { lazily, lazilyAfter } from '../components/lazily';
import { useServices } from '../data/services';

const SimilarIncidents = lazily(() => import('../features/similar/SimilarIncidents'));

/** Nobody waits for what is similar: it comes when the document has been open for so long. */
const SIMILAR_AFTER_MS = 2_000;

// Nobody waits for it, and the first title is not yet typed.
const HadBefore = lazilyAfter(SIMILAR_AFTER_MS, () => import('../features/similar/HadBefore'));

/** Whether there was an incident like the one whose title is typed, beneath it. */
export function Before(props: { postMortemId: string; title: string; isNew: boolean }) {
  const { search } = useServices();
  return (
    <Suspense fallback={null}>
      <HadBefore find={search.similarToText} {...props} />
    </Suspense>
  );
}

/** What is like a post-mortem, beside it. */
export function Similar(props: { postMortemId: string; onSessionExpired: () => void }) {
  const { search } = useServices();
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsDue(true), SIMILAR_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isDue) return null;
  return (
    <Suspense fallback={null}>
      <SimilarIncidents find={search.similar} {...props} />
    </Suspense>
  );
}
