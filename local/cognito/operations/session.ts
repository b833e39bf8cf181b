import type { Operation, Pool } from '../pool';
import type { Account } from '../state';

/** The answer to every way of asking with a refresh token. */
export async function refreshTokens(pool: Pool, refreshToken: string): Promise<object> {
  return { AuthenticationResult: await pool.tokens.refresh(refreshToken), ChallengeParameters: {} };
}

/** What Amplify 6 calls to stay signed in. */
export const getTokensFromRefreshToken: Operation = (pool, request) =>
  refreshTokens(pool, request.text('RefreshToken'));

/** Ends one sign-in. A token that is already gone is no error, so signing out can be repeated. */
export const revokeToken: Operation = ({ tokens }, request) => {
  tokens.revoke(request.text('Token'));
  return {};
};

export const globalSignOut: Operation = async ({ tokens }, request) => {
  tokens.revokeAll(await tokens.accountOf(request.text('AccessToken')));
  return {};
};

/** An account as the API tells it. */
export const attributesOf = (account: Account) => {
  const attributes = {
    sub: account.sub,
    ...account.attributes,
    email: account.email,
    email_verified: String(account.emailVerified),
  };
  return {
    Username: account.sub,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  };
};

export const getUser: Operation = async ({ tokens }, request) =>
  attributesOf(await tokens.accountOf(request.text('AccessToken')));

export const updateUserAttributes: Operation = async ({ tokens, accounts }, request) => {
  const account = await tokens.accountOf(request.text('AccessToken'));
  accounts.updateAttributes(account, request.attributes('UserAttributes'));
  return { CodeDeliveryDetailsList: [] };
};

export const deleteUser: Operation = async ({ tokens, accounts }, request) => {
  accounts.remove(await tokens.accountOf(request.text('AccessToken')));
  return {};
};
