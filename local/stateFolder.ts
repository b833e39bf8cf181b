import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { DamagedFileError, NotRunningError, StateInUseError } from './errors';
import { lockFolder } from './folderLock';
import type { LocalCredentials } from './iam';
import { closeFolder, closeWithin } from './privateFolder';

/** What a running local cloud leaves for the commands that talk to it. */
export interface RunningCloud {
  pid: number;
  app: string;
  cognito: string;
  lambda: string;
  /** The durable executions as pages, with a key that lets a browser see inputs and results. */
  executions: string;
  appSync: string;
  dynamoDb: string;
  bedrock: string;
  services: string;
  /** Page with what was sent; its address holds a key. As JSON with `.json` behind it. */
  outbox: string;
  /** Where webhooks are caught; a name follows. */
  webhooks: string;
  /** Who makes vectors of texts; missing where nobody does. */
  embeddedBy?: string | undefined;
  /** Where assistants speak MCP with the backend, where it has a server for them. */
  mcp?: string;
  /** Functions that are asked by HTTP, by the logical ids of their function URLs. */
  functionUrls?: Record<string, string>;
  outputsFile: string;
  demo: { email: string; password: string };
  /** Of all services. */
  region: string;
  /** What to sign with at DynamoDB, Lambda, Bedrock, Systems Manager, S3, S3 Vectors and SES: whoever can read this file owns what is there. */
  credentials: LocalCredentials;
}

const PROJECT = resolve(import.meta.dirname, '..');
const DEFAULT_FOLDER = join(PROJECT, '.nevermore');

/** What is Nevermore's in the folder; whoever names one that holds more keeps the rest as it is. */
const KEPT = [
  ...['cognito', 'dynamodb', 'lambda', 'iam-secret', 'demo-password', 'demo-password.new'],
  ...[
    'cloud.json',
    'cloud.json.new',
    'lock',
    'model.json',
    'model.json.new',
    'schedules.json',
    'schedules.json.new',
    'models',
    'app',
    'assembly',
    's3',
    's3vectors',
    'outbox',
    'secrets.json',
  ],
];

/** Everything the local cloud keeps, in one folder that only its owner can read. */
export class StateFolder {
  constructor(readonly path: string) {}

  /** `.nevermore/`, or what `NEVERMORE_STATE` says. */
  static ofEnvironment(environment: NodeJS.ProcessEnv): StateFolder {
    return new StateFolder(
      environment.NEVERMORE_STATE ? resolve(environment.NEVERMORE_STATE) : DEFAULT_FOLDER,
    );
  }

  /** A place in it, made if need be. */
  folder(name: string): string {
    const path = join(this.path, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** The project's own `amplify_outputs.json` for the usual folder; a second copy keeps its own. */
  get outputsFile(): string {
    return this.path === DEFAULT_FOLDER
      ? join(PROJECT, 'amplify_outputs.json')
      : this.file('amplify_outputs.json');
  }

  /** Short for messages. */
  get name(): string {
    const short = relative(process.cwd(), this.path);
    return short.startsWith('..') ? this.path : short || '.';
  }

  /**
   * Takes the folder for this process until it ends, however it ends, and closes it to other users.
   * @param onOpen told when it was open to them until now
   * @returns a function that gives it back
   * @throws StateInUseError, ForeignFolderError, OpenFolderError
   */
  async lock(onOpen: () => void = () => {}): Promise<() => void> {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    if (closeFolder(this.path)) onOpen();
    const unlock = await lockFolder(this.file('lock'), (pid) => new StateInUseError(this.name, pid));
    try {
      for (const name of KEPT) closeWithin(this.file(name));
    } catch (error) {
      unlock();
      throw error;
    }
    return unlock;
  }

  /** Leaves for other programs where the services are and what to sign with. */
  announce(cloud: Omit<RunningCloud, 'app' | 'demo'> & Partial<RunningCloud>): void {
    this.write('cloud.json', `${JSON.stringify(cloud, null, 2)}\n`);
  }

  /** Replaces a file in one step; only its owner can read it. */
  write(name: string, text: string): void {
    const file = this.file(name);
    // A draft that a crash left behind would keep its mode.
    rmSync(`${file}.new`, { force: true });
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  /** @returns undefined when there is none */
  read(name: string): string | undefined {
    try {
      return readFileSync(this.file(name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  withdraw(): void {
    rmSync(this.file('cloud.json'), { force: true });
  }

  /** @throws NotRunningError, DamagedFileError */
  runningCloud(): RunningCloud {
    const text = this.read('cloud.json');
    if (text === undefined) throw new NotRunningError(this.name);
    const cloud = runningCloud(text);
    if (cloud === undefined) throw new DamagedFileError(this.file('cloud.json'));
    if (isAlive(cloud.pid)) return cloud;
    throw new NotRunningError(this.name);
  }
}

const TEXT = z.string().min(1);
/** What every `cloud.json` holds; the rest is for who asks for it. */
const ANNOUNCED = z.looseObject({
  pid: z.int().positive(),
  cognito: TEXT,
  outputsFile: TEXT,
  demo: z.object({ email: TEXT, password: TEXT }),
});

/** @returns undefined when the text is not what `announce` writes */
function runningCloud(text: string): RunningCloud | undefined {
  try {
    return ANNOUNCED.parse(JSON.parse(text)) as unknown as RunningCloud;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
