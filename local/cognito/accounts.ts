import { createHmac, randomUUID } from 'node:crypto';
import type { PasswordPolicy } from '../assembly/types';
import { InvalidParameterError, NotAuthorizedError, UsernameExistsError } from './errors';
import { checkPassword } from './passwordPolicy';
import { createVerifier, matchesPassword } from './srp';
import type { Account, CognitoState } from './state';

/** Username and e-mail are at most this long in Amazon Cognito. */
const MAX_EMAIL_LENGTH = 128;
const MAX_ATTRIBUTE_LENGTH = 2048;

/** The standard attributes of OpenID Connect that a user may write, as every user pool has them. */
const WRITABLE_ATTRIBUTES = new Set([
  ...['address', 'birthdate', 'family_name', 'gender', 'given_name', 'locale', 'middle_name', 'name'],
  ...['nickname', 'phone_number', 'picture', 'preferred_username', 'profile', 'website', 'zoneinfo'],
]);

export interface AccountsOptions {
  readonly state: CognitoState;
  readonly passwordPolicy: PasswordPolicy;
  /** Writes the whole state to disk; called after every change. */
  readonly save: () => void;
}

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly status: Account['status'];
  readonly attributes?: ReadonlyMap<string, string>;
  readonly groups?: readonly string[];
}

/** The users of the pool, found by e-mail address without regard to case, as in a pool made by Amplify. */
export class Accounts {
  private readonly poolName: string;

  constructor(private readonly options: AccountsOptions) {
    this.poolName = poolNameOf(options.state.userPoolId);
  }

  findByEmail(email: string): Account | undefined {
    const wanted = email.toLowerCase();
    return this.options.state.accounts.find((account) => account.email.toLowerCase() === wanted);
  }

  find(sub: string): Account | undefined {
    return this.options.state.accounts.find((account) => account.sub === sub);
  }

  /** @throws UsernameExistsError, InvalidParameterError, InvalidPasswordError, NotAuthorizedError */
  create({ email, password, status, attributes = new Map(), groups = [] }: NewAccount): Account {
    if (email.length > MAX_EMAIL_LENGTH || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      throw new InvalidParameterError('Username should be an email.');
    }
    const emailAttribute = attributes.get('email');
    if (emailAttribute !== undefined && emailAttribute.toLowerCase() !== email.toLowerCase()) {
      throw new InvalidParameterError('The email attribute must be the same as the username.');
    }
    checkPassword(password, this.options.passwordPolicy);
    const others = new Map([...attributes].filter(([name]) => name !== 'email'));
    checkAttributes(others);
    if (this.findByEmail(email)) throw new UsernameExistsError();
    const sub = randomUUID();
    const account: Account = {
      sub,
      email,
      emailVerified: status !== 'UNCONFIRMED',
      attributes: Object.fromEntries(others),
      groups: [...groups],
      status,
      ...createVerifier(this.poolName, sub, password),
      codes: {},
    };
    this.options.state.accounts.push(account);
    this.save();
    return account;
  }

  /** @throws InvalidPasswordError; nothing has changed then */
  setPassword(account: Account, password: string): void {
    checkPassword(password, this.options.passwordPolicy);
    Object.assign(account, createVerifier(this.poolName, account.sub, password));
    this.save();
  }

  /** @throws InvalidPasswordError */
  checkNewPassword(password: string): void {
    checkPassword(password, this.options.passwordPolicy);
  }

  hasPassword(account: Account, password: string): boolean {
    return matchesPassword(account, this.poolName, account.sub, password);
  }

  /** @throws InvalidParameterError, NotAuthorizedError for attributes that a user may not write */
  updateAttributes(account: Account, attributes: ReadonlyMap<string, string>): void {
    checkAttributes(attributes);
    account.attributes = { ...account.attributes, ...Object.fromEntries(attributes) };
    this.save();
  }

  remove(account: Account): void {
    const { state } = this.options;
    state.accounts = state.accounts.filter(({ sub }) => sub !== account.sub);
    state.sessions = state.sessions.filter(({ sub }) => sub !== account.sub);
    this.save();
  }

  /**
   * What SRP tells about an address: an account's id, salt and verifier, or for an unknown address values
   * that look the same and stay the same on every try, so that nobody learns who has an account.
   */
  credentialsFor(email: string): { account?: Account; userId: string; salt: string; verifier: string } {
    const account = this.findByEmail(email);
    if (account) {
      return { account, userId: account.sub, salt: account.salt, verifier: account.verifier };
    }
    const derive = (label: string) =>
      createHmac('sha512', this.options.state.secret).update(`${label}:${email.toLowerCase()}`).digest('hex');
    const id = derive('id');
    // A version 4 UUID like that of an account.
    const parts = [id.slice(0, 8), id.slice(8, 12), `4${id.slice(13, 16)}`, `a${id.slice(17, 20)}`];
    return {
      userId: [...parts, id.slice(20, 32)].join('-'),
      // A real salt is a number, written without leading zeros.
      salt: derive('salt').slice(0, 32).replace(/^0+/, ''),
      verifier: [1, 2, 3, 4, 5, 6].map((part) => derive(`verifier ${part}`)).join(''),
    };
  }

  save(): void {
    this.options.save();
  }
}

/** The part of a user pool's id that SRP mixes into every password: `nevermore` of `us-east-1_nevermore`. */
export function poolNameOf(userPoolId: string): string {
  return userPoolId.slice(userPoolId.indexOf('_') + 1);
}

function checkAttributes(attributes: ReadonlyMap<string, string>): void {
  for (const [name, value] of attributes) {
    if (name === 'sub' || name === 'email_verified' || name === 'email' || name.startsWith('cognito:')) {
      throw new NotAuthorizedError(`A client attempted to write unauthorized attribute: ${name}`);
    }
    if (!WRITABLE_ATTRIBUTES.has(name)) {
      throw new InvalidParameterError(`Attributes did not conform to the schema: ${name} is not defined`);
    }
    if (value.length > MAX_ATTRIBUTE_LENGTH) {
      throw new InvalidParameterError(`Attribute ${name} is longer than ${MAX_ATTRIBUTE_LENGTH} characters`);
    }
  }
}
