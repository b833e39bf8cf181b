import type { TimedDocument } from '../../../domain/incident/moments';

/** A document that tells no time at all. */
export const NOTHING: TimedDocument = {
  startedAt: null,
  detectedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  timeline: [],
};
