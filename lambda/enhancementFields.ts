/**
 * Every field of an Enhancement. A subscription delivers only what the mutation selected, the owner
 * included, so whoever writes an Enhancement selects all of it.
 */
export const ENHANCEMENT_FIELDS = `
  id postMortemId section theme source status stage progress message costUsd startedAt finishedAt owner
  drafts { model modelId writtenBy text truncated error latencyMs inputTokens outputTokens costUsd }
  verdict {
    outcome winner reasoning fallbackReason
    scores { draft criterion score }
    judge { model modelId writtenBy latencyMs inputTokens outputTokens costUsd }
  }
  createdAt updatedAt
`;
