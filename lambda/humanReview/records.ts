import type { Decision, Review, ReviewRequest, ReviewStage } from '../../domain/humanReview';
import type { Author } from '../../domain/postMortem';
import { type DynamoDb, DynamoDbError } from '../dynamodb';
import { type Image, itemOf, plainItem } from '../plainValue';
import { byIndex, queryPages } from '../queryPages';
import type { StoredDelivery } from './deliveries';

/** A review as its table has it: what is shown, and what only the functions know. */
export interface StoredReview extends Omit<Review, 'deliveries' | 'decision' | 'calledOff' | 'endedAt'> {
  decision?: Decision;
  calledOff?: { by: Author; at: string };
  endedAt?: string;
  /** Deliveries by their keys. */
  sent: Record<string, StoredDelivery>;
  /** What its execution is started with. */
  request: ReviewRequest;
  /** Of the callback that the workflow waits on. It wakes the workflow and never leaves the functions. */
  callbackId?: string;
}

/** What the workflow tells of itself. */
export type Told = Partial<
  Pick<StoredReview, 'stage' | 'note' | 'remarks' | 'pointers' | 'followUps' | 'steps' | 'endedAt'>
>;

/** What tells whether a review has to be looked after. Its index may have it as it was a moment ago. */
export type StandingReview = Pick<StoredReview, (typeof STANDING_FIELDS)[number]>;

/** Reviews in their table. Nobody else writes it: the API only reads. */
export interface ReviewRecords {
  /**
   * Writes a new review, and that it has the place of the one open review of its post-mortem: both or neither, so that
   * of two at the same instant one is first. Answers the new one, what stood under its id before, or the open review
   * that has the place.
   */
  create(review: StoredReview): Promise<StoredReview>;
  get(id: string): Promise<StoredReview | undefined>;
  /** The latest reviews at a stage, the latest first: some thousands, and none but those where there are more. */
  at(stage: ReviewStage): Promise<StoredReview[]>;
  /** Some reviews at a stage after this place, the oldest first, and the next place; null begins and ends it. */
  standing(
    stage: ReviewStage,
    after: object | null,
  ): Promise<{ reviews: StandingReview[]; after: object | null }>;
  /** Those that somebody has submitted, the latest first; a page's worth. */
  submittedBy(person: string): Promise<StoredReview[]>;
  /** Some reviews after this one, in the order of the table; null begins and ends it. */
  some(after: string | null): Promise<{ reviews: StoredReview[]; after: string | null }>;
  /** Writes the fields that differ, if the record still has what is differed from; says whether it did. */
  change(before: StoredReview, after: StoredReview): Promise<boolean>;
  /** Writes how far the workflow is, unless it has told as much already. @throws NoSuchReviewError */
  tell(id: string, progress: number, told: Told): Promise<void>;
  /** Notes which callback wakes the workflow. Answers the record, which may hold a decision already. */
  awaitWord(id: string, callbackId: string, told: Told): Promise<StoredReview>;
  /** Decides, if nobody has: of two at the same instant one is first. Answers the decision that stands. */
  decide(id: string, decision: Decision): Promise<Decision>;
  /** Calls off what is still to be sent; what was called off before stays as it was. */
  callOff(id: string, by: Author, at: string): Promise<void>;
}

/** The record is gone: its post-mortem was deleted. */
export class NoSuchReviewError extends Error {
  override name = 'NoSuchReviewError';
  constructor(readonly reviewId: string) {
    super(`There is no review ${reviewId} any more. Its post-mortem was deleted, and nothing is to be done.`);
  }
}

/** More than anybody looks back at. */
const MOST_LISTED = 100;

/**
 * Pages of a megabyte with the reviews of one stage: some thousands. Who is asked to decide is not to miss one because
 * a hundred others wait.
 */
const MOST_PAGES = 20;

/** Each of them costs a question to Lambda, which takes some tenths of a second at worst. */
const STANDING_AT_ONCE = 25;
const STANDING_FIELDS = ['id', 'stage', 'submittedAt', 'decision', 'callbackId', 'calledOff'] as const;

const isConditionFailure = (error: unknown): boolean =>
  error instanceof DynamoDbError && error.isConditionFailure;

/** A condition of one of several writes did not hold, or another transaction had one of the items at that moment. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof DynamoDbError && error.type === 'TransactionCanceledException';
const CREATE_ATTEMPTS = 5;

/** With what the API shows of a record by itself. */
const asStored = (review: StoredReview): object => {
  const { submittedAt: createdAt, submittedBy } = review;
  return { __typename: 'Review', ...review, owner: submittedBy.id, createdAt, updatedAt: createdAt };
};

/** Where the table says which review of a post-mortem is the open one. No review has such an id. */
export const placeOf = (postMortemId: string): string => `open#${postMortemId}`;

export function reviewsIn(table: string, dynamoDb: DynamoDb): ReviewRecords {
  const read = (item: Image | undefined) => item && (plainItem(item) as unknown as StoredReview);
  const get = async (id: string) => {
    const asked = { TableName: table, Key: itemOf({ id }), ConsistentRead: true };
    const { Item } = await dynamoDb<{ Item?: Image }>('GetItem', asked);
    return read(Item);
  };
  const holderOf = async (place: string): Promise<string | undefined> => {
    const asked = { TableName: table, Key: itemOf({ id: place }), ConsistentRead: true };
    const { Item } = await dynamoDb<{ Item?: Image }>('GetItem', asked);
    return Item && (plainItem(Item) as { by?: string }).by;
  };
  const existing = async (id: string): Promise<StoredReview> => {
    const found = await get(id);
    if (!found) throw new NoSuchReviewError(id);
    return found;
  };

  /**
   * Sets fields where the record is there and the condition holds of it; says whether it did.
   * @param compared what else than the fields the condition names as values
   */
  const set = async (
    id: string,
    fields: object,
    condition: string,
    compared: object = {},
  ): Promise<boolean> => {
    const names = Object.keys(itemOf(fields));
    const conditioned = condition.match(/#\w+/g)?.map((name) => name.slice(1)) ?? [];
    try {
      await dynamoDb('UpdateItem', {
        TableName: table,
        Key: itemOf({ id }),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: `attribute_exists(#id) AND ${condition}`,
        ExpressionAttributeNames: Object.fromEntries(
          [...new Set(['id', ...names, ...conditioned])].map((name) => [`#${name}`, name]),
        ),
        ExpressionAttributeValues: Object.fromEntries(
          Object.entries(itemOf({ ...fields, ...compared })).map(([name, value]) => [`:${name}`, value]),
        ),
      });
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };

  return {
    get,
    create: async (review) => {
      const place = placeOf(review.postMortemId);
      for (let attempt = 1; ; attempt += 1) {
        const known = await get(review.id);
        if (known) return known;
        const taken = await holderOf(place);
        const holder = taken === undefined ? undefined : await get(taken);
        if (holder && !holder.endedAt && !holder.decision) return holder;
        try {
          await dynamoDb('TransactWriteItems', {
            TransactItems: [
              {
                Put: {
                  TableName: table,
                  Item: itemOf({ id: place, by: review.id }),
                  ConditionExpression: taken === undefined ? 'attribute_not_exists(id)' : '#by = :taken',
                  ...(taken !== undefined && {
                    ExpressionAttributeNames: { '#by': 'by' },
                    ExpressionAttributeValues: { ':taken': { S: taken } },
                  }),
                },
              },
              {
                Put: {
                  TableName: table,
                  Item: itemOf(asStored(review)),
                  ConditionExpression: 'attribute_not_exists(id)',
                },
              },
            ],
          });
          return review;
        } catch (error) {
          // Somebody was faster, or writes at this moment: who, the next look says.
          if (!isOvertaken(error) || attempt === CREATE_ATTEMPTS) throw error;
        }
      }
    },
    at: async (stage) => {
      const asked = byIndex(table, 'reviewsByStageAndSubmittedAt', 'stage', stage);
      const { items } = await queryPages(dynamoDb, asked, MOST_PAGES);
      return items.map((item) => read(item) as StoredReview);
    },
    standing: async (stage, after) => {
      const asked = byIndex(table, 'reviewsByStageAndSubmittedAt', 'stage', stage);
      const names = Object.fromEntries(STANDING_FIELDS.map((name) => [`#${name}`, name]));
      const { Items = [], LastEvaluatedKey } = await dynamoDb<{ Items?: Image[]; LastEvaluatedKey?: Image }>(
        'Query',
        {
          ...asked,
          ScanIndexForward: true,
          Limit: STANDING_AT_ONCE,
          ProjectionExpression: Object.keys(names).join(', '),
          ExpressionAttributeNames: { ...asked.ExpressionAttributeNames, ...names },
          ...(after && { ExclusiveStartKey: after }),
        },
      );
      return { reviews: Items.map((item) => read(item) as StoredReview), after: LastEvaluatedKey ?? null };
    },
    submittedBy: async (person) => {
      const asked = {
        ...byIndex(table, 'reviewsByOwnerAndSubmittedAt', 'owner', person),
        Limit: MOST_LISTED,
      };
      const { items } = await queryPages(dynamoDb, asked, 1);
      return items.map((item) => read(item) as StoredReview);
    },
    some: async (after) => {
      const { Items = [], LastEvaluatedKey } = await dynamoDb<{ Items?: Image[]; LastEvaluatedKey?: Image }>(
        'Scan',
        { TableName: table, ...(after !== null && { ExclusiveStartKey: itemOf({ id: after }) }) },
      );
      const next = LastEvaluatedKey && (plainItem(LastEvaluatedKey) as { id: string }).id;
      return {
        // The places of open reviews stand in the same table.
        reviews: Items.filter(({ request }) => request !== undefined).map(
          (item) => read(item) as StoredReview,
        ),
        after: next ?? null,
      };
    },
    change: async (before, after) => {
      const [was, is] = [before, { ...after, owner: after.submittedBy.id }] as Record<string, unknown>[];
      const changed = Object.keys(is ?? {}).filter(
        (name) => JSON.stringify(is?.[name]) !== JSON.stringify(was?.[name]),
      );
      const of = (record: Record<string, unknown> | undefined, as: string) =>
        Object.fromEntries(changed.map((name) => [`${as}${name}`, record?.[name]]));
      const condition = changed.map((name) => `#${name} = :was_${name}`).join(' AND ');
      return set(before.id, of(is, ''), condition, of(was, 'was_'));
    },
    tell: async (id, progress, told) => {
      // Told before by an attempt that died after it: then it stays as that one has told it.
      if (!(await set(id, { ...told, progress }, '#progress < :progress'))) await existing(id);
    },
    awaitWord: async (id, callbackId, told) => {
      await set(id, { ...told, callbackId, stage: 'WAITING' }, 'attribute_not_exists(#decision)');
      return existing(id);
    },
    decide: async (id, decision) => {
      if (await set(id, { decision }, 'attribute_not_exists(#decision)')) return decision;
      return (await existing(id)).decision ?? decision;
    },
    callOff: async (id, by, at) => {
      await set(id, { calledOff: { by, at } }, 'attribute_not_exists(#calledOff)');
    },
  };
}
