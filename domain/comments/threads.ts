import type { Comment } from './comment';

/** What was said to one thing: the comment that began it and those that reply, oldest first, none of them deleted. */
export interface Thread {
  /** Empty where it was deleted and others had replied. */
  first: Comment;
  replies: readonly Comment[];
}

/**
 * The comments as threads, in the order in which those began. A thread is there as long as something in it is;
 * a reply whose thread is not known (yet) is left out.
 */
export function threadsOf(comments: Iterable<Comment>): Thread[] {
  const inOrder = [...comments].sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
  const replies = new Map<string, Comment[]>();
  for (const comment of inOrder) {
    if (comment.threadId === null || comment.deletedAt !== null) continue;
    const others = replies.get(comment.threadId);
    if (others) others.push(comment);
    else replies.set(comment.threadId, [comment]);
  }
  return inOrder
    .filter(({ threadId }) => threadId === null)
    .map((first) => ({ first, replies: replies.get(first.id) ?? [] }))
    .filter(({ first, replies: said }) => first.deletedAt === null || said.length > 0);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export const isResolved = ({ first }: Thread): boolean => first.resolvedAt !== null;

/** How many comments can be read in it. */
export const sizeOf = ({ first, replies }: Thread): number =>
  replies.length + Number(first.deletedAt === null);

/** What is known, with comments as they were told: of two tellings of one the later one holds. */
export function withTold(
  known: ReadonlyMap<string, Comment>,
  told: readonly Comment[],
): ReadonlyMap<string, Comment> {
  const next = new Map(known);
  for (const comment of told) {
    const before = next.get(comment.id);
    if (!before || before.updatedAt <= comment.updatedAt) next.set(comment.id, comment);
  }
  return next;
}
