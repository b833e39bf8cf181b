import { revisionOf, type Save, standingBefore } from '../../domain/history/ofSave';
import type { Revision } from '../../domain/history/revision';
import { type Image, plainItem } from './plainValue';

/** One change of the post-mortems' table, as its stream tells it. */
export interface StreamRecord {
  eventName?: 'INSERT' | 'MODIFY' | 'REMOVE';
  dynamodb?: {
    Keys?: Record<string, { S?: string }>;
    OldImage?: Image;
    NewImage?: Image;
    SequenceNumber?: string;
    /** Seconds since 1970. */
    ApproximateCreationDateTime?: number;
  };
}

/** What the historian keeps, as its own role. */
export interface RevisionStore {
  /** Whether there is such a post-mortem (again): an undone deletion brings it back under its id. */
  postMortemExists(postMortemId: string): Promise<boolean>;
  hasAny(postMortemId: string): Promise<boolean>;
  /** Keeps it in its place, whatever stood there. */
  put(postMortemId: string, revision: Revision): Promise<void>;
  deleteAll(postMortemId: string): Promise<void>;
}

/** A stream record that says of a save neither where it stands nor what it made. The stream must carry images. */
export class UntellingRecordError extends Error {
  override name = 'UntellingRecordError';
  constructor(readonly postMortemId: string) {
    super(
      `The stream told of a save of ${postMortemId} without its sequence number or its image. ` +
        'The table’s stream must have the view type NEW_AND_OLD_IMAGES.',
    );
  }
}

/** Digits of a sequence number, at most: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamRecord.html */
const PLACE_DIGITS = 40;

/**
 * Writes down every save of the post-mortems, in the order of their stream, and forgets the history of those that
 * were deleted. Doing it again changes nothing, so a failed batch may come a second time: a save's place is its
 * number in the stream, and what is written there is made from the save alone.
 */
export async function record(records: readonly StreamRecord[], store: RevisionStore): Promise<void> {
  for (const { eventName, dynamodb = {} } of records) {
    const postMortemId = dynamodb.Keys?.id?.S;
    if (postMortemId === undefined) continue;
    if (eventName === 'REMOVE') {
      if (!(await store.postMortemExists(postMortemId))) await store.deleteAll(postMortemId);
      continue;
    }
    const save = saveOf(postMortemId, dynamodb);
    if (save.before !== null && !(await store.hasAny(postMortemId))) {
      await store.put(postMortemId, standingBefore(save.before, PLACE_DIGITS));
    }
    await store.put(postMortemId, revisionOf(save));
  }
}

function saveOf(postMortemId: string, told: NonNullable<StreamRecord['dynamodb']>): Save {
  const { SequenceNumber: sequence, NewImage: after, OldImage: before } = told;
  if (sequence === undefined || after === undefined) throw new UntellingRecordError(postMortemId);
  return {
    place: sequence.padStart(PLACE_DIGITS, '0'),
    savedAt: new Date((told.ApproximateCreationDateTime ?? 0) * 1000).toISOString(),
    before: before ? plainItem(before) : null,
    after: plainItem(after),
  };
}
