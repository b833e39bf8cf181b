import { deliveryDetails } from '../codes';
import { ExpiredCodeError, InvalidParameterError, NotAuthorizedError } from '../errors';
import type { Operation } from '../pool';

/** Makes an account that works once its e-mail address is confirmed. */
export const signUp: Operation = ({ accounts, codes }, request) => {
  const account = accounts.create({
    email: request.text('Username'),
    password: request.text('Password'),
    attributes: request.attributes('UserAttributes'),
    status: 'UNCONFIRMED',
  });
  codes.issue(account, 'sign-up');
  return { UserSub: account.sub, UserConfirmed: false, ...deliveryDetails(account.email) };
};

export const confirmSignUp: Operation = ({ accounts, codes }, request) => {
  const email = request.text('Username');
  const account = accounts.findByEmail(email);
  const code = request.text('ConfirmationCode');
  codes.countTry(email, 'sign-up');
  // Not "user not found": an app client that hides who has an account answers like this.
  if (!account) throw new ExpiredCodeError();
  if (account.status !== 'UNCONFIRMED') {
    throw new NotAuthorizedError(`User cannot be confirmed. Current status is ${account.status}`);
  }
  codes.check(account, 'sign-up', code);
  codes.forget(account, 'sign-up');
  account.status = 'CONFIRMED';
  account.emailVerified = true;
  accounts.save();
  return {};
};

export const resendConfirmationCode: Operation = ({ accounts, codes }, request) => {
  const email = request.text('Username');
  codes.countRequest(email, 'sign-up');
  const account = accounts.findByEmail(email);
  if (account && account.status !== 'UNCONFIRMED') {
    throw new InvalidParameterError('User is already confirmed.');
  }
  if (account) codes.issue(account, 'sign-up');
  return deliveryDetails(email);
};
