import type { Draft, DraftFinding } from '../../../../../domain/enhancement';

export const draft = (text: string, findings: DraftFinding[] = []): Draft => ({
  model: 'Nova Lite',
  modelId: 'amazon.nova-lite-v1:0',
  writtenBy: 'amazon.nova-lite-v1:0',
  latencyMs: 1_000,
  inputTokens: 500,
  outputTokens: 200,
  costUsd: 0.0001,
  text,
  truncated: false,
  error: null,
  findings,
  repaired: [],
});

/** A finding on the first place of `value` in `text`. */
export const finding = (text: string, value: string, more: Partial<DraftFinding> = {}): DraftFinding => ({
  list: 'added',
  kind: 'number',
  value,
  start: text.indexOf(value),
  end: text.indexOf(value) + value.length,
  severity: 'hard',
  ...more,
});
