import type { Mail } from '../../../local/outbox';

/** A mail to one reader. */
export const mailOf = (subject: string, more: Partial<Mail> = {}): Mail => ({
  kind: 'mail',
  from: 'raven@example.com',
  to: ['ann@example.com'],
  cc: [],
  bcc: [],
  replyTo: [],
  subject,
  headers: [],
  tags: [],
  attachments: [],
  results: [{ address: 'ann@example.com', state: 'delivered' }],
  notes: [],
  ...more,
});
