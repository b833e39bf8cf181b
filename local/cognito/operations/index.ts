import type { Operation } from '../pool';
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

/** Every operation this endpoint serves, by its name in the API. */
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
