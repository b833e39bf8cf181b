import type { PasswordPolicy } from '../assembly/types';
import { InvalidPasswordError } from './errors';

/** The characters that Amazon Cognito counts as symbols. */
const SYMBOLS = /[$^*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;
const MAX_LENGTH = 256;

/** @throws InvalidPasswordError naming the first rule of the pool that the password breaks */
export function checkPassword(password: string, policy: PasswordPolicy): void {
  const rules: [broken: boolean, reason: string][] = [
    [password.length < policy.minimumLength, 'Password not long enough'],
    [password.length > MAX_LENGTH, `Password longer than ${MAX_LENGTH} characters`],
    [policy.requireLowercase && !/[a-z]/.test(password), 'Password must have lowercase characters'],
    [policy.requireUppercase && !/[A-Z]/.test(password), 'Password must have uppercase characters'],
    [policy.requireNumbers && !/[0-9]/.test(password), 'Password must have numeric characters'],
    [policy.requireSymbols && !SYMBOLS.test(password), 'Password must have symbol characters'],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw new InvalidPasswordError(broken[1]);
}
