import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CodeDelivery,
  type CognitoOptions,
  type LocalCognito,
  startCognito,
} from '../../../local/cognito';

/** Origin of the pages that may ask. */
export const APP = 'http://localhost:5173';
export const clientId = 'nevermorelocalclient';
export const userPoolId = 'us-east-1_nevermore';
export const password = 'Quoth-the-raven-1';

export interface RunningPool extends LocalCognito {
  readonly stateDir: string;
  readonly statePath: string;
  /** Every code handed out so far, newest last. */
  readonly codes: CodeDelivery[];
  /** Failures that the server blamed on itself. */
  readonly failures: unknown[];
  /** Milliseconds that the pool's clock runs ahead. */
  clockOffset: number;
  lastCode(): string;
  restart(): Promise<RunningPool>;
  /** Closes the server and removes its state. */
  dispose(): Promise<void>;
  /** Calls an operation of the API directly. */
  call(operation: string, body: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A user pool on a free port with a state folder of its own. */
export async function runPool(
  overrides: Partial<CognitoOptions> = {},
  previous?: { stateDir: string; clockOffset: number },
): Promise<RunningPool> {
  const stateDir = previous?.stateDir ?? (await mkdtemp(join(tmpdir(), 'cognito-')));
  const codes: CodeDelivery[] = [];
  const failures: unknown[] = [];
  const cognito = await startCognito({
    port: 0,
    stateDir,
    userPoolId,
    clientId,
    origins: [APP],
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
    },
    onCode: (delivery) => codes.push(delivery),
    clock: () => Date.now() + running.clockOffset,
    onInternalError: (error) => failures.push(error),
    ...overrides,
  });
  const running: RunningPool = {
    ...cognito,
    stateDir,
    statePath: join(stateDir, 'cognito.json'),
    codes,
    failures,
    clockOffset: previous?.clockOffset ?? 0,
    lastCode: () => codes.at(-1)?.code ?? 'no code yet',
    restart: async () => {
      await cognito.close();
      return runPool(overrides, running);
    },
    dispose: async () => {
      await cognito.close();
      await rm(stateDir, { recursive: true, force: true });
    },
    call: (operation, body, headers) => callApi(cognito.endpoint, operation, body, headers),
  };
  return running;
}

async function callApi(
  endpoint: string,
  operation: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
