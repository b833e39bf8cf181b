import { createHmac, randomInt } from 'node:crypto';
import { CodeDeliveryError, CodeMismatchError, ExpiredCodeError, LimitExceededError } from './errors';
import { HourlyLimit } from './hourlyLimit';
import { equalBytes } from './srp';
import type { Account, CodePurpose } from './state';

/** A code on its way to a person. Print it, or send it. */
export interface CodeDelivery {
  readonly email: string;
  readonly code: string;
  readonly purpose: CodePurpose;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long a code is good, in milliseconds: a day after sign-up, an hour for a password, as in Cognito. */
const LIFETIME: Record<CodePurpose, number> = {
  'sign-up': 24 * 60 * 60 * 1000,
  'password reset': 60 * 60 * 1000,
};
/** Wrong tries after which a code is dead; of a million codes nobody guesses one in five. */
const MAX_FAILED_TRIES = 5;
/** The least that Cognito's quotas promise: "between five and 20 requests or attempts an hour" for each user. */
const CODES_AN_HOUR = 5;
/** The most that they allow: a new code must not bring five new tries with it again and again. */
const TRIES_AN_HOUR = 20;

export interface CodesOptions {
  readonly secret: string;
  readonly clock: () => number;
  readonly save: () => void;
  readonly onCode: (delivery: CodeDelivery) => void;
}

/** Six-digit codes that prove somebody reads an account's mail. */
export class Codes {
  private readonly perAddress: HourlyLimit;
  private readonly triesPerAddress: HourlyLimit;

  constructor(private readonly options: CodesOptions) {
    this.perAddress = new HourlyLimit(CODES_AN_HOUR, options.clock);
    this.triesPerAddress = new HourlyLimit(TRIES_AN_HOUR, options.clock);
  }

  /**
   * Counts a request for a code, before it is known whether the address has an account.
   * @throws LimitExceededError past five an hour, for any address alike
   */
  countRequest(email: string, purpose: CodePurpose): void {
    this.perAddress.take(`${purpose}:${email.toLowerCase()}`);
  }

  /**
   * Counts a try of a code, right or wrong, before it is known whether the address has an account.
   * @throws LimitExceededError past twenty an hour, for any address alike
   */
  countTry(email: string, purpose: CodePurpose): void {
    this.triesPerAddress.take(`${purpose}:${email.toLowerCase()}`);
  }

  /**
   * Makes a new code; one made before for the same purpose stops working.
   * @throws CodeDeliveryError when the callback does
   */
  issue(account: Account, purpose: CodePurpose): void {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    const expiresAt = this.options.clock() + LIFETIME[purpose];
    const digest = this.digest(account, purpose, code).toString('base64url');
    account.codes[purpose] = { digest, expiresAt, failedTries: 0 };
    this.options.save();
    try {
      this.options.onCode({ email: account.email, code, purpose, expiresAt });
    } catch (cause) {
      throw new CodeDeliveryError({ cause });
    }
  }

  /**
   * Checks a code. The caller changes what the code allows and then calls {@link forget}.
   * @throws CodeMismatchError, LimitExceededError, ExpiredCodeError also when there was no code
   */
  check(account: Account, purpose: CodePurpose, code: string): void {
    const issued = account.codes[purpose];
    if (!issued || issued.expiresAt <= this.options.clock()) throw new ExpiredCodeError();
    if (issued.failedTries >= MAX_FAILED_TRIES) throw new LimitExceededError();
    const claimed = this.digest(account, purpose, code.trim());
    if (equalBytes(claimed, Buffer.from(issued.digest, 'base64url'))) return;
    issued.failedTries += 1;
    this.options.save();
    throw new CodeMismatchError();
  }

  /** Makes sure that a code works once only. Saved with the change that follows. */
  forget(account: Account, purpose: CodePurpose): void {
    delete account.codes[purpose];
  }

  private digest(account: Account, purpose: CodePurpose, code: string): Buffer {
    return createHmac('sha256', this.options.secret).update(`${purpose}:${account.sub}:${code}`).digest();
  }
}

/** `CodeDeliveryDetails` as Cognito writes it, with the address masked; the same for unknown addresses. */
export function deliveryDetails(email: string): { CodeDeliveryDetails: Record<string, string> } {
  const [local = '', domain = ''] = email.split('@');
  const Destination = `${local.slice(0, 1)}***@${domain.slice(0, 1)}***`;
  return { CodeDeliveryDetails: { Destination, DeliveryMedium: 'EMAIL', AttributeName: 'email' } };
}
