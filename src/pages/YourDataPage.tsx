import { deleteAccount } from '../data/deleteAccount';
import { useServices } from '../data/services';
import { endSession } from '../data/session';
import type { SignedInUser } from '../data/types';
import YourData from '../features/your-data/YourData';

/** What belongs to somebody: downloaded, or erased and signed out. */
export default function YourDataPage({ user }: { user: SignedInUser }) {
  return (
    <YourData
      user={user}
      services={useServices()}
      onErased={(withAccount) => (withAccount ? deleteAccount() : endSession())}
    />
  );
}
