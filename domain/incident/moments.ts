import type { AuthoredContent } from '../postMortem/fields';

/** What of a document tells when its incident was. */
export type TimedDocument = Pick<
  AuthoredContent,
  'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt' | 'timeline'
>;

/** Moments of fields and of pasted lines are often told to the minute: what differs by less is the same. */
export const A_MINUTE = 60_000;
