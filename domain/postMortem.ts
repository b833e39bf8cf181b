import { z } from 'zod';
import { LIMITS } from './limits';
import { SECTIONS, type SectionId } from './sections';

export const SEVERITIES = [
  { id: 'SEV1', label: 'SEV1', meaning: 'Critical: most users cannot use the service.' },
  { id: 'SEV2', label: 'SEV2', meaning: 'Major: a core function is broken or very slow for many.' },
  { id: 'SEV3', label: 'SEV3', meaning: 'Minor: a function is degraded, or few users are affected.' },
  { id: 'SEV4', label: 'SEV4', meaning: 'Low: no visible impact, or a near miss.' },
] as const;
export type Severity = (typeof SEVERITIES)[number]['id'];

export const STATUSES = [
  { id: 'DRAFT', label: 'Draft' },
  { id: 'IN_REVIEW', label: 'In review' },
  { id: 'FINAL', label: 'Final' },
] as const;
export type Status = (typeof STATUSES)[number]['id'];

/** The moments of an incident, in the order in which they normally happen. */
export const MOMENTS = [
  { id: 'startedAt', label: 'Started' },
  { id: 'detectedAt', label: 'Detected' },
  { id: 'mitigatedAt', label: 'Mitigated' },
  { id: 'resolvedAt', label: 'Resolved' },
] as const;
export type MomentId = (typeof MOMENTS)[number]['id'];

const severityIds = SEVERITIES.map((s) => s.id) as [Severity, ...Severity[]];
const statusIds = STATUSES.map((s) => s.id) as [Status, ...Status[]];
const line = z.string().max(LIMITS.lineLength, `Keep it under ${LIMITS.lineLength} characters.`);
const moment = z.iso.datetime({ offset: true }).nullable();
const prose = z
  .string()
  .max(
    LIMITS.sectionLength,
    `Keep this section under ${LIMITS.sectionLength.toLocaleString('en')} characters.`,
  );

export const timelineEntry = z.object({
  /** When, as the author writes it: "14:02", "2026-03-01 14:02 UTC", "Time TBC". */
  at: line,
  text: line,
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const actionItem = z.object({
  text: line,
  owner: line,
  /** ISO date, or empty when nobody has promised one. */
  dueDate: z.union([z.literal(''), z.iso.date()]),
  done: z.boolean(),
});
export type ActionItem = z.infer<typeof actionItem>;

const sectionFields = Object.fromEntries(SECTIONS.map(({ id }) => [id, prose])) as Record<
  SectionId,
  typeof prose
>;

/** What an author can write: everything of a post-mortem but its id, owner and revision. */
export const postMortemContent = z.object({
  title: z
    .string()
    .trim()
    .min(1, 'Give the post-mortem a title.')
    .max(LIMITS.titleLength, `Keep the title under ${LIMITS.titleLength} characters.`),
  severity: z.enum(severityIds),
  status: z.enum(statusIds),
  service: z.string().max(LIMITS.serviceLength, `Keep the service under ${LIMITS.serviceLength} characters.`),
  tags: z.array(z.string().min(1).max(LIMITS.tagLength)).max(LIMITS.tags, `At most ${LIMITS.tags} tags.`),
  startedAt: moment,
  detectedAt: moment,
  mitigatedAt: moment,
  resolvedAt: moment,
  ...sectionFields,
  timeline: z
    .array(timelineEntry)
    .max(LIMITS.timelineEntries, `Keep it to ${LIMITS.timelineEntries} entries.`),
  actionItems: z.array(actionItem).max(LIMITS.actionItems, `Keep it to ${LIMITS.actionItems} items.`),
  editors: z.array(z.string().min(1)).max(LIMITS.editors),
});
export type PostMortemContent = z.infer<typeof postMortemContent>;

/** Somebody who saved a post-mortem, as their page names them. `id` is what owner and editor rules compare. */
export interface Author {
  id: string;
  name: string;
}

/** A stored post-mortem. `revision` grows by one with every saved change. */
export interface PostMortem extends PostMortemContent {
  id: string;
  owner: string;
  revision: number;
  /** Who wrote what stands here last; null where no page of this app did. */
  savedBy: Author | null;
  createdAt: string;
  updatedAt: string;
}

/** A new document with nothing in it but its title. */
export const emptyPostMortem = (title: string): PostMortemContent => ({
  title,
  severity: 'SEV3',
  status: 'DRAFT',
  service: '',
  tags: [],
  startedAt: null,
  detectedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  summary: '',
  impact: '',
  description: '',
  rootCause: '',
  resolution: '',
  timeline: [],
  actionItems: [],
  editors: [],
});
