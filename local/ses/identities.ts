import type { MailIdentity } from '../assembly';
import { domainOf } from './addresses';
import { SenderNotVerifiedError } from './errors';

/**
 * The identity that verifies a sender: its address, or else its domain, or one above that.
 * @returns undefined when the backend has no identities at all: then they are verified by hand, as an address has
 * to be on AWS in any case, and nobody here knows which
 * @throws SenderNotVerifiedError when it has some, and none covers the sender
 */
export function identityOf(
  sender: string,
  identities: readonly MailIdentity[],
  region: string,
): MailIdentity | undefined {
  if (identities.length === 0) return undefined;
  const lower = sender.toLowerCase();
  const domain = domainOf(sender);
  const covering = identities
    .filter(({ name }) => {
      const identity = name.toLowerCase();
      return identity.includes('@')
        ? identity === lower
        : domain === identity || domain.endsWith(`.${identity}`);
    })
    .sort((a, b) => b.name.length - a.name.length);
  const found = covering.find(({ name }) => name.includes('@')) ?? covering[0];
  if (!found) throw new SenderNotVerifiedError(sender, region);
  return found;
}
