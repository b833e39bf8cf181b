import { deleteUser } from 'aws-amplify/auth';

/** Deletes the account of whoever is signed in, which ends every session of theirs. Apart: no other page needs it. */
export const deleteAccount = (): Promise<void> => deleteUser();
