import { connect } from 'node:net';
import { LocalCloudError, PortTakenError } from './errors';

/** Where everything listens: seven ports in a row from `PORT`, and one more for each function URL. */
export interface Ports {
  app: number;
  appSync: number;
  cognito: number;
  lambda: number;
  dynamoDb: number;
  bedrock: number;
  /** The services that only functions ask (Systems Manager, S3, SES, and whatever is refused), and the outbox. */
  services: number;
  /** Of the first function URL, where the backend has one; each further one takes the next. */
  functionUrls: number;
}

const DEFAULT_PORT = 5173;

/** @throws LocalCloudError when `PORT` is no port */
export function readPorts(environment: NodeJS.ProcessEnv): Ports {
  return portsFrom('PORT', environment.PORT || String(DEFAULT_PORT));
}

/**
 * @param setting what the person calls it
 * @throws LocalCloudError when that many ports cannot follow it
 */
export function portsFrom(setting: string, given: string): Ports {
  const app = Number(given);
  if (!Number.isInteger(app) || app < 1 || app > 65_500) {
    throw new LocalCloudError(`${setting} is "${given}", and must be a whole number from 1 to 65500.`);
  }
  return {
    app,
    appSync: app + 1,
    cognito: app + 2,
    lambda: app + 3,
    dynamoDb: app + 4,
    bedrock: app + 5,
    services: app + 6,
    functionUrls: app + 7,
  };
}

/** Under which addresses a browser knows the app that is served on a port. */
export const originsOf = (appPort: number): string[] => [
  `http://localhost:${appPort}`,
  `http://127.0.0.1:${appPort}`,
];

/** How long another server may take to accept a connection, in milliseconds. */
const PATIENCE = 2_000;

/** Whether somebody listens on an address of this computer. */
export function listens(host: string, port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ host, port });
    const settle = (listening: boolean) => {
      socket.destroy();
      answer(listening);
    };
    socket.setTimeout(PATIENCE, () => settle(false));
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}

/** Starts a service, and names service and port when the port is taken. @throws PortTakenError */
export async function listeningOn<Service>(
  port: number,
  service: string,
  start: (port: number) => Promise<Service>,
): Promise<Service> {
  try {
    return await start(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new PortTakenError(port, service, { cause: error });
    throw error;
  }
}
