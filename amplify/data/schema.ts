import { a, type ClientSchema } from '@aws-amplify/backend';
import { ENHANCEMENT_STATUSES, OUTCOMES, STAGES } from '../../domain/enhancement';
import { MODEL_CALL } from '../../domain/enhancement/modelCall';
import { START_REQUEST } from '../../domain/enhancement/startRequest';
import { SEVERITIES, STATUSES } from '../../domain/postMortem/choices';
import { type FieldOf, fieldById, LISTED_FIELDS } from '../../domain/postMortem/fields';
import { start } from '../start';

/** A text within the limits that the form keeps too. The API's words are for scripts: digits without commas. */
const text = (id: FieldOf<'line' | 'prose'>['id']) => {
  const { most, beyond } = fieldById(id);
  return a.string().validate((v) => v.maxLength(most, beyond.replace(/(\d),(?=\d)/g, '$1')));
};

const title = fieldById('title');

/** On a field, `delete` is the right to set it back to nothing, which editors need for a time put in by mistake. */
const moment = () =>
  a
    .datetime()
    .authorization((allow) => [
      allow.owner().identityClaim('sub'),
      allow.ownersDefinedIn('editors').identityClaim('sub').to(['read', 'update', 'delete']),
    ]);

/**
 * When it was made and changed, by the server's clock. Nobody sets it in an update, or an editor could reorder a
 * library. Creating is left open: once the rules name fields that nobody may create with, Amplify's resolver
 * refuses the fields that are not declared, and the page names the `id` of what it creates.
 */
const written = () =>
  a
    .datetime()
    .authorization((allow) => [
      allow.owner().identityClaim('sub').to(['create', 'read', 'delete']),
      allow.ownersDefinedIn('editors').identityClaim('sub').to(['read']),
    ]);

const SCALARS = {
  ID: () => a.id(),
  'ID!': () => a.id().required(),
  'String!': () => a.string().required(),
  'Int!': () => a.integer().required(),
  'Float!': () => a.float().required(),
};
type ScalarOf<Type extends keyof typeof SCALARS> = ReturnType<(typeof SCALARS)[Type]>;

type RequiredCall = { [Field in keyof typeof MODEL_CALL]: ScalarOf<`${(typeof MODEL_CALL)[Field]}!`> };
const modelCall = () =>
  Object.fromEntries(
    Object.entries(MODEL_CALL).map(([field, type]) => [field, SCALARS[`${type}!`]()]),
  ) as RequiredCall;

type StartArguments = { [Name in keyof typeof START_REQUEST]: ScalarOf<(typeof START_REQUEST)[Name]> };
const startArguments = () =>
  Object.fromEntries(
    Object.entries(START_REQUEST).map(([name, type]) => [name, SCALARS[type]()]),
  ) as StartArguments;

/** The models, and who may do what to them. An access rule changes here and nowhere else. */
export const schema = a.schema({
  Severity: a.enum(SEVERITIES.map(({ id }) => id)),
  PostMortemStatus: a.enum(STATUSES.map(({ id }) => id)),
  EnhancementStatus: a.enum(ENHANCEMENT_STATUSES),
  EnhancementStage: a.enum(STAGES),
  Outcome: a.enum(OUTCOMES),

  Author: a.customType({ id: a.id().required(), name: a.string().required() }),
  TimelineEntry: a.customType({ at: a.string().required(), text: a.string().required() }),
  ActionItem: a.customType({
    text: a.string().required(),
    owner: a.string().required(),
    dueDate: a.string().required(),
    done: a.boolean().required(),
  }),

  PostMortem: a
    .model({
      title: a
        .string()
        .required()
        .validate((v) => v.minLength(1, title.required).maxLength(title.most, title.beyond)),
      severity: a.ref('Severity').required(),
      status: a.ref('PostMortemStatus').required(),
      service: text('service'),
      tags: a.string().required().array(),
      startedAt: moment(),
      detectedAt: moment(),
      mitigatedAt: moment(),
      resolvedAt: moment(),
      summary: text('summary'),
      impact: text('impact'),
      description: text('description'),
      rootCause: text('rootCause'),
      resolution: text('resolution'),
      timeline: a.ref('TimelineEntry').required().array(),
      actionItems: a.ref('ActionItem').required().array(),
      /** Grows by one with every save; the client saves on the condition that it is still what it read. */
      revision: a.integer().required(),
      /** Who wrote what stands here last, as their page says. For people to read; no rule rests on it. */
      savedBy: a.ref('Author'),
      // Without these two rules an editor could make himself the owner: update rights cover every field.
      owner: a
        .string()
        .authorization((allow) => [
          allow.owner().identityClaim('sub').to(['create', 'read', 'delete']),
          allow.ownersDefinedIn('editors').identityClaim('sub').to(['read']),
        ]),
      editors: a
        .string()
        .required()
        .array()
        .authorization((allow) => [
          allow.owner().identityClaim('sub'),
          allow.ownersDefinedIn('editors').identityClaim('sub').to(['read']),
        ]),
      createdAt: written(),
      updatedAt: written(),
    })
    .secondaryIndexes((index) => [
      index('owner').sortKeys(['updatedAt']).queryField('postMortemsByOwner'),
      // A library is read and searched without its texts: an answer reads a megabyte of an index, which is a
      // hundred whole documents or some thousands of these. Access is judged by `owner` and `editors`.
      index('owner')
        .sortKeys(['updatedAt'])
        .name('listingsByOwner')
        .queryField('listingsByOwner')
        .projection('INCLUDE', [
          ...LISTED_FIELDS.map(({ id }) => id),
          ...(['createdAt', 'editors', 'revision'] as const),
        ]),
    ])
    .authorization((allow) => [
      allow.owner().identityClaim('sub'),
      allow.ownersDefinedIn('editors').identityClaim('sub').to(['read', 'update']),
    ]),

  Finding: a.customType({
    list: a.string().required(),
    kind: a.string().required(),
    value: a.string().required(),
    start: a.integer().required(),
    end: a.integer().required(),
    severity: a.string().required(),
    instead: a.string(),
  }),
  Draft: a.customType({
    ...modelCall(),
    text: a.string(),
    truncated: a.boolean().required(),
    error: a.string(),
    findings: a.ref('Finding').required().array().required(),
    repaired: a.string().required().array().required(),
  }),
  Score: a.customType({
    order: a.integer().required(),
    draft: a.integer().required(),
    criterion: a.string().required(),
    score: a.integer().required(),
  }),
  UnsupportedClaim: a.customType({
    order: a.integer().required(),
    draft: a.integer().required(),
    quote: a.string().required(),
  }),
  JudgeCall: a.customType(modelCall()),
  Verdict: a.customType({
    outcome: a.ref('Outcome').required(),
    winner: a.integer().required(),
    reasoning: a.string().required(),
    scores: a.ref('Score').required().array().required(),
    unsupportedClaims: a.ref('UnsupportedClaim').required().array().required(),
    tieBreak: a.string(),
    fallbackReason: a.string(),
    judges: a.ref('JudgeCall').required().array().required(),
  }),

  Enhancement: a
    .model({
      postMortemId: a.id().required(),
      section: a.string().required(),
      theme: a.string().required(),
      source: a.string().required(),
      questions: a.string().required().array(),
      status: a.ref('EnhancementStatus').required(),
      stage: a.ref('EnhancementStage').required(),
      progress: a.integer().required(),
      drafts: a.ref('Draft').required().array(),
      verdict: a.ref('Verdict'),
      message: a.string(),
      costUsd: a.float().required(),
      startedAt: a.datetime().required(),
      finishedAt: a.datetime(),
      owner: a.string(),
    })
    .secondaryIndexes((index) => [
      index('postMortemId').sortKeys(['startedAt']).queryField('enhancementsByPostMortem'),
      // For the caretaker, which looks after runs that are still said to go on.
      index('status').sortKeys(['startedAt']).queryField('enhancementsByStatus'),
    ])
    // Only the functions write a run; a browser can read its own and throw it away.
    .authorization((allow) => [allow.owner().identityClaim('sub').to(['read', 'delete'])]),

  /** The latest runs on a post-mortem, whoever started them: for its owner and editors, and for nobody else. */
  runsOfPostMortem: a
    .query()
    .arguments({ postMortemId: a.id().required() })
    .returns(a.ref('Enhancement').array())
    .authorization((allow) => [allow.authenticated()])
    .handler([
      a.handler.custom({ dataSource: a.ref('PostMortem'), entry: './mayEdit.js' }),
      a.handler.custom({ dataSource: a.ref('Enhancement'), entry: './runsOf.js' }),
    ]),

  /** Starts one run. `id` names it: asking twice with the same id and the same text starts one. */
  startEnhancement: a
    .mutation()
    .arguments(startArguments())
    .returns(a.ref('Enhancement'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(start)),
});

export type Schema = ClientSchema<typeof schema>;
