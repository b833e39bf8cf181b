import type { Mail } from '../outbox';
import { domainOf } from './addresses';

export type Result = Mail['results'][number];

/** Domain of SES's mailbox simulator; an address there may have a label, as in `bounce+label@`. */
const SIMULATOR = 'simulator.amazonses.com';

/** What the mailbox simulator does with each of its addresses, as SES documents it. */
const RESULTS: { readonly [mailbox: string]: Omit<Result, 'address'> } = {
  success: { state: 'delivered' },
  ooto: { state: 'delivered', because: 'An automatic answer (out of the office) would come back.' },
  bounce: { state: 'bounced', because: 'The mailbox does not exist (550 5.1.1 user unknown).' },
  complaint: { state: 'complained', because: 'It was delivered, and the reader marked it as spam.' },
  suppressionlist: {
    state: 'suppressed',
    because: 'The address is on the suppression list, so nothing was sent; SES tells of it as a hard bounce.',
  },
};

/** What becomes of a mail at one recipient. Everywhere but in the simulator it is delivered. */
export function resultAt(address: string): Result {
  const mailbox = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/s, '').toLowerCase();
  const result =
    domainOf(address) === SIMULATOR && Object.hasOwn(RESULTS, mailbox) ? RESULTS[mailbox] : undefined;
  return { address, ...(result ?? { state: 'delivered' }) };
}
