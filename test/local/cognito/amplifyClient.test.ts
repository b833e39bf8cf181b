import { Amplify } from 'aws-amplify';
import {
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  getCurrentUser,
  resendSignUpCode,
  resetPassword,
  signIn,
  signOut,
  signUp,
  updatePassword,
} from 'aws-amplify/auth';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { clientId, password, type RunningPool, runPool, userPoolId } from './userPool';

const email = 'ligeia@example.com';
let pool: RunningPool;

function connect({ endpoint }: RunningPool) {
  const Cognito = { userPoolId, userPoolClientId: clientId, userPoolEndpoint: endpoint };
  Amplify.configure({ Auth: { Cognito } });
}

const register = () =>
  signUp({ username: email, password, options: { userAttributes: { email, name: 'Ligeia' } } });

async function registerAndConfirm() {
  await register();
  await confirmSignUp({ username: email, confirmationCode: pool.lastCode() });
}

let warnings: jest.SpyInstance;

beforeEach(async () => {
  // Amplify warns of every endpoint that is not AWS's own; any other warning fails the test.
  warnings = jest.spyOn(console, 'warn').mockImplementation();
  pool = await runPool();
  connect(pool);
});

afterEach(async () => {
  await signOut();
  const unexpected = warnings.mock.calls.flat().filter((text) => !/custom Amazon.*endpoint/.test(text));
  warnings.mockRestore();
  expect(unexpected).toEqual([]);
  expect(pool.failures).toEqual([]);
  await pool.dispose();
});

describe('signing up', () => {
  it('takes a code that was handed out, and then lets the person in', async () => {
    const started = await register();
    expect(started.nextStep).toMatchObject({
      signUpStep: 'CONFIRM_SIGN_UP',
      codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'l***@e***' },
    });
    expect(pool.codes).toEqual([expect.objectContaining({ email, purpose: 'sign-up' })]);
    const confirmed = await confirmSignUp({ username: email, confirmationCode: pool.lastCode() });
    expect(confirmed.isSignUpComplete).toBe(true);
    const signedIn = await signIn({ username: email, password });
    expect(signedIn).toMatchObject({ isSignedIn: true, nextStep: { signInStep: 'DONE' } });
  });

  it('asks for the code when somebody signs in too early, and a resent code replaces the first', async () => {
    await register();
    const first = pool.lastCode();
    const early = await signIn({ username: email, password });
    expect(early.nextStep.signInStep).toBe('CONFIRM_SIGN_UP');
    await resendSignUpCode({ username: email });
    expect(pool.codes).toHaveLength(2);
    if (first !== pool.lastCode()) {
      await expect(confirmSignUp({ username: email, confirmationCode: first })).rejects.toMatchObject({
        name: 'CodeMismatchException',
      });
    }
    await confirmSignUp({ username: email, confirmationCode: pool.lastCode() });
    expect((await signIn({ username: email, password })).isSignedIn).toBe(true);
  });

  it('refuses a second account for an address, whatever its case', async () => {
    await register();
    await expect(signUp({ username: email.toUpperCase(), password })).rejects.toMatchObject({
      name: 'UsernameExistsException',
    });
  });

  it.each([
    ['Abc-1', 'not long enough'],
    ['QUOTH-THE-RAVEN-1', 'lowercase'],
    ['quoth-the-raven-1', 'uppercase'],
    ['Quoth-the-raven', 'numeric'],
    ['QuothTheRaven1', 'symbol'],
  ])('refuses the password %s and names the rule', async (weak, rule) => {
    await expect(signUp({ username: email, password: weak })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
      message: expect.stringContaining(rule),
    });
  });
});

describe('being signed in', () => {
  beforeEach(async () => {
    await registerAndConfirm();
    await signIn({ username: email.toUpperCase(), password });
  });

  it('gives tokens with the claims of the cloud, which the published keys verify', async () => {
    const { tokens } = await fetchAuthSession();
    const keys = createLocalJWKSet(pool.jwks);
    const access = await jwtVerify(String(tokens?.accessToken), keys, { issuer: pool.issuer });
    const { userId, username } = await getCurrentUser();
    expect(username).toBe(userId);
    expect(access.payload).toMatchObject({
      iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_nevermore',
      sub: userId,
      username: userId,
      client_id: clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
    });
    expect(access.payload).not.toHaveProperty('email');
    expect(access.payload).not.toHaveProperty('aud');
    expect(access.payload).not.toHaveProperty('cognito:groups');
    const id = await jwtVerify(String(tokens?.idToken), keys, { issuer: pool.issuer, audience: clientId });
    expect(id.payload).toMatchObject({
      sub: userId,
      token_use: 'id',
      email,
      email_verified: true,
      name: 'Ligeia',
      'cognito:username': userId,
    });
  });

  it('tells the attributes of the account', async () => {
    expect(await fetchUserAttributes()).toMatchObject({ email, email_verified: 'true', name: 'Ligeia' });
  });

  it('gets new tokens of the same sign-in when asked to refresh', async () => {
    const before = (await fetchAuthSession()).tokens?.accessToken.payload;
    const after = (await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken.payload;
    expect(after?.jti).not.toBe(before?.jti);
    expect(after).toMatchObject({ origin_jti: before?.origin_jti, auth_time: before?.auth_time });
  });

  it('lasts through a restart of the server', async () => {
    pool = await pool.restart();
    connect(pool);
    expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeDefined();
    expect(await fetchUserAttributes()).toMatchObject({ email });
  });

  it('ends with signing out: neither refresh token nor access token work any more', async () => {
    const AccessToken = String((await fetchAuthSession()).tokens?.accessToken);
    expect((await pool.call('GetUser', { AccessToken })).status).toBe(200);
    await signOut();
    expect((await fetchAuthSession()).tokens).toBeUndefined();
    expect((await pool.call('GetUser', { AccessToken })).body).toMatchObject({
      __type: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    });
  });

  it('ends everywhere with a global sign-out', async () => {
    const AccessToken = String((await fetchAuthSession()).tokens?.accessToken);
    await signOut({ global: true });
    expect((await pool.call('GetUser', { AccessToken })).status).toBe(400);
  });

  it('lets the person change the password, given the old one', async () => {
    const newPassword = 'Only-this-1-more';
    const wrong = updatePassword({ oldPassword: 'Wrong-raven-1', newPassword });
    await expect(wrong).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await updatePassword({ oldPassword: password, newPassword });
    await signOut();
    expect((await signIn({ username: email, password: newPassword })).isSignedIn).toBe(true);
  });
});

describe('a forgotten password', () => {
  it('is replaced with a code, and the old one stops working', async () => {
    await registerAndConfirm();
    const newPassword = 'Only-this-1-more';
    const asked = await resetPassword({ username: email });
    expect(asked.nextStep.resetPasswordStep).toBe('CONFIRM_RESET_PASSWORD_WITH_CODE');
    const answer = { username: email, confirmationCode: pool.lastCode(), newPassword };
    await confirmResetPassword(answer);
    await expect(confirmResetPassword(answer)).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await expect(signIn({ username: email, password })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
    expect((await signIn({ username: email, password: newPassword })).isSignedIn).toBe(true);
  });
});

describe('a seeded account', () => {
  it('signs in at once, with its groups in both tokens, and is made only once', async () => {
    const made = await pool.seedUser({ email, password, groups: ['admins'], name: 'Demo' });
    expect(made.created).toBe(true);
    const again = await pool.seedUser({ email, password: 'Another-1-password' });
    expect(again).toEqual({ sub: made.sub, created: false });
    await signIn({ username: email, password });
    const { tokens } = await fetchAuthSession();
    expect(tokens?.accessToken.payload['cognito:groups']).toEqual(['admins']);
    expect(tokens?.idToken?.payload['cognito:groups']).toEqual(['admins']);
  });

  it('with a temporary password must choose its own before it gets in', async () => {
    await pool.seedUser({ email, password, temporaryPassword: true });
    const started = await signIn({ username: email, password });
    expect(started.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
    await expect(confirmSignIn({ challengeResponse: 'weak' })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
    expect((await confirmSignIn({ challengeResponse: 'Only-this-1-more' })).isSignedIn).toBe(true);
    await signOut();
    expect((await signIn({ username: email, password: 'Only-this-1-more' })).isSignedIn).toBe(true);
  });
});
