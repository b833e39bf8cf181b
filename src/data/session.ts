import { getCurrentUser, signOut } from 'aws-amplify/auth';
import { Hub } from 'aws-amplify/utils';
import type { SignedInUser } from './types';

export type SessionChange = 'signedIn' | 'signedOut' | 'expired';

/** A refresh that failed for one of these will fail for ever; anything else may be the network. */
const DEFINITIVE = [
  'NotAuthorizedException',
  'TokenRevokedException',
  'UserNotFoundException',
  'PasswordResetRequiredException',
  'UserNotConfirmedException',
  'RefreshTokenReuseException',
];

/**
 * Who is signed in, or null when nobody is. Asks the network only when the stored tokens have run out.
 * @throws what the Amplify client throws when that request fails
 */
export async function currentUser(): Promise<SignedInUser | null> {
  try {
    const user = await getCurrentUser();
    return { id: user.userId, name: user.signInDetails?.loginId ?? user.username };
  } catch (error) {
    if (error instanceof Error && error.name === 'UserUnAuthenticatedException') return null;
    throw error;
  }
}

/** Ends the session on this device. */
export const endSession = (): Promise<void> => signOut();

/** Tells when somebody signs in or out, or when the tokens can no longer be refreshed. */
export const onSessionChange = (listener: (change: SessionChange) => void): (() => void) =>
  Hub.listen('auth', ({ payload }) => {
    if (payload.event === 'signedIn') listener('signedIn');
    if (payload.event === 'signedOut') listener('signedOut');
    if (payload.event === 'tokenRefresh_failure') {
      const name = payload.data?.error?.name ?? '';
      if (DEFINITIVE.some((definitive) => name.startsWith(definitive))) listener('expired');
    }
  });
