/** How bad it was, the worst first. */
export const SEVERITIES = [
  { id: 'SEV1', label: 'SEV1', meaning: 'Critical: most users cannot use the service.' },
  { id: 'SEV2', label: 'SEV2', meaning: 'Major: a core function is broken or very slow for many.' },
  { id: 'SEV3', label: 'SEV3', meaning: 'Minor: a function is degraded, or few users are affected.' },
  { id: 'SEV4', label: 'SEV4', meaning: 'Low: no visible impact, or a near miss.' },
] as const;
export type Severity = (typeof SEVERITIES)[number]['id'];

/** How far a post-mortem is, in the order in which it gets there. `domain/publication.ts` says who reads which. */
export const STATUSES = [
  { id: 'DRAFT', label: 'Draft' },
  { id: 'IN_REVIEW', label: 'In review' },
  /** Finished in the time before there was publishing: read by its owner and editors only, as it was then. */
  { id: 'FINAL', label: 'Final' },
  { id: 'PUBLISHED', label: 'Published' },
  { id: 'WITHDRAWN', label: 'Withdrawn' },
] as const;
export type Status = (typeof STATUSES)[number]['id'];

/** What an entry of the timeline tells, in the order in which it normally happens. */
export const ENTRY_KINDS = [
  { id: 'trigger', label: 'Trigger' },
  { id: 'detection', label: 'Detection' },
  { id: 'escalation', label: 'Escalation' },
  { id: 'keyMoment', label: 'Key moment' },
  { id: 'mitigation', label: 'Mitigation' },
  { id: 'resolution', label: 'Resolution' },
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number]['id'];

/** What an action item is to do about incidents like this one. */
export const ACTION_TYPES = [
  { id: 'prevent', label: 'Prevent', meaning: 'It cannot happen again.' },
  { id: 'detect', label: 'Detect', meaning: 'It is noticed sooner.' },
  { id: 'mitigate', label: 'Mitigate', meaning: 'It does less harm, or ends sooner.' },
  { id: 'process', label: 'Process', meaning: 'People work on it in another way.' },
] as const;

export const ACTION_PRIORITIES = [
  { id: 'high', label: 'High' },
  { id: 'medium', label: 'Medium' },
  { id: 'low', label: 'Low' },
] as const;

/** How far the ticket of an action item is, typed in by hand: no tracker is asked. */
export const TICKET_STATES = [
  { id: 'open', label: 'Open' },
  { id: 'inProgress', label: 'In progress' },
  { id: 'closed', label: 'Closed' },
] as const;

/** What somebody was in the incident, or is in writing it up. */
export const ROLES = [
  { id: 'author', label: 'Author' },
  { id: 'facilitator', label: 'Facilitator' },
  { id: 'commander', label: 'Incident commander' },
  { id: 'responder', label: 'Responder' },
] as const;
