import { GUARDRAIL_REPORT } from '../guardrail/report';
import type { Shape } from '../shape';
import type {
  Draft,
  DraftFinding,
  EnhancementProgress,
  EnhancementRequest,
  Score,
  UnsupportedClaim,
  Verdict,
} from '.';
import { MODEL_CALL } from './modelCall';

const FINDING = {
  list: 'String',
  kind: 'String',
  value: 'String',
  start: 'Int',
  end: 'Int',
  severity: 'String',
  instead: 'String',
} as const satisfies Record<keyof DraftFinding, unknown>;

const DRAFT = {
  ...MODEL_CALL,
  text: 'String',
  truncated: 'Boolean',
  error: 'String',
  findings: [FINDING],
  repaired: ['String'],
  guardrail: GUARDRAIL_REPORT,
} as const satisfies Record<keyof Draft, unknown>;

const SCORE = {
  order: 'Int',
  draft: 'Int',
  criterion: 'String',
  score: 'Int',
} as const satisfies Record<keyof Score, unknown>;

const UNSUPPORTED_CLAIM = {
  order: 'Int',
  draft: 'Int',
  quote: 'String',
} as const satisfies Record<keyof UnsupportedClaim, unknown>;

const VERDICT = {
  outcome: 'String',
  winner: 'Int',
  reasoning: 'String',
  scores: [SCORE],
  unsupportedClaims: [UNSUPPORTED_CLAIM],
  tieBreak: 'String',
  fallbackReason: 'String',
  judges: [MODEL_CALL],
} as const satisfies Record<keyof Verdict, unknown>;

/** What a page is told of a run. */
export const SHOWN_RUN = {
  id: 'ID',
  postMortemId: 'ID',
  section: 'String',
  theme: 'String',
  source: 'String',
  material: 'String',
  houseRules: ['String'],
  startedAt: 'AWSDateTime',
  owner: 'String',
  status: 'String',
  stage: 'String',
  progress: 'Int',
  drafts: [DRAFT],
  verdict: VERDICT,
  message: 'String',
  costUsd: 'Float',
  finishedAt: 'AWSDateTime',
} as const satisfies Shape & Record<keyof EnhancementProgress, unknown>;

/** The whole record of a run. */
export const RUN = {
  ...SHOWN_RUN,
  questions: ['String'],
  named: ['String'],
  createdAt: 'AWSDateTime',
  updatedAt: 'AWSDateTime',
} as const satisfies Shape & Record<Exclude<keyof EnhancementRequest, 'enhancementId' | 'record'>, unknown>;
