import { randomBytes, randomUUID } from 'node:crypto';
import {
  InvalidParameterError,
  NotAuthorizedError,
  UnsupportedOperationError,
  UserNotConfirmedError,
} from '../errors';
import type { Operation, Pool } from '../pool';
import type { RequestFields } from '../requestFields';
import { claimSignature, createServerKeys, equalBytes, isSafePublicValue } from '../srp';
import type { Account } from '../state';
import { refreshTokens } from './session';

/** Flows of the API that an app client made by Amplify does not have; a password never travels to sign in. */
const FLOWS_NOT_ENABLED = ['USER_PASSWORD_AUTH', 'USER_AUTH', 'CUSTOM_AUTH', 'ADMIN_USER_PASSWORD_AUTH'];

export const initiateAuth: Operation = (pool, request) => {
  const flow = request.text('AuthFlow');
  const parameters = request.fields('AuthParameters');
  switch (flow) {
    case 'USER_SRP_AUTH':
      return askForPassword(pool, parameters);
    case 'REFRESH_TOKEN_AUTH':
    case 'REFRESH_TOKEN':
      return refreshTokens(pool, parameters.text('REFRESH_TOKEN'));
    default:
      if (FLOWS_NOT_ENABLED.includes(flow)) {
        throw new InvalidParameterError(`${flow} flow not enabled for this client`);
      }
      throw new UnsupportedOperationError(`the authentication flow ${flow}`);
  }
};

export const respondToAuthChallenge: Operation = (pool, request) => {
  const challenge = request.text('ChallengeName');
  const responses = request.fields('ChallengeResponses');
  switch (challenge) {
    case 'PASSWORD_VERIFIER':
      return verifyPassword(pool, responses);
    case 'NEW_PASSWORD_REQUIRED':
      return replaceFirstPassword(pool, request.text('Session'), responses);
    default:
      throw new UnsupportedOperationError(`the challenge ${challenge}`);
  }
};

function askForPassword(pool: Pool, parameters: RequestFields): object {
  const email = parameters.text('USERNAME');
  const clientPublic = parameters.text('SRP_A');
  if (!isSafePublicValue(clientPublic)) throw new InvalidParameterError('SRP_A is not a valid number');
  const { account, userId, salt, verifier } = pool.accounts.credentialsFor(email);
  const keys = createServerKeys(clientPublic, verifier);
  const secretBlock = randomBytes(64).toString('base64');
  pool.challenges.add(secretBlock, { kind: 'PASSWORD_VERIFIER', keys, userId, known: Boolean(account) });
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: secretBlock,
      SRP_B: keys.serverPublic,
      USERNAME: userId,
      USER_ID_FOR_SRP: userId,
    },
  };
}

function verifyPassword(pool: Pool, responses: RequestFields): object | Promise<object> {
  const secretBlock = responses.text('PASSWORD_CLAIM_SECRET_BLOCK');
  const timestamp = responses.text('TIMESTAMP');
  const claimed = Buffer.from(responses.text('PASSWORD_CLAIM_SIGNATURE'), 'base64');
  const challenge = pool.challenges.take(secretBlock);
  if (challenge?.kind !== 'PASSWORD_VERIFIER') throw new NotAuthorizedError();
  const { keys, userId, known } = challenge;
  const expected = claimSignature(keys, { poolName: pool.name, userId, secretBlock, timestamp });
  // The signature of an unknown address is worked out too, so that refusals take the same time.
  const proved = equalBytes(claimed, expected);
  const account = pool.accounts.find(userId);
  if (!proved || !known || !account) throw new NotAuthorizedError();
  return admit(pool, account);
}

function admit(pool: Pool, account: Account): object | Promise<object> {
  if (account.status === 'UNCONFIRMED') throw new UserNotConfirmedError();
  if (account.status === 'CONFIRMED') return authenticated(pool, account);
  const session = randomUUID();
  pool.challenges.add(session, { kind: 'NEW_PASSWORD_REQUIRED', userId: account.sub });
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: session,
    ChallengeParameters: {
      USER_ID_FOR_SRP: account.sub,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify({ email: account.email, ...account.attributes }),
    },
  };
}

function replaceFirstPassword(pool: Pool, session: string, responses: RequestFields): Promise<object> {
  const challenge = pool.challenges.find(session);
  const account =
    challenge?.kind === 'NEW_PASSWORD_REQUIRED' ? pool.accounts.find(challenge.userId) : undefined;
  if (account?.status !== 'FORCE_CHANGE_PASSWORD') {
    throw new NotAuthorizedError('Invalid session for the user, session is expired.');
  }
  // A password that breaks the policy leaves the session open for another try.
  pool.accounts.setPassword(account, responses.text('NEW_PASSWORD'));
  pool.challenges.take(session);
  account.status = 'CONFIRMED';
  pool.accounts.save();
  return authenticated(pool, account);
}

async function authenticated(pool: Pool, account: Account): Promise<object> {
  return { AuthenticationResult: await pool.tokens.startSession(account), ChallengeParameters: {} };
}
