import type { EnhancementProgress } from '../../domain/enhancement';
import type { ModelCall } from '../../domain/enhancement/modelCall';
import type { AnsweringModels } from '../../domain/enhancement/modelRoles';
import type { StartRequest } from '../../domain/enhancement/startRequest';
import type { Origins, Revision } from '../../domain/history/revision';
import type { PostMortem, Severity, Status } from '../../domain/postMortem';
import type { Member, SharedFor } from '../../domain/postMortem/access';
import type { AuthoredContent, FieldId } from '../../domain/postMortem/fields';
import type { PostMortemListing } from '../../domain/postMortem/stored';
import type { LeftOutCount, ModelRemark } from '../../domain/review/modelRemarks';
import type { Order } from '../../domain/search/match';
import type { SearchedShelf } from '../../domain/search/shelves';
import type { SectionId } from '../../domain/sections';
import type { TeamTemplate } from '../../domain/teamTemplates';
import type { Template } from '../../domain/templates';
import type { ThemeId } from '../../domain/themes';
import type { ActionStore } from './actions';
import type { ArchiveService } from './archive';
import type { ConversationStore } from './conversations';
import type { MemoryStore } from './memories';
import type { OwnDataStore } from './ownData';
import type { ReviewServices } from './reviews';
import type { TalkServices } from './talk';

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
  /** Of one's own: those in the archive instead of those that are not; null for both. */
  isArchived?: boolean | null;
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

/** Post-mortems on the server. Every method throws a named error from `errors.ts`. */
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
  /** Only which revision it has. @throws NotFoundOrNotYoursError */
  revisionOf(id: string): Promise<number>;
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
  /**
   * Puts it into its owner's bin: nobody reads it there, and it is gone for good after a while. Only the owner may.
   * @throws NotFoundOrNotYoursError
   */
  bin(id: string): Promise<BinnedPostMortem>;
  /** Takes it out of the bin, shared with everybody as it was. @throws RefusedError when it is not there any more */
  restore(id: string): Promise<void>;
  /** Puts it into the archive, or takes it out: out of the owner's way, and nothing else. */
  archive(id: string, isArchived: boolean): Promise<void>;
}

/** What was deleted and can be brought back. */
export interface BinnedPostMortem {
  id: string;
  title: string;
  /** ISO 8601. */
  deletedAt: string;
  /** When it is gone for good. */
  goneAt: string;
}

/** What this user has deleted. Throws the errors of `errors.ts`. */
export interface BinStore {
  /** A page of it, deleted last first; `next` is null on the last page. */
  list(next: string | null): Promise<{ items: BinnedPostMortem[]; next: string | null }>;
  /** Deletes one of them with all that belongs to it. One that is gone already is fine. */
  deleteForGood(id: string): Promise<void>;
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
  /** What else of the document it was drafted from, or null. */
  material?: string | null;
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

/** Templates that the team has saved. Every method throws a named error from `errors.ts`. */
export interface TemplateStore {
  /** All of them, by name. */
  list(): Promise<TeamTemplate[]>;
  /** @throws RefusedError when another one has this name */
  save(template: Template): Promise<void>;
  /** Takes one away; only who saved it may. Documents that use it keep their sections. */
  remove(name: string): Promise<void>;
}

/** What is looked for, and in which list. */
export interface SearchQuery {
  text: string;
  shelf: SearchedShelf;
  /** Empty for any. */
  severity: Severity | '';
  status: Status | '';
  service: string;
  tag: string;
  /** The first and the last calendar day of the incident's start, or nothing. */
  from: string;
  to: string;
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
  /** The passages that are closest in meaning: of the one that was asked about, and of this. */
  closest: { own: QuotedPassage; other: QuotedPassage } | null;
}

/** A passage by its beginning, and what it stands in: a section's id, `timeline` or `actions`. */
export interface QuotedPassage {
  section: string;
  text: string;
}

/** A published incident that a title may be about. */
export interface SimilarIncident
  extends Pick<PostMortem, 'id' | 'title' | 'severity' | 'service' | 'startedAt'> {
  /** Words of the title that it says. */
  words: string[];
  /** The passage that answers best. */
  section: string;
  quote: string;
}

/** What is found by words, among what this user may read. Throws the errors of `errors.ts`. */
export interface SearchStore {
  /** @throws RefusedError for a question that the server does not take, in its words */
  search(query: SearchQuery): Promise<SearchPage>;
  /** The most alike first; none for one that this user may not read. */
  similar(postMortemId: string): Promise<SimilarPostMortem[]>;
  /** Published incidents that are like a text, at most three. @param except the post-mortem that the text is of */
  similarToText(text: string, except: string): Promise<SimilarIncident[]>;
}

/** What a model has to say of a finished document. */
export interface Remarked {
  remarks: ModelRemark[];
  /** What of its answer was left out, and why. */
  left: LeftOutCount[];
  /** Who answered, and what it took; null where there was nothing to read. */
  call: ModelCall | null;
}

/** A model that reads whole documents. Throws the errors of `errors.ts`. */
export interface RemarkService {
  /** Asks for remarks on a post-mortem as it is stored. Takes up to half a minute. @throws RefusedError in the server's words */
  on(postMortemId: string): Promise<Remarked>;
}

export interface Services {
  /** Who really drafts and judges, as the backend says. */
  models: AnsweringModels;
  postMortems: PostMortemStore;
  enhancements: EnhancementService;
  history: HistoryStore;
  actions: ActionStore;
  templates: TemplateStore;
  bin: BinStore;
  ownData: OwnDataStore;
  /** What is remembered, which comes with its page. */
  memories(): Promise<MemoryStore>;
  /** What is said to the assistant, which comes with its page. */
  conversations(): Promise<ConversationStore>;
  /** Comments and presence, which come after the page. */
  talk(): Promise<TalkServices>;
  /** Reviews by people, which come after the page too. */
  reviews(): Promise<ReviewServices>;
  search: SearchStore;
  remarks: RemarkService;
  /** Questions to the archive, which come with their page. */
  archive(): Promise<ArchiveService>;
}
