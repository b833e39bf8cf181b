import { type Author, type PostMortem, SEVERITIES, STATUSES } from '../../../domain/postMortem';
import { SECTION_IDS } from '../../../domain/sections';
import type { Enhancement, PostMortemListing } from '../types';

/** A record as the API answers it: whatever the schema allows, so nothing in it is certain. */
export type Stored = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] => list(value).filter((each) => typeof each === 'string');
const records = (value: unknown): Stored[] =>
  list(value).filter((each): each is Stored => typeof each === 'object' && each !== null);

/** The API takes moments that no browser can read, such as an offset with seconds: those are not told. */
const moment = (value: unknown): string | null =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null;

const oneOf = <Id extends string>(known: ReadonlyArray<{ id: Id }>, value: unknown, otherwise: Id): Id =>
  known.find(({ id }) => id === value)?.id ?? otherwise;

/** Longer than any e-mail address; what is longer is no name. */
const LONGEST_NAME = 320;

function author(value: unknown): Author | null {
  const [stored] = records([value]);
  const [id, name] = [text(stored?.id), text(stored?.name).trim().slice(0, LONGEST_NAME)];
  return id === '' || name === '' ? null : { id, name };
}

/** Before anything was ever stored, for records without a readable date. */
const LONG_AGO = new Date(0).toISOString();

/** A line of the library out of whatever another client has stored. */
export const readListing = (stored: Stored): PostMortemListing => ({
  id: text(stored.id),
  title: text(stored.title) || 'Untitled',
  severity: oneOf(SEVERITIES, stored.severity, 'SEV3'),
  status: oneOf(STATUSES, stored.status, 'DRAFT'),
  service: text(stored.service),
  tags: texts(stored.tags),
  startedAt: moment(stored.startedAt),
  createdAt: moment(stored.createdAt) ?? LONG_AGO,
  updatedAt: moment(stored.updatedAt) ?? moment(stored.createdAt) ?? LONG_AGO,
});

/**
 * A post-mortem out of whatever another client, or an older version, has stored: a section that is missing or
 * null is empty, a list likewise. Only what an author changes is written back, so that nothing is lost by it.
 */
export function readPostMortem(stored: Stored): PostMortem {
  const sections = Object.fromEntries(SECTION_IDS.map((id) => [id, text(stored[id])])) as Pick<
    PostMortem,
    (typeof SECTION_IDS)[number]
  >;
  return {
    ...readListing(stored),
    ...sections,
    detectedAt: moment(stored.detectedAt),
    mitigatedAt: moment(stored.mitigatedAt),
    resolvedAt: moment(stored.resolvedAt),
    timeline: records(stored.timeline).map((entry) => ({ at: text(entry.at), text: text(entry.text) })),
    actionItems: records(stored.actionItems).map((item) => ({
      text: text(item.text),
      owner: text(item.owner),
      dueDate: text(item.dueDate),
      done: item.done === true,
    })),
    editors: texts(stored.editors),
    owner: text(stored.owner),
    savedBy: author(stored.savedBy),
    revision: Number.isInteger(stored.revision) ? (stored.revision as number) : 0,
  };
}

/** A run. Only the functions write one, so only what they may leave out is filled in. */
export const readEnhancement = (stored: Stored): Enhancement => ({
  ...(stored as unknown as Enhancement),
  drafts: (stored.drafts ?? []) as Enhancement['drafts'],
  verdict: (stored.verdict ?? null) as Enhancement['verdict'],
});
