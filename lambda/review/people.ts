import type { ReviewRequest } from '../../domain/humanReview';
import type { Message } from '../../domain/humanReview/messages';
import type { Author } from '../../domain/postMortem';
import { mayRead } from '../../domain/postMortem/access';
import { folded } from '../../domain/text';
import type { FindPerson } from '../directory';
import type { Deliver, Place, StoredDelivery } from '../humanReview/deliveries';
import { erasedFrom } from '../humanReview/erased';
import type { StoredReview } from '../humanReview/records';
import { followLists } from '../membership/follow';
import type { Memberships, ReadDocument } from '../membership/records';
import type { WholeDocument } from '../wholeDocument';
import type { Post } from './collaborators';

/** Brings the memberships in line with the lists, for people whose names are known. */
export type FollowKnown = (postMortemId: string, people: readonly Author[]) => Promise<void>;

export const followKnownWith =
  (document: ReadDocument, memberships: Memberships): FollowKnown =>
  async (postMortemId, people) => {
    for (const { id: person, name } of people)
      await followLists(postMortemId, await document(postMortemId), memberships, { person, name });
  };

/** Of a document: whose it is, and who may read it. */
type Readable = Pick<WholeDocument, 'owner' | 'audience' | 'editors' | 'commenters' | 'readers'>;

export interface PostOptions {
  deliver: Deliver;
  findPerson: FindPerson;
  memberships: Pick<Memberships, 'of'>;
  /** The document as it stands; nothing for one that is gone. */
  document: (postMortemId: string) => Promise<Readable | undefined>;
  /** The review as it stands. */
  review: (reviewId: string) => Promise<StoredReview | undefined>;
  /** The team's channel; nothing where none is set up. */
  channel: string | undefined;
  /** Whether mail can be sent at all. */
  hasMail: boolean;
  /** Where the app is, without a slash at its end; empty where that is not known. */
  appUrl: string;
}

/** Tells people by mail and by the team's channel, each once. */
export function postTo(options: PostOptions): Post {
  const { deliver, findPerson, hasMail, channel, appUrl } = options;
  const places = (
    { issuer }: ReviewRequest,
    document: Readable | undefined,
    people: readonly Author[],
  ): { who: string; place: Place }[] => {
    // The channel hears of what every colleague may read, and of nothing else: a title tells enough.
    const isForAll = channel && document?.audience.includes(issuer);
    return [
      ...(hasMail
        ? people.map(({ id, name }) => ({ who: id, place: { channel: 'mail' as const, to: name } }))
        : []),
      ...(isForAll ? [{ who: 'channel', place: { channel: 'webhook' as const, to: channel } }] : []),
    ];
  };
  /** Without those who have erased their data since it was started: their addresses are not written down again. */
  const still = async (reviewId: string, people: readonly Author[]) => {
    const review = await options.review(reviewId);
    const erased = new Set(review && erasedFrom(review).map(({ id }) => id));
    return people.filter(({ id }) => !erased.has(id));
  };
  const tell = async (
    request: ReviewRequest,
    what: string,
    message: Message,
    document: Readable | undefined,
    people: readonly Author[],
  ): Promise<StoredDelivery[]> => {
    const to = places(request, document, await still(request.reviewId, people));
    const all = await Promise.allSettled(
      to.map(({ who, place }) => deliver(request.reviewId, `${what}-${who}`, place, message)),
    );
    const failed = all.find((one) => one.status === 'rejected');
    // The others are on their way; trying again sends nothing twice.
    if (failed) throw failed.reason;
    return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  };

  return {
    linkTo: (postMortemId) => (appUrl === '' ? '' : `${appUrl}/post-mortems/${postMortemId}`),
    reviewers: async (request, what, message) => {
      const document = await options.document(request.postMortemId);
      const isEnd = what === 'called-off';
      // Who was asked hears that nobody waits for them any more, also where there is nothing left to read.
      const people = document || isEnd ? readersAmong(request, document, request.reviewers) : [];
      return tell(request, what, message, document, people);
    },
    author: async (request, what, message) => {
      const document = await options.document(request.postMortemId);
      const [author] = readersAmong(request, document, [request.submittedBy]);
      return tell(request, what, message, document, author ? [author] : await ownerOf(document));
    },
    owner: async (request, { key, owner }, message) => {
      const document = await options.document(request.postMortemId);
      if (!document) return [];
      const named = await personCalled(request.postMortemId, owner);
      const [reader] = readersAmong(request, document, named ? [named] : []);
      return tell(request, key, message, document, reader ? [reader] : await ownerOf(document));
    },
    again: async (review, key, message, attempt) => {
      const known = review.sent[key];
      const words = known?.text ? known : message;
      if (!known || !words) throw new NoSuchDeliveryError(review.id, key);
      const { about, subject, text } = words;
      return deliver(review.id, key, known, { about, subject, text }, { again: attempt ?? known.attempts });
    },
  };

  /** The document's owner as it now is: it may have been handed on in the days that were waited. */
  async function ownerOf(document: Readable | undefined): Promise<Author[]> {
    const found = document && (await findPerson(document.owner));
    return found ? [{ id: found.id, name: found.email }] : [];
  }

  /** Whoever an action names: by an address that has an account, or by the name of somebody it is shared with. */
  async function personCalled(postMortemId: string, owner: string): Promise<Author | undefined> {
    if (owner === '') return undefined;
    if (owner.includes('@')) {
      const found = await findPerson(owner);
      return found && { id: found.id, name: found.email };
    }
    const name = folded(owner);
    const members = await options.memberships.of(postMortemId);
    const known = members.find((one) => folded(one.name.split('@')[0] ?? '') === name);
    return known && { id: known.person, name: known.name };
  }
}

/** Those who may still read it: a message says its title, and what was said of it. Of one that is gone, all. */
const readersAmong = (
  { issuer }: ReviewRequest,
  document: Readable | undefined,
  people: readonly Author[],
): readonly Author[] =>
  document ? people.filter(({ id: sub }) => mayRead({ ...document }, { sub, issuer })) : people;

/** Somebody asked to repeat what was never tried. */
export class NoSuchDeliveryError extends Error {
  override name = 'NoSuchDeliveryError';
  constructor(
    readonly reviewId: string,
    readonly key: string,
  ) {
    super(`The review ${reviewId} has no message "${key}" that could be sent again.`);
  }
}
