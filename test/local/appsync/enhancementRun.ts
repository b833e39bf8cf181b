/** A run as the proxy records it. */
export const RUN = {
  postMortemId: 'pm-1',
  section: 'description',
  theme: 'professional',
  source: 'The cache was full.',
  status: 'RUNNING',
  stage: 'QUEUED',
  progress: 1,
  costUsd: 0,
  startedAt: '2026-01-01T00:00:00.000Z',
  owner: 'sub-owner',
};
/** What the functions send; it selects all that subscribers may ask for, as it must. */
export const CREATE_RUN = `mutation($input: CreateEnhancementInput!) { createEnhancement(input: $input) {
  id postMortemId section theme source status stage progress costUsd startedAt owner createdAt updatedAt } }`;
export const UPDATE_RUN = `mutation($input: UpdateEnhancementInput!) { updateEnhancement(input: $input) {
  id postMortemId section theme source status stage progress costUsd startedAt owner createdAt updatedAt
  drafts { model modelId writtenBy text truncated latencyMs inputTokens outputTokens costUsd } } }`;

/** A draft as the durable function publishes it. */
export const DRAFT = {
  model: 'micro',
  modelId: 'us.amazon.nova-micro-v1:0',
  writtenBy: 'offline',
  text: 'Draft',
  truncated: false,
  latencyMs: 3,
  inputTokens: 1,
  outputTokens: 1,
  costUsd: 0.1,
};
