import type { Operation } from '../pool';
import { adminGetUser } from './administration';
import { changePassword, confirmForgotPassword, forgotPassword } from './password';
import {
  deleteUser,
  getTokensFromRefreshToken,
  getUser,
  globalSignOut,
  revokeToken,
  updateUserAttributes,
} from './session';
import { initiateAuth, respondToAuthChallenge } from './signIn';
import { confirmSignUp, resendConfirmationCode, signUp } from './signUp';

/** Every operation that a page asks for, by its name in the API. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['SignUp', signUp],
  ['ConfirmSignUp', confirmSignUp],
  ['ResendConfirmationCode', resendConfirmationCode],
  ['InitiateAuth', initiateAuth],
  ['RespondToAuthChallenge', respondToAuthChallenge],
  ['GetTokensFromRefreshToken', getTokensFromRefreshToken],
  ['RevokeToken', revokeToken],
  ['GlobalSignOut', globalSignOut],
  ['GetUser', getUser],
  ['UpdateUserAttributes', updateUserAttributes],
  ['DeleteUser', deleteUser],
  ['ForgotPassword', forgotPassword],
  ['ConfirmForgotPassword', confirmForgotPassword],
  ['ChangePassword', changePassword],
]);

/** Those that a function asks for, signed with its role. */
export const signedOperations: ReadonlyMap<string, Operation> = new Map([['AdminGetUser', adminGetUser]]);
