import { a } from '@aws-amplify/backend';
import { ENHANCEMENT_STATUSES, OUTCOMES, STAGES } from '../../domain/enhancement';
import { MODEL_CALL } from '../../domain/enhancement/modelCall';
import { START_REQUEST } from '../../domain/enhancement/startRequest';

const SCALARS = {
  ID: () => a.id(),
  'ID!': () => a.id().required(),
  String: () => a.string(),
  'String!': () => a.string().required(),
  'Int!': () => a.integer().required(),
  'Float!': () => a.float().required(),
};
type ScalarOf<Type extends keyof typeof SCALARS> = ReturnType<(typeof SCALARS)[Type]>;

type RequiredCall = { [Field in keyof typeof MODEL_CALL]: ScalarOf<`${(typeof MODEL_CALL)[Field]}!`> };
export const modelCall = () =>
  Object.fromEntries(
    Object.entries(MODEL_CALL).map(([field, type]) => [field, SCALARS[`${type}!`]()]),
  ) as RequiredCall;

type StartArguments = { [Name in keyof typeof START_REQUEST]: ScalarOf<(typeof START_REQUEST)[Name]> };
/** What `startEnhancement` is asked with. */
export const startArguments = () =>
  Object.fromEntries(
    Object.entries(START_REQUEST).map(([name, type]) => [name, SCALARS[type]()]),
  ) as StartArguments;

/** What a run holds, and who may do what to it. */
export const enhancementTypes = {
  EnhancementStatus: a.enum(ENHANCEMENT_STATUSES),
  EnhancementStage: a.enum(STAGES),
  Outcome: a.enum(OUTCOMES),

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
    guardrail: a.ref('GuardrailReport'),
  }),
  GuardrailFinding: a.customType({
    policy: a.string().required(),
    action: a.string().required(),
    side: a.string().required(),
    name: a.string().required(),
    hint: a.string(),
    score: a.float(),
    threshold: a.float(),
  }),
  GuardrailReport: a.customType({
    guardrail: a.string().required(),
    action: a.string().required(),
    findings: a.ref('GuardrailFinding').required().array().required(),
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
      material: a.string(),
      questions: a.string().required().array(),
      houseRules: a.string().required().array(),
      named: a.string().required().array(),
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
};
