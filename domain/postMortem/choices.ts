/** How bad it was, the worst first. */
export const SEVERITIES = [
  { id: 'SEV1', label: 'SEV1', meaning: 'Critical: most users cannot use the service.' },
  { id: 'SEV2', label: 'SEV2', meaning: 'Major: a core function is broken or very slow for many.' },
  { id: 'SEV3', label: 'SEV3', meaning: 'Minor: a function is degraded, or few users are affected.' },
  { id: 'SEV4', label: 'SEV4', meaning: 'Low: no visible impact, or a near miss.' },
] as const;
export type Severity = (typeof SEVERITIES)[number]['id'];

/** How far a post-mortem is, in the order in which it gets there. */
export const STATUSES = [
  { id: 'DRAFT', label: 'Draft' },
  { id: 'IN_REVIEW', label: 'In review' },
  { id: 'FINAL', label: 'Final' },
] as const;
export type Status = (typeof STATUSES)[number]['id'];
