import { a } from '@aws-amplify/backend';
import { ANSWER_STATUSES } from '../../domain/archive/answerRecord';
import { ask } from '../ask';
import { modelCall } from './enhancement';

/** What is asked, as it is sent and as it is kept. */
const asked = () => ({
  question: a.string().required(),
  followUpOf: a.id(),
  service: a.string(),
  severities: a.string().required().array(),
  from: a.string(),
  to: a.string(),
});

/** Answers of the archive, and whose they are. */
export const archiveAnswerTypes = {
  AnswerStatus: a.enum(ANSWER_STATUSES),
  AnswerSource: a.customType({
    id: a.id().required(),
    section: a.string().required(),
    place: a.string().required(),
    title: a.string().required(),
    quote: a.string().required(),
  }),
  AnswerSentence: a.customType({
    text: a.string().required(),
    sources: a.ref('AnswerSource').required().array().required(),
  }),
  AnswerCall: a.customType(modelCall()),

  ArchiveAnswer: a
    .model({
      ...asked(),
      status: a.ref('AnswerStatus').required(),
      sentences: a.ref('AnswerSentence').required().array(),
      left: a.ref('LeftOutCount').required().array(),
      passages: a.integer().required(),
      message: a.string(),
      call: a.ref('AnswerCall'),
      embeddedBy: a.string(),
      meaning: a.string(),
      askedAt: a.datetime().required(),
      finishedAt: a.datetime(),
      /** Seconds since 1970, for the table's time to live. */
      goneAt: a.integer(),
      owner: a.string(),
    })
    .secondaryIndexes((index) => [
      index('owner').sortKeys(['askedAt']).queryField('answersByOwner'),
      // The caretaker looks for those that never ended.
      index('status').sortKeys(['askedAt']).queryField('answersByStatus'),
    ])
    // Only the function writes an answer; whoever asked reads it and throws it away.
    .authorization((allow) => [allow.owner().identityClaim('sub').to(['read', 'delete'])]),
};

/** What one asks the archive by. */
export const archiveAnswerOperations = {
  /** Asks the archive. The answer is kept under `id`, which asking twice does not ask twice. AppSync does not wait. */
  askArchive: a
    .mutation()
    .arguments({ id: a.id().required(), ...asked() })
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(ask).async()),

  /** Ends one's own answer where it stands. One that has ended stays as it is. */
  stopAnswer: a
    .mutation()
    .arguments({ id: a.id().required() })
    .returns(a.ref('ArchiveAnswer'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.custom({ dataSource: a.ref('ArchiveAnswer'), entry: './stopAnswer.js' })),
};
