import * as z from 'zod';
import { SEVERITIES, STATUSES } from '../../domain/postMortem';
import type { PostMortemListing } from '../../domain/postMortem/stored';

const idsOf = <Id extends string>(all: readonly { id: Id }[]) => all.map(({ id }) => id) as [Id, ...Id[]];

/** How an assistant names a post-mortem as a resource. */
export const URI_TEMPLATE = 'nevermore://post-mortem/{id}';
export const uriOf = (id: string): string => URI_TEMPLATE.replace('{id}', encodeURIComponent(id));

/** What is long or foreign in an id makes it none. */
export const POST_MORTEM_ID = z
  .string()
  .min(1)
  .max(128)
  .describe('The id of a post-mortem, as search_post_mortems gives it.');
export const SEVERITY = z.enum(idsOf(SEVERITIES));
export const STATUS = z.enum(idsOf(STATUSES));
export const CURSOR = z
  .string()
  .max(2_000)
  .describe('Where the next page begins: nextCursor of the page before.');
export const NOTICED = z.string().describe('What to keep in mind while reading the texts below.');
export const DAY = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'Write it as 2026-03-04.');

/** What a list tells of a post-mortem. */
export const LISTING = {
  id: z.string(),
  uri: z.string(),
  title: z.string(),
  severity: z.string(),
  status: z.string(),
  service: z.string(),
  tags: z.array(z.string()),
  startedAt: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  updatedAt: z.string(),
};

export const listed = (one: PostMortemListing) => ({
  id: one.id,
  uri: uriOf(one.id),
  title: one.title,
  severity: one.severity,
  status: one.status,
  service: one.service,
  tags: one.tags,
  startedAt: one.startedAt,
  resolvedAt: one.resolvedAt,
  updatedAt: one.updatedAt,
});

/** A finding of the fact check, as `npm run facts` prints it. */
export const FINDING = z.object({
  kind: z.string(),
  value: z.string(),
  start: z.number().describe('In UTF-16 units of the draft; of what was lost, in the source.'),
  end: z.number(),
  severity: z.enum(['hard', 'soft']).describe('A hard one is a fact that the source does not bear out.'),
  instead: z.string().optional().describe('What the other text says in its place.'),
});
