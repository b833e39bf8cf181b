import { randomInt } from 'node:crypto';
import { InvalidPasswordError, type LocalCognito } from '../cognito';
import { LocalCloudError } from '../errors';
import type { StateFolder } from '../stateFolder';

/** An account that is there on first start, so that nobody needs to sign up to have a look. */
export interface DemoAccount {
  email: string;
  password: string;
}

/** `NEVERMORE_DEMO_PASSWORD` is no password that the backend accepts. */
export class DemoPasswordError extends LocalCloudError {
  override name = 'DemoPasswordError';
  constructor(reason: string, options: ErrorOptions) {
    super(
      `NEVERMORE_DEMO_PASSWORD cannot be used: ${reason}. Choose another one, or leave it away for a password ` +
        'of the state folder’s own.',
      options,
    );
  }
}

/**
 * Makes the account, or gives it the password that is printed: one of an earlier start, or one that was
 * changed on the page, would leave a printed one that does not work.
 * @throws DemoPasswordError
 */
export async function seedDemo(seedUser: LocalCognito['seedUser'], account: DemoAccount): Promise<void> {
  try {
    await seedUser({ ...account, replacesPassword: true });
  } catch (cause) {
    if (!(cause instanceof InvalidPasswordError)) throw cause;
    throw new DemoPasswordError(cause.message, { cause });
  }
}

const FILE = 'demo-password';
/** What {@link newPassword} makes, and nothing that was torn or emptied. */
const WHOLE = /^Quoth(?:-[a-z2-9]{4}){4}-1$/;

/**
 * The account's password belongs to the state folder: one that stood in the source would open every copy to
 * any page and any other user of the computer. `NEVERMORE_DEMO_PASSWORD` sets one, for scripts and tests.
 */
export function demoAccount(state: StateFolder, environment: NodeJS.ProcessEnv): DemoAccount {
  return {
    email: 'demo@nevermore.local',
    password: environment.NEVERMORE_DEMO_PASSWORD || ownPassword(state),
  };
}

function ownPassword(state: StateFolder): string {
  const kept = state.read(FILE)?.trim();
  if (kept !== undefined && WHOLE.test(kept)) return kept;
  const fresh = newPassword();
  state.write(FILE, `${fresh}\n`);
  return fresh;
}

/** Without letters and digits that look alike, as it is read from a terminal and typed. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sixteen random characters (79 bits) in a form that every usual password policy takes. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `Quoth-${group()}-${group()}-${group()}-${group()}-1`;
}
