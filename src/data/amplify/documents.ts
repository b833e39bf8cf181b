import { SHOWN_RUN } from '../../../domain/enhancement/runShape';
import { startMutation } from '../../../domain/enhancement/startRequest';
import { FIELDS, LISTED_FIELDS, RECORD_FIELDS } from '../../../domain/postMortem/fields';
import { shapeOf } from '../../../domain/postMortem/recordShape';
import { selectionOf } from '../../../domain/shape';

const LISTED = selectionOf(shapeOf(LISTED_FIELDS));
const LISTING_FIELDS = `id ${LISTED} createdAt updatedAt`;
/** Whose it is, where a list holds those of many. */
const WHOSE = selectionOf({ owner: RECORD_FIELDS.owner, savedBy: RECORD_FIELDS.savedBy });

const DOCUMENT_FIELDS = selectionOf({ ...shapeOf(FIELDS), ...RECORD_FIELDS });

/** What a write answers with. No owner or editors: an editor's write must not need the right to read them. */
const SAVED_FIELDS = 'id revision updatedAt';

const ENHANCEMENT_FIELDS = selectionOf(SHOWN_RUN);

export const LIST_OWNED = `query ListOwned(
  $owner: String!, $filter: ModelPostMortemFilterInput, $limit: Int, $nextToken: String
) {
  listingsByOwner(
    owner: $owner, sortDirection: DESC, filter: $filter, limit: $limit, nextToken: $nextToken
  ) {
    items { ${LISTING_FIELDS} } nextToken
  }
}`;

export const LIST_SHARED = `query ListShared(
  $person: String!, $filter: ModelMembershipFilterInput, $limit: Int, $nextToken: String
) {
  membershipsByPerson(
    person: $person, sortDirection: DESC, filter: $filter, limit: $limit, nextToken: $nextToken
  ) {
    items { postMortemId sharedAt ${LISTED} ${WHOSE} } nextToken
  }
}`;

export const LIST_PUBLISHED = `query ListPublished(
  $filter: ModelPostMortemFilterInput, $limit: Int, $nextToken: String
) {
  listingsByStatus(
    status: PUBLISHED, sortDirection: DESC, filter: $filter, limit: $limit, nextToken: $nextToken
  ) {
    items { ${LISTING_FIELDS} ${WHOSE} } nextToken
  }
}`;

export const GET_POST_MORTEM = `query GetPostMortem($id: ID!) {
  getPostMortem(id: $id) { ${DOCUMENT_FIELDS} }
}`;

export const GET_REVISION = `query GetRevision($id: ID!) { getPostMortem(id: $id) { revision } }`;

export const CREATE_POST_MORTEM = `mutation CreatePostMortem($input: CreatePostMortemInput!) {
  createPostMortem(input: $input) { ${SAVED_FIELDS} }
}`;

export const UPDATE_POST_MORTEM = `mutation UpdatePostMortem(
  $input: UpdatePostMortemInput!, $condition: ModelPostMortemConditionInput
) {
  updatePostMortem(input: $input, condition: $condition) { ${SAVED_FIELDS} }
}`;

export const SET_STATUS = `mutation SetStatus(
  $id: ID!, $revision: Int!, $status: PostMortemStatus!, $isPrivate: Boolean, $name: String
) {
  setStatus(postMortemId: $id, revision: $revision, status: $status, isPrivate: $isPrivate, name: $name) {
    ${SAVED_FIELDS}
  }
}`;

export const SHARE = `mutation Share($id: ID!, $person: String!, $role: SharedFor) {
  sharePostMortem(postMortemId: $id, person: $person, role: $role) { revision updatedAt }
}`;

export const MEMBERS = `query Members($id: ID!) {
  membersOfPostMortem(postMortemId: $id) { person name role }
}`;

export const BIN_POST_MORTEM = `mutation BinPostMortem($id: ID!) {
  binPostMortem(postMortemId: $id) { id title deletedAt goneAt }
}`;

export const RESTORE_POST_MORTEM = `mutation RestorePostMortem($id: ID!) {
  restorePostMortem(postMortemId: $id) { id }
}`;

export const START_ENHANCEMENT = startMutation(ENHANCEMENT_FIELDS);

export const RUNS_OF_POST_MORTEM = `query RunsOfPostMortem($postMortemId: ID!) {
  runsOfPostMortem(postMortemId: $postMortemId) { ${ENHANCEMENT_FIELDS} }
}`;

/** The same runs without their texts, for those who look often. */
export const MARKS_OF_RUNS = `query MarksOfRuns($postMortemId: ID!) {
  runsOfPostMortem(postMortemId: $postMortemId) { id progress }
}`;

/** The rules show one's own runs and no others. */
export const RUNS_GOING_ON = `query RunsGoingOn($from: String!, $to: String!, $nextToken: String) {
  enhancementsByStatus(
    status: RUNNING, startedAt: { between: [$from, $to] }, limit: 100, nextToken: $nextToken
  ) {
    items { id } nextToken
  }
}`;

export const ON_UPDATE_ENHANCEMENT = `subscription OnUpdateEnhancement($owner: String) {
  onUpdateEnhancement(owner: $owner) { ${ENHANCEMENT_FIELDS} }
}`;
