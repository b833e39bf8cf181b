import type { Accounts } from './accounts';
import type { Challenges } from './challenges';
import type { Codes } from './codes';
import type { RequestFields } from './requestFields';
import type { ServerKeys } from './srp';
import type { Tokens } from './tokens';

/** A challenge on its way: a password to prove, or a first password to replace. */
export type Challenge =
  | {
      readonly kind: 'PASSWORD_VERIFIER';
      readonly keys: ServerKeys;
      readonly userId: string;
      /** False for an address without an account, which is led through the same steps to the same refusal. */
      readonly known: boolean;
    }
  | { readonly kind: 'NEW_PASSWORD_REQUIRED'; readonly userId: string };

/** Everything an operation works on. */
export interface Pool {
  readonly name: string;
  readonly accounts: Accounts;
  readonly codes: Codes;
  readonly tokens: Tokens;
  readonly challenges: Challenges<Challenge>;
}

/** One operation of the API: takes a request's fields, gives the response's JSON or throws a CognitoError. */
export type Operation = (pool: Pool, request: RequestFields) => object | Promise<object>;
