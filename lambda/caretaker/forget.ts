/** Finds and deletes the runs of a post-mortem, as the caretaker's own role. */
export interface RunsOf {
  ofPostMortem(postMortemId: string): AsyncIterable<{ id: string }>;
  /** Deletes one run; one that is gone already is fine. */
  delete(id: string): Promise<void>;
}

/** Which post-mortems there are. */
export interface PostMortems {
  /** Whether there is such a post-mortem (again): an undone deletion brings it back under its id. */
  postMortemExists(postMortemId: string): Promise<boolean>;
}

/** A record before or after a change, in DynamoDB's own form. */
type Image = Readonly<Record<string, { S?: string; L?: unknown[] } | undefined>>;

/** One change of a table, as a DynamoDB stream tells it. */
export interface StreamRecord {
  eventName?: 'INSERT' | 'MODIFY' | 'REMOVE';
  dynamodb?: { Keys?: Record<string, { S?: string }>; OldImage?: Image; NewImage?: Image };
}

/** Takes away what belonged to a post-mortem. Doing it again changes nothing. */
export type Forget = (postMortemId: string) => Promise<void>;

/**
 * Forgets what belonged to every post-mortem that was deleted: it holds its text. Whoever deleted it, and from where,
 * does not matter, nor that a failed batch comes a second time. One that is there again keeps all of it.
 */
export async function forgetDeleted(
  records: readonly StreamRecord[],
  { postMortemExists }: PostMortems,
  ...forgets: readonly Forget[]
): Promise<void> {
  for (const { eventName, dynamodb } of records) {
    const postMortemId = dynamodb?.Keys?.id?.S;
    if (eventName !== 'REMOVE' || postMortemId === undefined) continue;
    if (await postMortemExists(postMortemId)) continue;
    for (const forget of forgets) await forget(postMortemId);
  }
}

export const forgetRunsIn =
  (runs: RunsOf): Forget =>
  async (postMortemId) => {
    // Listed to the end first: what is deleted while its index is read may shift the pages.
    const ids: string[] = [];
    for await (const { id } of runs.ofPostMortem(postMortemId)) ids.push(id);
    for (const id of ids) await runs.delete(id);
  };
