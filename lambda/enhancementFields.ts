/**
 * Every field of an Enhancement. A subscription delivers only what the mutation selected, the owner
 * included, so whoever writes an Enhancement selects all of it.
 */
export const ENHANCEMENT_FIELDS = `
  id postMortemId section theme source questions status stage progress message costUsd startedAt finishedAt owner
  drafts { model modelId writtenBy text truncated error latencyMs inputTokens outputTokens costUsd
    repaired findings { list kind value start end severity instead } }
  verdict {
    outcome winner reasoning tieBreak fallbackReason
    scores { order draft criterion score }
    unsupportedClaims { order draft quote }
    judges { model modelId writtenBy latencyMs inputTokens outputTokens costUsd }
  }
  createdAt updatedAt
`;
