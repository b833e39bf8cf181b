import type { Comment } from '../../domain/comments/comment';
import type { Stored } from '../../domain/postMortem/stored';
import type { ShownReview } from './reviews';

/** Whether a record of somebody's could be read; one that could not holds only why, as `cannotBeRead`. */
export const isReadable = (record: object): boolean => !('cannotBeRead' in record);

/** Everything that belongs to somebody, whatever state it is in. Throws the errors of `errors.ts`. */
export interface OwnDataStore {
  /** The ids of what they own and have not deleted, archived or not. */
  owned(userId: string): Promise<string[]>;
  /** Those of them that colleagues may read. */
  published(userId: string): Promise<string[]>;
  /** What is shared with them: id, role, since when, title. */
  memberships(userId: string): Promise<Stored[]>;
  /** The runs that whoever is signed in has started on a post-mortem. */
  runsOn(postMortemId: string): Promise<Stored[]>;
  /** What they have said about post-mortems, also about those they may not read any more. */
  comments(): Promise<Comment[]>;
  /** Reviews that they have submitted, were asked to decide on, decided or called off. */
  reviews(): Promise<ShownReview[]>;
  /** The templates that they have saved for the team. */
  templates(userId: string): Promise<Stored[]>;
  /** What whoever is signed in has written to be remembered, for themselves and for the team. */
  memories(): Promise<Stored[]>;
  /** The whole record of one that lies in their bin. */
  binned(id: string): Promise<Stored>;
  /** Deletes a post-mortem for good, not into the bin. One that is gone already is fine. */
  delete(id: string): Promise<void>;
  deleteRun(id: string): Promise<void>;
  /** Empties a comment of theirs and takes their name off it. One that is gone already is fine. */
  eraseComment(postMortemId: string, id: string): Promise<void>;
  /** Takes their name and their words out of a review. One that is gone already is fine. */
  eraseFromReview(id: string): Promise<void>;
  /** What they have said to the assistant, each conversation with its messages. */
  conversations(userId: string): Promise<Stored[]>;
  /** Takes a conversation away with its messages. One that is gone already is fine. */
  deleteConversation(id: string): Promise<void>;
  /** Forgets a memory of theirs. One that is gone already is fine. */
  forget(memory: { id: string; isTeams: boolean }): Promise<void>;
  /** Takes a template of theirs away. One that is gone already is fine. */
  deleteTemplate(name: string): Promise<void>;
  /** What they have asked the archive, with its answers. */
  answers(userId: string): Promise<Stored[]>;
  /** Deletes a question with its answer. One that is gone already is fine. */
  deleteAnswer(id: string): Promise<void>;
}
