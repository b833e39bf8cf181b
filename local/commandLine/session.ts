import { readFileSync } from 'node:fs';
import { Amplify } from 'aws-amplify';
import { signIn } from 'aws-amplify/auth';
import { generateClient } from 'aws-amplify/data';
import { ConsoleLogger, parseAmplifyConfig } from 'aws-amplify/utils';
import { WebSocket } from 'ws';
import type { RunningCloud } from '../stateFolder';

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

/** Signs in to a running local cloud as its demo account, with the client that the browser uses. */
export async function signInTo(cloud: RunningCloud): Promise<Session> {
  Object.assign(globalThis, { WebSocket: LocalWebSocket });
  const config = parseAmplifyConfig(JSON.parse(readFileSync(cloud.outputsFile, 'utf8')));
  if (config.Auth) config.Auth.Cognito.userPoolEndpoint = cloud.cognito;
  // It warns of every user pool that is not at AWS, and standard error is for what went wrong.
  ConsoleLogger.LOG_LEVEL = 'ERROR';
  Amplify.configure(config);
  await signIn({ username: cloud.demo.email, password: cloud.demo.password });
  return generateClient() as unknown as Session;
}
