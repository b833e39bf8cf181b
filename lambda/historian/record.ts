import { foldedInto } from '../../domain/history/fold';
import { revisionOf, type Save, standingBefore } from '../../domain/history/ofSave';
import type { Revision } from '../../domain/history/revision';
import { type Image, plainItem } from '../plainValue';

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
  /** The latest one's place and its number, counted from one. */
  latest(postMortemId: string): Promise<{ place: string; number: number } | null>;
  /** Keeps it in its place, whatever stood there. */
  put(postMortemId: string, revision: Revision, number: number): Promise<void>;
  /** The oldest ones, in their order: at most so many, and none with a higher number. */
  oldest(postMortemId: string, most: number, number: number): Promise<(Revision & { number: number })[]>;
  delete(postMortemId: string, places: readonly string[]): Promise<void>;
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

/** Saves of a document that are kept one by one: weeks of writing. What is older is folded into one. */
const KEPT = 2_000;
/** So many saves are let come together before they are folded, because folding reads them. */
const FOLDED_AT_ONCE = 100;

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
    if (!isAboutItsPlace(save)) await keep(postMortemId, save, store);
  }
}

/** It went into the bin or out of it, or its owner put it elsewhere in their lists: no author's doing, and no text. */
const isAboutItsPlace = ({ before, after }: Save): boolean =>
  before !== null &&
  (before.owner !== after.owner ||
    (JSON.stringify(before.archived) !== JSON.stringify(after.archived) &&
      before.revision === after.revision));

async function keep(postMortemId: string, save: Save, store: RevisionStore): Promise<void> {
  const latest = await store.latest(postMortemId);
  // It came a second time: a stream brings the saves of a document in their order.
  if (latest !== null && latest.place >= save.place) return;
  let number = latest?.number ?? 0;
  if (latest === null && save.before !== null) {
    number += 1;
    await store.put(postMortemId, standingBefore(save.before, PLACE_DIGITS), number);
  }
  number += 1;
  if (number > KEPT && number % FOLDED_AT_ONCE === 0) await fold(postMortemId, number - KEPT, store);
  await store.put(postMortemId, revisionOf(save), number);
}

/** Folds what is older than the number into one, beginning with what an attempt that died has left. */
async function fold(postMortemId: string, number: number, store: RevisionStore): Promise<void> {
  const old = await store.oldest(postMortemId, FOLDED_AT_ONCE * 2, number);
  const last = old.at(-1);
  if (last === undefined || old.length === 1) return;
  // What is written first holds all that is deleted after it; done a second time, it comes out the same.
  await store.put(postMortemId, foldedInto(old, last.number), last.number);
  await store.delete(
    postMortemId,
    old.slice(0, -1).map(({ place }) => place),
  );
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
