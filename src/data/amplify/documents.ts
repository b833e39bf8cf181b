import { SECTION_IDS } from '../../../domain/sections';

const LISTING_FIELDS = 'id title severity status service tags startedAt createdAt updatedAt';

const DOCUMENT_FIELDS = `${LISTING_FIELDS} detectedAt mitigatedAt resolvedAt ${SECTION_IDS.join(' ')}
  timeline { at text } actionItems { text owner dueDate done } owner editors revision savedBy { id name }`;

/** What a write answers with. No owner or editors: an editor's write must not need the right to read them. */
const SAVED_FIELDS = 'id revision updatedAt';

const CALL_FIELDS = 'model modelId writtenBy latencyMs inputTokens outputTokens costUsd';

const ENHANCEMENT_FIELDS = `
  id postMortemId section theme source status stage progress message costUsd startedAt finishedAt owner
  drafts {
    ${CALL_FIELDS} text truncated error repaired
    findings { list kind value start end severity instead }
  }
  verdict {
    outcome winner reasoning tieBreak fallbackReason
    scores { order draft criterion score }
    unsupportedClaims { order draft quote }
    judges { ${CALL_FIELDS} }
  }`;

export const LIST_OWNED = `query ListOwned(
  $owner: String!, $filter: ModelPostMortemFilterInput, $limit: Int, $nextToken: String
) {
  listingsByOwner(
    owner: $owner, sortDirection: DESC, filter: $filter, limit: $limit, nextToken: $nextToken
  ) {
    items { ${LISTING_FIELDS} } nextToken
  }
}`;

export const GET_POST_MORTEM = `query GetPostMortem($id: ID!) {
  getPostMortem(id: $id) { ${DOCUMENT_FIELDS} }
}`;

export const CREATE_POST_MORTEM = `mutation CreatePostMortem($input: CreatePostMortemInput!) {
  createPostMortem(input: $input) { ${SAVED_FIELDS} }
}`;

export const UPDATE_POST_MORTEM = `mutation UpdatePostMortem(
  $input: UpdatePostMortemInput!, $condition: ModelPostMortemConditionInput
) {
  updatePostMortem(input: $input, condition: $condition) { ${SAVED_FIELDS} }
}`;

export const DELETE_POST_MORTEM = `mutation DeletePostMortem($id: ID!) {
  deletePostMortem(input: { id: $id }) { id }
}`;

export const START_ENHANCEMENT = `mutation StartEnhancement(
  $id: ID, $postMortemId: ID!, $section: String!, $theme: String!, $text: String!
) {
  startEnhancement(id: $id, postMortemId: $postMortemId, section: $section, theme: $theme, text: $text) {
    ${ENHANCEMENT_FIELDS}
  }
}`;

export const RUNS_OF_POST_MORTEM = `query RunsOfPostMortem($postMortemId: ID!) {
  runsOfPostMortem(postMortemId: $postMortemId) { ${ENHANCEMENT_FIELDS} }
}`;

export const ON_UPDATE_ENHANCEMENT = `subscription OnUpdateEnhancement($owner: String) {
  onUpdateEnhancement(owner: $owner) { ${ENHANCEMENT_FIELDS} }
}`;
