import type { ActionListing } from '../../domain/actions/openActions';
import type { EnhancementProgress } from '../../domain/enhancement';
import type { AnsweringModels } from '../../domain/enhancement/modelRoles';
import type { StartRequest } from '../../domain/enhancement/startRequest';
import type { Origins, Revision } from '../../domain/history/revision';
import type { PostMortem, Severity, Status } from '../../domain/postMortem';
import type { Member, SharedFor } from '../../domain/postMortem/access';
import type { AuthoredContent, FieldId } from '../../domain/postMortem/fields';
import type { PostMortemListing } from '../../domain/postMortem/stored';
import type { Order } from '../../domain/search/match';
import type { SearchedShelf } from '../../domain/search/shelves';
import type { SectionId } from '../../domain/sections';
import type { ThemeId } from '../../domain/themes';

/** Who is signed in. `id` is the user pool's `sub`, which the owner and editor rules compare with. */
export interface SignedInUser {
  id: string;
  /** The e-mail address they signed in with, or the user name when the pool does not say. */
  name: string;
}

/** What the editor writes. Who may edit is changed by `share`, apart from the text. */
export type DocumentContent = AuthoredContent;

export type { PostMortemListing } from '../../domain/postMortem/stored';

/** Which page of a library is asked for. */
export interface ListingQuery {
  /** Empty for any. */
  severity: Severity | '';
  status: Status | '';
  /** How many records the server looks at, at most; a page holds those of them that fit. */
  limit: number;
  /** What the page before said; null for the first one. */
  next: string | null;
}

export interface ListingPage {
  items: PostMortemListing[];
  unreadable: number;
  next: string | null;
}

/** What the server knows after a write. */
export interface Saved {
  revision: number;
  updatedAt: string;
}

/**
 * Post-mortems on the server. Every method throws a named error from `errors.ts`.
 */
export interface PostMortemStore {
  /**
   * A page of what this user owns, newest change first. `unreadable` counts records that another client has
   * left in a state that nobody can read; `next` is null on the last page.
   */
  listOwned(ownerId: string, query: ListingQuery): Promise<ListingPage>;
  /** A page of what others have shared with this person, shared last first; `updatedAt` is when. */
  listShared(personId: string, query: ListingQuery): Promise<ListingPage>;
  /** A page of what colleagues have published and this person may read, newest change first. Any status is `PUBLISHED`. */
  listPublished(query: ListingQuery): Promise<ListingPage>;
  /** @throws NotFoundOrNotYoursError */
  get(id: string): Promise<PostMortem>;
  /** Creates it with revision 1. */
  create(id: string, content: DocumentContent, editors: readonly string[], origins?: Origins): Promise<Saved>;
  /**
   * Writes these fields if the stored revision is still `expected`, and adds one to it. `origins` says where they
   * came from. @throws RevisionConflictError, NotFoundOrNotYoursError
   */
  update(id: string, expected: number, changes: Partial<DocumentContent>, origins: Origins): Promise<Saved>;
  /**
   * Shares it with somebody, by their e-mail address or id, or stops doing so (null). Only the owner may.
   * @throws RefusedError in the server's words, such as that nobody has that address
   */
  share(id: string, person: string, role: SharedFor | null): Promise<Saved>;
  /** Whom it is shared with, by name; for its owner and editors. */
  members(id: string): Promise<Member[]>;
  /**
   * Moves it to another status if the stored revision is still `expected`, and adds one to it. `isPrivate` stays
   * as it is when it is not named. @throws RevisionConflictError, NotFoundOrNotYoursError, RefusedError
   */
  setStatus(id: string, expected: number, change: StatusChange): Promise<Saved>;
  delete(id: string): Promise<void>;
}

/** Where a post-mortem goes, and whether it is private from then on. */
export interface StatusChange {
  status: Status;
  isPrivate?: boolean;
}

/** A stored run of an enhancement. */
export interface Enhancement extends EnhancementProgress {
  id: string;
  postMortemId: string;
  section: SectionId;
  theme: ThemeId;
  /** The text the run started from. */
  source: string;
  startedAt: string;
  /** The id of who started it. */
  owner: string;
}

interface EnhancementWatcher {
  /** A full snapshot. They may come late or twice: compare `progress`. */
  onSnapshot(enhancement: Enhancement): void;
  /** Live updates flow again, and some may have been missed: read the list once. */
  onConnected(): void;
  onInterrupted(): void;
}

export interface EnhancementService {
  /** The browser names the run, so that asking twice starts one. */
  start(request: StartRequest): Promise<Enhancement>;
  /** The latest runs on a post-mortem, newest first. */
  latest(postMortemId: string): Promise<Enhancement[]>;
  /** How far those runs are, without their texts: enough to see that there is something new. */
  marks(postMortemId: string): Promise<Pick<Enhancement, 'id' | 'progress'>[]>;
  /** The ids of this user's own runs, on any post-mortem, that began within these moments and go on. */
  goingOn(from: string, to: string): Promise<string[]>;
  /** Live snapshots of this user's runs on a post-mortem. Returns what ends the subscription. */
  watch(postMortemId: string, ownerId: string, watcher: EnhancementWatcher): () => void;
}

/** What was saved of post-mortems. */
export interface HistoryStore {
  /** Every save of it, oldest first; none of one that this user may not edit. @throws the errors of `errors.ts` */
  of(postMortemId: string): Promise<Revision[]>;
}

/** The actions of many post-mortems, without their texts. Throws the errors of `errors.ts`. */
export interface ActionStore {
  /** Those of what this user owns, or, without an id, of what is published. `isWhole` is false past the bound. */
  list(ownerId: string | null): Promise<{ listings: ActionListing[]; isWhole: boolean }>;
}

/** What is looked for, and in which list. */
export interface SearchQuery {
  text: string;
  shelf: SearchedShelf;
  /** Empty for any. */
  severity: Severity | '';
  status: Status | '';
  order: Order;
  /** What the page before said; null for the first one. */
  next: string | null;
}

/** A post-mortem that was found, and the passage that answers. */
export interface SearchHit extends PostMortemListing {
  /** Marks are UTF-16 offsets in its text. */
  passage: { field: FieldId; text: string; marks: { start: number; end: number }[] };
}

export interface SearchPage {
  items: SearchHit[];
  /** How many there are, as far as the index was read: all of it where `isWhole`. */
  count: number;
  isWhole: boolean;
  next: string | null;
}

/** A post-mortem that is like another one, and why. */
export interface SimilarPostMortem extends PostMortemListing {
  /** Words that both have and few others; as the other one writes them. */
  words: string[];
  sameService: boolean;
  sameTags: string[];
}

/** What is found by words, among what this user may read. Throws the errors of `errors.ts`. */
export interface SearchStore {
  /** @throws RefusedError for a question that the server does not take, in its words */
  search(query: SearchQuery): Promise<SearchPage>;
  /** The most alike first; none for one that this user may not read. */
  similar(postMortemId: string): Promise<SimilarPostMortem[]>;
}

export interface Services {
  /** Who really drafts and judges, as the backend says. */
  models: AnsweringModels;
  postMortems: PostMortemStore;
  enhancements: EnhancementService;
  history: HistoryStore;
  actions: ActionStore;
  search: SearchStore;
}
