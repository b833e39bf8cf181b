import { UserNotFoundError } from '../errors';
import type { Operation } from '../pool';
import { attributesOf } from './session';

/** One account by its address or its `sub`, as in a pool whose people sign in with an address. */
export const adminGetUser: Operation = ({ accounts }, request) => {
  const name = request.text('Username');
  const account = accounts.findByEmail(name) ?? accounts.find(name);
  if (!account) throw new UserNotFoundError();
  return { ...attributesOf(account), Enabled: true, UserStatus: account.status };
};
