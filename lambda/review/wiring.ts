import { signedGraphql } from '../appsync';
import { bedrockConverse } from '../bedrock/converse';
import { guardrailOf } from '../bedrock/guardrail';
import type { WakeUp } from '../callbacks';
import { findPersonIn } from '../directory';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { deliverIn, type Send, SendFailedError } from '../humanReview/deliveries';
import { documentsThrough } from '../humanReview/documents';
import { reviewsIn } from '../humanReview/records';
import { mailThroughSes } from '../mail';
import { membershipsThrough } from '../membership/records';
import { sharingIn } from '../membership/stored';
import type { Geography } from '../models';
import { channelAt } from '../webhook';
import type { Collaborators } from './collaborators';
import { movesOf } from './document';
import { followUpWith } from './followUpText';
import { followKnownWith, postTo } from './people';
import { pointersThrough } from './pointers';
import { remarksOn } from './remarks';

/**
 * What a review works with, from the environment of its function.
 * @param wakeUp how whatever waits is woken
 */
export function collaboratorsOf(wakeUp: WakeUp): Collaborators {
  const now = () => new Date();
  const graphql = signedGraphql(required('GRAPHQL_URL'));
  const table = required('REVIEWS_TABLE');
  const { MAIL_FROM: from, WEBHOOK_URL: webhook, APP_URL: appUrl = '' } = process.env;
  const sendMail = from ? mailThroughSes(from, process.env.MAIL_CONFIGURATION_SET) : undefined;
  const postToChannel = webhook ? channelAt(webhook) : undefined;

  const send: Send = async ({ channel, to }, { subject, text }, tags) => {
    const notSetUp = (what: string) =>
      new SendFailedError(`${what} is not set up any more.`, { mayHaveLeft: false, isLasting: true });
    if (channel === 'mail') {
      if (!sendMail) throw notSetUp('A sender address');
      await sendMail({ to, subject, text, tags });
      return;
    }
    if (!postToChannel) throw notSetUp('The channel');
    await postToChannel({ subject, text });
  };

  const documents = documentsThrough(graphql);
  const sharing = sharingIn(
    { postMortems: required('POST_MORTEMS_TABLE'), memberships: required('MEMBERSHIPS_TABLE') },
    dynamoDb(),
  );
  const memberships = membershipsThrough(graphql, sharing.of);
  const records = reviewsIn(table, dynamoDb());

  return {
    now,
    records,
    document: documents.get,
    ...movesOf(documents, followKnownWith(sharing.document, memberships)),
    ...pointersThrough(graphql, documents.get),
    check: remarksOn,
    post: postTo({
      deliver: deliverIn(table, dynamoDb(), send, now),
      findPerson: findPersonIn(required('USER_POOL_ID')),
      memberships,
      document: documents.get,
      review: records.get,
      channel: webhook ? 'The team’s channel' : undefined,
      hasMail: sendMail !== undefined,
      appUrl: appUrl.replace(/\/$/, ''),
    }),
    writeFollowUp: followUpWith(
      bedrockConverse(guardrailOf(process.env)),
      required('MODEL_GEOGRAPHY') as Geography,
    ),
    wakeUp,
  };
}
