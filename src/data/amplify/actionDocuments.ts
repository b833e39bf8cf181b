import { fieldById } from '../../../domain/postMortem/fields';
import { shapeOf } from '../../../domain/postMortem/recordShape';
import { selectionOf } from '../../../domain/shape';

/** What the page of open actions knows of a document. */
const ACTION_FIELDS = `id title severity status owner editors createdAt ${selectionOf(shapeOf([fieldById('actionItems')]))}`;

const ACTION_PAGE = `sortDirection: DESC, limit: 500, nextToken: $nextToken) {
    items { ${ACTION_FIELDS} } nextToken
  }`;

export const ACTIONS_OWNED = `query ActionsOwned($owner: String!, $nextToken: String) {
  actionsByOwner(owner: $owner, ${ACTION_PAGE}
}`;

export const ACTIONS_PUBLISHED = `query ActionsPublished($nextToken: String) {
  actionsByStatus(status: PUBLISHED, ${ACTION_PAGE}
}`;
