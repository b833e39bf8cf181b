import { fingerprintOf, type Pointer, type ReviewRequest } from '../../domain/humanReview';
import { reviewOf } from '../../domain/review';
import { SECTIONS, type SectionId } from '../../domain/sections';
import { folded } from '../../domain/text';
import { DEFAULT_THEME } from '../../domain/themes';
import type { Graphql } from '../appsync';
import type { WholeDocument } from '../wholeDocument';
import type { Collaborators } from './collaborators';

const PUBLISHED = `query Published($nextToken: String) {
  listingsByStatus(status: PUBLISHED, sortDirection: DESC, limit: 200, nextToken: $nextToken) {
    items { id title service tags audience } nextToken
  }
}`;

/** Pages of published post-mortems that are looked through, the latest first: some hundreds. */
const MOST_PAGES = 3;
/** Read whole. */
const MOST_READ = 8;
/** Told. */
const MOST = 3;

interface Listed {
  id: string;
  title: string;
  service: string | null;
  tags: string[] | null;
  audience: string[] | null;
}

/** Finds published post-mortems that are worth a look beside one, among those that every colleague reads. */
export function pointersThrough(
  graphql: Graphql,
  document: (id: string) => Promise<WholeDocument | undefined>,
): Pick<Collaborators, 'findRelated' | 'findSimilar'> {
  const published = async (issuer: string, subject: WholeDocument): Promise<Listed[]> => {
    const found: Listed[] = [];
    let nextToken: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      type Answer = { listingsByStatus: { items: Listed[]; nextToken: string | null } };
      const { listingsByStatus }: Answer = await graphql(PUBLISHED, { nextToken });
      found.push(...listingsByStatus.items);
      nextToken = listingsByStatus.nextToken;
      if (!nextToken) break;
    }
    return found.filter(({ id, audience }) => id !== subject.id && audience?.includes(issuer));
  };
  const read = async (candidates: readonly Listed[]): Promise<WholeDocument[]> => {
    const documents = await Promise.all(candidates.slice(0, MOST_READ).map(({ id }) => document(id)));
    return documents.filter((one): one is WholeDocument => one !== undefined);
  };

  return {
    findRelated: async ({ postMortemId, issuer }: ReviewRequest) => {
      const subject = await document(postMortemId);
      if (!subject) return [];
      const related = (await published(issuer, subject)).filter((one) => kinship(one, subject) > 0);
      const documents = await read(related.sort((a, b) => kinship(b, subject) - kinship(a, subject)));
      return documents.slice(0, MOST).map((one) => ({
        ...{ id: one.id, title: one.title },
        why: [whyRelated(one, subject), openActions(one)].filter(Boolean).join('; '),
      }));
    },

    findSimilar: async ({ postMortemId, issuer }: ReviewRequest) => {
      const subject = await document(postMortemId);
      if (!subject) return [];
      const wanting = new Set(reviewOf(subject, DEFAULT_THEME.id).map(({ where }) => where));
      const sections = SECTIONS.filter(({ id }) => wanting.has(id));
      const near = await published(issuer, subject);
      const documents = await read(near.sort((a, b) => kinship(b, subject) - kinship(a, subject)));
      return documents
        .map((one) => ({
          one,
          good: wellDone(
            one,
            sections.map(({ id }) => id),
          ),
        }))
        .filter(({ good, one }) => good.length > 0 && fingerprintOf(one) !== fingerprintOf(subject))
        .sort((a, b) => b.good.length - a.good.length)
        .slice(0, MOST)
        .map(({ one, good }): Pointer => {
          const labels = sections.filter(({ id }) => good.includes(id)).map(({ label }) => label);
          return { id: one.id, title: one.title, why: `Nothing is said against its ${AND.format(labels)}` };
        });
    },
  };
}

const AND = new Intl.ListFormat('en', { type: 'conjunction' });

const tagsShared = (one: { tags: string[] | null }, other: { tags: string[] | null }): string[] => {
  const known = new Set((other.tags ?? []).map(folded));
  return (one.tags ?? []).filter((tag) => known.has(folded(tag)));
};

const isSameService = (one: { service: string | null }, other: { service: string | null }): boolean =>
  folded(one.service?.trim() ?? '') !== '' && folded(one.service ?? '') === folded(other.service ?? '');

/** How near two are: the same service counts more than a tag. */
const kinship = (one: Pick<Listed, 'service' | 'tags'>, other: WholeDocument): number =>
  (isSameService(one, other) ? 2 : 0) + tagsShared(one, other).length;

const whyRelated = (one: WholeDocument, subject: WholeDocument): string =>
  [
    isSameService(one, subject) && `same service, ${one.service}`,
    tagsShared(one, subject).length > 0 && `tagged ${tagsShared(one, subject).join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ');

function openActions({ actionItems }: WholeDocument): string {
  const open = actionItems.filter(({ done, text }) => !done && text.trim() !== '').length;
  if (open === 0) return '';
  return open === 1 ? 'one action is still open' : `${open} actions are still open`;
}

/** Sections that are written and that the rules have nothing to say of. */
function wellDone(document: WholeDocument, sections: readonly SectionId[]): SectionId[] {
  const wanting = new Set(reviewOf(document, DEFAULT_THEME.id).map(({ where }) => where));
  return sections.filter((id) => document[id].trim() !== '' && !wanting.has(id));
}
