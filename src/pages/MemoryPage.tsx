import { useServices } from '../data/services';
import type { SignedInUser } from '../data/types';
import MemoryView from '../features/memory/MemoryView';

/** What is remembered for this user and for the team. */
export default function MemoryPage(props: { user: SignedInUser; onSessionExpired: () => void }) {
  const { memories } = useServices();
  return <MemoryView userId={props.user.id} load={memories} onSessionExpired={props.onSessionExpired} />;
}
