/** Why a model gave no answer, for whoever asked: in a bracket behind its name. */
export function whyNoAnswer(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.name === 'TimeoutError' || cause.name === 'AbortError' ? 'it took too long' : cause.message;
}

/** What became of an answer that ended so, behind the model's name; by Bedrock's stop reasons. */
export const WITHHELD = {
  guardrail_intervened: 'was stopped by the guardrail',
  content_filtered: 'had its answer withheld by a content filter',
} as const;
