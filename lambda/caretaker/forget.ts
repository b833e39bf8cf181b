/** Finds and deletes the runs of a post-mortem, as the caretaker's own role. */
export interface RunsOf {
  /** Whether there is such a post-mortem (again): an undone deletion brings it back under its id. */
  postMortemExists(postMortemId: string): Promise<boolean>;
  ofPostMortem(postMortemId: string): AsyncIterable<{ id: string }>;
  /** Deletes one run; one that is gone already is fine. */
  delete(id: string): Promise<void>;
}

/** A record before or after a change, in DynamoDB's own form. */
type Image = Readonly<Record<string, { S?: string; L?: unknown[] } | undefined>>;

/** One change of a table, as a DynamoDB stream tells it. */
export interface StreamRecord {
  eventName?: 'INSERT' | 'MODIFY' | 'REMOVE';
  dynamodb?: { Keys?: Record<string, { S?: string }>; OldImage?: Image; NewImage?: Image };
}

/**
 * Deletes the runs of every post-mortem that was deleted: they hold its text. Whoever deleted it, and from
 * where, does not matter. Doing it again changes nothing, so a failed batch may come a second time.
 */
export async function forgetRunsOf(records: readonly StreamRecord[], runs: RunsOf): Promise<void> {
  for (const { eventName, dynamodb } of records) {
    const postMortemId = dynamodb?.Keys?.id?.S;
    if (eventName !== 'REMOVE' || postMortemId === undefined) continue;
    if (await runs.postMortemExists(postMortemId)) continue;
    // Listed to the end first: what is deleted while its index is read may shift the pages.
    const ids: string[] = [];
    for await (const { id } of runs.ofPostMortem(postMortemId)) ids.push(id);
    for (const id of ids) await runs.delete(id);
  }
}
