/** Settings of a deployment that the backend reads while it is synthesized. */
const SETTINGS = [
  'NEVERMORE_EMBEDDING_DIMENSIONS',
  'NEVERMORE_GUARDRAIL',
  'NEVERMORE_GUARDRAIL_ID',
  'NEVERMORE_GUARDRAIL_VERSION',
  'NEVERMORE_JUDGE_MODEL',
  'NEVERMORE_WEBHOOK_URL',
  'NEVERMORE_REVIEW_DAYS',
  'NEVERMORE_FOLLOW_UP_DAYS',
];

/** Here mail reaches nobody but the outbox, so there is always somebody who sends it. */
export const backendEnvironment = (environment: NodeJS.ProcessEnv): Record<string, string | undefined> => ({
  ...Object.fromEntries(SETTINGS.map((name) => [name, environment[name]])),
  NEVERMORE_MAIL_FROM: environment.NEVERMORE_MAIL_FROM ?? 'nevermore@nevermore.local',
});
