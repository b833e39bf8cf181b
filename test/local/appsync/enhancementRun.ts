import { ENHANCEMENT_FIELDS } from '../../../lambda/enhancementFields';

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
/** What the functions send: all that subscribers may ask for. */
export const CREATE_RUN = `mutation($input: CreateEnhancementInput!) { createEnhancement(input: $input) { ${ENHANCEMENT_FIELDS} } }`;
export const UPDATE_RUN = `mutation($input: UpdateEnhancementInput!) { updateEnhancement(input: $input) { ${ENHANCEMENT_FIELDS} } }`;

/** A draft as the durable function publishes it. */
export const DRAFT = {
  model: 'micro',
  modelId: 'us.amazon.nova-micro-v1:0',
  writtenBy: 'offline',
  text: 'Draft',
  truncated: false,
  findings: [{ list: 'lost', kind: 'time', value: '14:02', start: 3, end: 8, severity: 'hard' }],
  repaired: ['37 %'],
  latencyMs: 3,
  inputTokens: 1,
  outputTokens: 1,
  costUsd: 0.1,
};
