import { type AuthoredContent, FIELDS, fieldsOf } from './fields';

export { SEVERITIES, type Severity, STATUSES, type Status } from './choices';

/** The moments of an incident, in the order in which they normally happen. */
export const MOMENTS = fieldsOf('moment');
export type MomentId = (typeof MOMENTS)[number]['id'];

export type TimelineEntry = AuthoredContent['timeline'][number];
export type ActionItem = AuthoredContent['actionItems'][number];

/** What an author writes, and who else may. */
export interface PostMortemContent extends AuthoredContent {
  editors: string[];
}

/** Somebody who saved a post-mortem, as their page names them. `id` is what owner and editor rules compare. */
export interface Author {
  id: string;
  name: string;
}

/** A stored post-mortem. `revision` grows by one with every saved change. */
export interface PostMortem extends PostMortemContent {
  id: string;
  owner: string;
  /** Who may read it and comment on it, and who may only read it. */
  commenters: string[];
  readers: string[];
  revision: number;
  /** Who wrote what stands here last; null where no page of this app did. */
  savedBy: Author | null;
  /** Read by its owner, editors and those it is shared with, and by nobody else, published or not. */
  isPrivate: boolean;
  /** Who set the status as it is, and when; null for a draft that nobody has moved. */
  statusBy: Author | null;
  statusAt: string | null;
  createdAt: string;
  updatedAt: string;
}

const EMPTY = { line: '', prose: '', moment: null, labels: [], rows: [] };

/** A new document with nothing in it but its title. */
export const emptyPostMortem = (title: string): PostMortemContent => ({
  ...(Object.fromEntries(
    FIELDS.map((field) => [
      field.id,
      field.kind === 'choice' ? field.empty : structuredClone(EMPTY[field.kind]),
    ]),
  ) as unknown as AuthoredContent),
  title,
  editors: [],
});
