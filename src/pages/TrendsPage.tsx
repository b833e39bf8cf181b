import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { READER_ZONE, today } from '../components/reader';
import { SessionExpiredError } from '../data/errors';
import { useServices } from '../data/services';
import { sharedActions } from '../data/sharedActions';
import type { Services, SignedInUser } from '../data/types';
import { askedFor, type ScopeId } from '../features/trends/scope';
import { TrendsView } from '../features/trends/TrendsView';
import { type Sources, TrendsReader } from '../features/trends/trendsReader';

interface Props {
  user: SignedInUser;
  onSessionExpired: () => void;
}

/** What the post-mortems of a list tell together. */
export default function TrendsPage({ user, onSessionExpired }: Props) {
  const services = useServices();
  const [address] = useSearchParams();
  const { scope, period } = askedFor(address);
  const reader = useMemo(
    () => new TrendsReader(sourcesOf(scope, services, user.id)),
    [scope, services, user.id],
  );
  const reading = useSyncExternalStore(reader.subscribe, reader.reading);
  useEffect(() => {
    void reader.readOn();
    return reader.stop;
  }, [reader]);
  const isExpired = reading.error instanceof SessionExpiredError;
  useEffect(() => {
    if (isExpired) onSessionExpired();
  }, [isExpired, onSessionExpired]);
  const now = useMemo(() => ({ today: today(), zone: READER_ZONE }), []);
  return (
    <TrendsView
      scope={scope}
      period={period}
      reading={reading}
      userId={user.id}
      now={now}
      onStop={reader.stop}
      onReadOn={() => void reader.readOn()}
    />
  );
}

function sourcesOf(scope: ScopeId, services: Services, userId: string): Sources {
  const { postMortems, actions } = services;
  switch (scope) {
    case 'mine':
      return {
        list: (query) => postMortems.listOwned(userId, { ...query, isArchived: null }),
        actions: (signal) => actions.list(userId, signal),
      };
    case 'shared':
      return {
        list: (query) => postMortems.listShared(userId, query),
        actions: () => sharedActions(postMortems, userId),
      };
    case 'published':
      return {
        list: (query) => postMortems.listPublished(query),
        actions: (signal) => actions.list(null, signal),
      };
  }
}
