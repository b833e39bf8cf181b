import { deliveryDetails } from '../codes';
import { CodeMismatchError, InvalidParameterError, NotAuthorizedError } from '../errors';
import type { Operation } from '../pool';
import type { Account } from '../state';

export const forgotPassword: Operation = ({ accounts, codes }, request) => {
  const email = request.text('Username');
  codes.countRequest(email, 'password reset');
  const account = accounts.findByEmail(email);
  if (account) {
    checkMayReset(account);
    codes.issue(account, 'password reset');
  }
  // The same answer for an address without an account: an app client hides who has one.
  return deliveryDetails(email);
};

export const confirmForgotPassword: Operation = ({ accounts, codes }, request) => {
  const email = request.text('Username');
  const account = accounts.findByEmail(email);
  const code = request.text('ConfirmationCode');
  const password = request.text('Password');
  accounts.checkNewPassword(password);
  codes.countTry(email, 'password reset');
  if (!account?.codes['password reset']) throw new CodeMismatchError();
  codes.check(account, 'password reset', code);
  codes.forget(account, 'password reset');
  accounts.setPassword(account, password);
  return {};
};

export const changePassword: Operation = async ({ tokens, accounts }, request) => {
  const account = await tokens.accountOf(request.text('AccessToken'));
  if (!accounts.hasPassword(account, request.text('PreviousPassword'))) throw new NotAuthorizedError();
  accounts.setPassword(account, request.text('ProposedPassword'));
  return {};
};

function checkMayReset(account: Account): void {
  if (account.status === 'FORCE_CHANGE_PASSWORD') {
    throw new NotAuthorizedError('User password cannot be reset in the current state.');
  }
  if (!account.emailVerified) {
    throw new InvalidParameterError(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  }
}
