import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { DamagedFileError, NotRunningError, StateInUseError } from './errors';
import { lockFolder } from './folderLock';

/** What a running local cloud leaves for the commands that talk to it. */
export interface RunningCloud {
  pid: number;
  app: string;
  cognito: string;
  lambda: string;
  outputsFile: string;
  demo: { email: string; password: string };
}

const PROJECT = resolve(import.meta.dirname, '..');
const DEFAULT_FOLDER = join(PROJECT, '.nevermore');

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
   * Takes the folder for this process until it ends, however it ends.
   * @returns a function that gives it back
   * @throws StateInUseError
   */
  lock(): Promise<() => void> {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    return lockFolder(this.file('lock'), (pid) => new StateInUseError(this.name, pid));
  }

  announce(cloud: RunningCloud): void {
    const file = this.file('cloud.json');
    writeFileSync(`${file}.new`, `${JSON.stringify(cloud, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  withdraw(): void {
    rmSync(this.file('cloud.json'), { force: true });
  }

  /** @throws NotRunningError */
  runningCloud(): RunningCloud {
    try {
      const cloud = JSON.parse(readFileSync(this.file('cloud.json'), 'utf8')) as RunningCloud;
      if (isAlive(cloud.pid)) return cloud;
    } catch (error) {
      if (error instanceof SyntaxError) throw new DamagedFileError(this.file('cloud.json'), { cause: error });
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    throw new NotRunningError(this.name);
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
