import { readFileSync } from 'node:fs';
import { Amplify } from 'aws-amplify';
import { signIn } from 'aws-amplify/auth';
import { generateClient } from 'aws-amplify/data';
import { ConsoleLogger, parseAmplifyConfig } from 'aws-amplify/utils';
import { WebSocket } from 'ws';
import { DamagedFileError } from '../../errors';
import type { RunningCloud } from '../../stateFolder';
import { SignInFailedError } from './errors';

/** Amplify's realtime client insists on TLS for hosts it does not know; this one may leave it out. */
class LocalWebSocket extends WebSocket {
  constructor(url: string, protocols?: string | string[]) {
    super(url.replace(/^wss:\/\/(127\.0\.0\.1|localhost):/, 'ws://$1:'), protocols);
  }
}

/** The part of Amplify's client that is used; its own type describes every model and is too deep to pass on. */
export interface Session {
  graphql(request: { query: string; variables?: Record<string, unknown> }): unknown;
}

/**
 * Signs in to a running local cloud as its demo account, with the client that the browser uses.
 * @throws DamagedFileError, SignInFailedError
 */
export async function signInTo(cloud: RunningCloud): Promise<Session> {
  Object.assign(globalThis, { WebSocket: LocalWebSocket });
  const config = readOutputs(cloud.outputsFile);
  if (config.Auth) config.Auth.Cognito.userPoolEndpoint = cloud.cognito;
  // It warns of every user pool that is not at AWS, and standard error is for what went wrong.
  ConsoleLogger.LOG_LEVEL = 'ERROR';
  Amplify.configure(config);
  try {
    await signIn({ username: cloud.demo.email, password: cloud.demo.password });
  } catch (cause) {
    throw new SignInFailedError(cloud.demo.email, { cause });
  }
  return generateClient() as unknown as Session;
}

/** What says where the API and its accounts are, as a start has written it. */
function readOutputs(file: string): ReturnType<typeof parseAmplifyConfig> {
  try {
    return parseAmplifyConfig(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new DamagedFileError(file, { cause });
  }
}
