import type { Delivery } from '../../domain/humanReview';
import type { Message } from '../../domain/humanReview/messages';
import { type DynamoDb, DynamoDbError } from '../dynamodb';
import { type Image, itemOf, plainItem } from '../plainValue';

/** A delivery as it is stored, and until it is known to have arrived what it says. */
export interface StoredDelivery extends Delivery {
  channel: Place['channel'];
  subject: string;
  text: string;
  /** How often it was tried: a repetition is known by its number. */
  attempts: number;
}

/** Where a message goes. */
export interface Place {
  channel: 'mail' | 'webhook';
  /** An address, or the channel's name. */
  to: string;
}

/** Hands a message to the outside. @throws SendFailedError */
export type Send = (
  place: Place,
  message: Pick<Message, 'subject' | 'text'>,
  /** Which it is: what comes back with a bounce. */
  which: { review: string; message: string },
) => Promise<void>;

/**
 * A message was not taken. `mayHaveLeft` says that nobody knows: the line broke before there was an answer.
 * `isLasting` says that it will not be taken the next time either.
 */
export class SendFailedError extends Error {
  override name = 'SendFailedError';
  constructor(
    message: string,
    readonly is: { mayHaveLeft: boolean; isLasting: boolean },
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * A gateway's words, not those of the service behind it: what was sent may have reached that, and only its answer got
 * lost.
 */
export const isOfGateway = ({ status }: Pick<Response, 'status'>): boolean =>
  status === 502 || status === 504;

/** Sends a message once, whatever crashes. Answers how the delivery stands. @throws SendFailedError to try again */
export type Deliver = (
  reviewId: string,
  key: string,
  place: Place,
  message: Message,
  /** `again` is the number of the attempt that somebody saw and wants repeated. */
  options?: { again: number },
) => Promise<StoredDelivery>;

/**
 * Sends each message once. Who sends it claims it first, by a conditional write; after a crash between the claim
 * and the receipt nobody can know whether it left, so it is not sent a second time but said to be unknown, and
 * people may send it again.
 */
export function deliverIn(table: string, dynamoDb: DynamoDb, send: Send, now: () => Date): Deliver {
  const write = async (reviewId: string, delivery: StoredDelivery, condition: string, values = {}) =>
    dynamoDb('UpdateItem', {
      TableName: table,
      Key: itemOf({ id: reviewId }),
      UpdateExpression: 'SET #sent.#key = :delivery',
      ConditionExpression: condition,
      ExpressionAttributeNames: { '#sent': 'sent', '#key': delivery.key, ...namesIn(condition) },
      ExpressionAttributeValues: { ':delivery': { M: itemOf(delivery) }, ...values },
    });

  const stored = async (reviewId: string, key: string): Promise<StoredDelivery | undefined> => {
    const { Item } = await dynamoDb<{ Item?: Image }>('GetItem', {
      TableName: table,
      Key: itemOf({ id: reviewId }),
      ConsistentRead: true,
      ProjectionExpression: '#sent.#key',
      ExpressionAttributeNames: { '#sent': 'sent', '#key': key },
    });
    const { sent } = (Item ? plainItem(Item) : {}) as { sent?: Record<string, StoredDelivery> };
    return sent?.[key];
  };

  /** Claims it where it is as it was last seen; of two who see the same, one does. */
  const claim = async (reviewId: string, next: StoredDelivery, seen: StoredDelivery | undefined) => {
    try {
      if (seen === undefined)
        await write(reviewId, next, 'attribute_exists(id) AND attribute_not_exists(#sent.#key)');
      else
        await write(reviewId, next, '#sent.#key.#state = :state AND #sent.#key.#attempts = :attempts', {
          ':state': { S: seen.state },
          ':attempts': { N: String(seen.attempts) },
        });
      return true;
    } catch (error) {
      if (error instanceof DynamoDbError && error.isConditionFailure) return false;
      throw error;
    }
  };

  return async (reviewId, key, place, { about, subject, text }, { again } = { again: 0 }) => {
    const at = () => now().toISOString();
    const seen = await stored(reviewId, key);
    // One that was repeated already is a message like any other: its retries go on, and nothing goes out twice.
    const isRepeated = seen?.attempts === again && seen.state !== 'SENDING';
    if (seen && !isRepeated && seen.state !== 'FAILED') {
      if (seen.state !== 'SENDING') return seen;
      const unknown = leftPerhaps(seen, at());
      await claim(reviewId, unknown, seen);
      return unknown;
    }
    const next: StoredDelivery = {
      ...{ key, about, channel: place.channel, to: place.to, subject, text, why: '' },
      state: 'SENDING',
      at: at(),
      attempts: (seen?.attempts ?? 0) + 1,
    };
    if (!(await claim(reviewId, next, seen))) return (await stored(reviewId, key)) ?? next;
    const settle = async (state: StoredDelivery['state'], why: string, said = { subject, text }) => {
      const settled = { ...next, ...said, state, why, at: at() };
      // A bounce may be here before its receipt.
      return (await claim(reviewId, settled, next)) ? settled : ((await stored(reviewId, key)) ?? settled);
    };
    try {
      await send(place, { subject, text }, { review: reviewId, message: key });
    } catch (error) {
      if (!(error instanceof SendFailedError)) throw error;
      if (error.is.mayHaveLeft) return settle('UNKNOWN', LEFT_PERHAPS);
      const failed = await settle('FAILED', error.message);
      if (error.is.isLasting) return failed;
      throw error;
    }
    // Its words stand in the mailbox now.
    return settle('SENT', '', { subject: '', text: '' });
  };
}

/** A delivery that was claimed and has no receipt, once nobody works on it any more. */
export const leftPerhaps = (seen: StoredDelivery, at: string): StoredDelivery => ({
  ...seen,
  ...{ state: 'UNKNOWN', at, why: LEFT_PERHAPS },
});

const LEFT_PERHAPS = 'It is not known whether it left: there was no answer. Ask, or send it again.';

const namesIn = (condition: string): Record<string, string> =>
  Object.fromEntries((condition.match(/#(?:state|attempts)/g) ?? []).map((name) => [name, name.slice(1)]));
