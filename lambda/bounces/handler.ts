import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { bounced, type MailEvent, noteBounceIn } from './bounced';

const note = noteBounceIn(required('REVIEWS_TABLE'), dynamoDb());

/** Called by EventBridge with what Amazon SES tells of mails that did not arrive. */
export const handler = (event: MailEvent): Promise<void> => bounced(event, note);
