import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { Amplify } from 'aws-amplify';
import { confirmSignUp, signIn, signUp } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { ConsoleLogger, type KeyValueStorageInterface, parseAmplifyConfig } from 'aws-amplify/utils';
import { type RunningCloud, StateFolder } from '../../local/stateFolder';

/**
 * Accounts whose way in is not what a test is about: they sign up and in with the client that the page uses,
 * beside the page, and the page finds what that client would have kept on the device.
 */

export interface Account {
  email: string;
  password: string;
}

/** The local cloud that `npm start` runs for the tests. */
export const runningCloud = (): RunningCloud =>
  new StateFolder(process.env.NEVERMORE_E2E_STATE as string).runningCloud();

/** The account that the running local cloud has printed. */
export const demoAccount = (): Account => runningCloud().demo;

/** The newest code printed for an address. */
export async function codeFor(email: string, purpose = 'sign-up'): Promise<string> {
  const pattern = new RegExp(`${purpose} code for ${email.replace(/[.+]/g, '\\$&')}: (\\d{6})`, 'g');
  let code: string | undefined;
  await expect(() => {
    code = [...terminal().matchAll(pattern)].at(-1)?.[1];
    expect(code).toBeDefined();
  }).toPass();
  return code as string;
}

const terminal = (): string => readFileSync(process.env.NEVERMORE_E2E_LOG as string, 'utf8');

/** What a browser's local storage would hold. */
class Device implements KeyValueStorageInterface {
  readonly kept = new Map<string, string>();
  async setItem(name: string, value: string) {
    this.kept.set(name, value);
  }
  async getItem(name: string) {
    return this.kept.get(name) ?? null;
  }
  async removeItem(name: string) {
    this.kept.delete(name);
  }
  async clear() {
    this.kept.clear();
  }
}

/** By the cloud's address and the person's. */
const devices = new Map<string, Device>();

/** Amplify's client, as somebody who has not been here before. */
function onANewDevice(cloud: RunningCloud): Device {
  const config = parseAmplifyConfig(JSON.parse(readFileSync(cloud.outputsFile, 'utf8')));
  if (config.Auth) config.Auth.Cognito.userPoolEndpoint = cloud.cognito;
  // It warns of every user pool that is not at AWS.
  ConsoleLogger.LOG_LEVEL = 'ERROR';
  Amplify.configure(config);
  const device = new Device();
  cognitoUserPoolsTokenProvider.setKeyValueStorage(device);
  return device;
}

/** Signs in, once for all tests: a session is good for longer than they take, and is renewed after that. */
async function deviceOf({ email, password }: Account, cloud: RunningCloud): Promise<Device> {
  const key = `${cloud.cognito} ${email}`;
  const known = devices.get(key);
  if (known) return known;
  const device = onANewDevice(cloud);
  await signIn({ username: email, password });
  devices.set(key, device);
  return device;
}

/** Makes an account, with the code that the local cloud prints. */
async function makeAccount({ email, password }: Account): Promise<void> {
  onANewDevice(runningCloud());
  await signUp({ username: email, password, options: { userAttributes: { email } } });
  await confirmSignUp({ username: email, confirmationCode: await codeFor(email) });
}

/** Set beside what is remembered, so that whoever signs out stays signed out. */
const MARK = 'e2e.remembered';

/** Lets the page's browser know somebody who signed in before; it does from the next page that it loads. */
export async function rememberSignIn(page: Page, account: Account, cloud = runningCloud()): Promise<void> {
  const { kept } = await deviceOf(account, cloud);
  await page.context().addInitScript(
    ({ app, kept, mark }) => {
      if (location.origin !== app || localStorage.getItem(mark)) return;
      for (const [name, value] of [...kept, [mark, 'yes'] as const]) localStorage.setItem(name, value);
    },
    { app: cloud.app, kept: [...kept], mark: MARK },
  );
}

/** The same for somebody who has had no account until now. */
export async function rememberNewAccount(page: Page, account: Account): Promise<void> {
  await makeAccount(account);
  await rememberSignIn(page, account);
}
