import { type DynamoDb, DynamoDbError } from '../dynamodb';
import { itemOf } from '../plainValue';

/** What EventBridge tells of a mail, as far as it is used here: a bounce, a complaint, or one that SES refused. */
export interface MailEvent {
  'detail-type': string;
  detail: {
    mail?: { messageId?: string; tags?: Readonly<Record<string, readonly string[]>> };
    bounce?: {
      bounceType?: string;
      timestamp?: string;
      bouncedRecipients?: readonly { emailAddress?: string; diagnosticCode?: string }[];
    };
    complaint?: { timestamp?: string };
    reject?: { reason?: string };
  };
}

/** Notes on a review that a message did not arrive. One that is gone with its post-mortem is nobody's business. */
export type NoteBounce = (reviewId: string, key: string, at: string, why: string) => Promise<void>;

/** Deliveries as the function's own role writes them: only those that were tried, and nothing else of them. */
export const noteBounceIn =
  (table: string, dynamoDb: DynamoDb): NoteBounce =>
  async (reviewId, key, at, why) => {
    try {
      await dynamoDb('UpdateItem', {
        TableName: table,
        Key: itemOf({ id: reviewId }),
        UpdateExpression: 'SET #sent.#key.#state = :state, #sent.#key.#at = :at, #sent.#key.#why = :why',
        ConditionExpression: 'attribute_exists(#sent.#key)',
        ExpressionAttributeNames: {
          ...{ '#sent': 'sent', '#key': key, '#state': 'state' },
          ...{ '#at': 'at', '#why': 'why' },
        },
        ExpressionAttributeValues: itemOf({ ':state': 'BOUNCED', ':at': at, ':why': why }),
      });
    } catch (error) {
      if (!(error instanceof DynamoDbError && error.isConditionFailure)) throw error;
    }
  };

/** Takes what EventBridge tells to the review that the mail belongs to. Doing it again changes nothing. */
export async function bounced(
  event: MailEvent,
  note: NoteBounce,
  now: () => Date = () => new Date(),
): Promise<void> {
  const { mail, bounce, complaint } = event.detail;
  const [reviewId] = mail?.tags?.review ?? [];
  const [key] = mail?.tags?.message ?? [];
  // Mail of the same account that is none of ours.
  if (!reviewId || !key) return;
  const at = bounce?.timestamp ?? complaint?.timestamp ?? now().toISOString();
  await note(reviewId, key, at, whyOf(event));
}

function whyOf({ 'detail-type': type, detail: { bounce, complaint, reject } }: MailEvent): string {
  if (complaint) return 'Its reader has marked it as unwanted. Tell them in another way.';
  if (reject) return `Amazon SES did not deliver it: ${reject.reason ?? 'it did not say why'}.`;
  if (!bounce) return `${type}.`;
  const said = bounce.bouncedRecipients?.find(({ diagnosticCode }) => diagnosticCode)?.diagnosticCode;
  const what =
    bounce.bounceType === 'Transient'
      ? 'It could not be delivered for now, and came back'
      : 'Their mail server does not take it';
  return said ? `${what}: ${said}` : `${what}.`;
}
