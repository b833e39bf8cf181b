import type { AuthoredContent } from '../../domain/postMortem/fields';
import { FIELDS } from '../../domain/postMortem/fields';
import { shapeOf } from '../../domain/postMortem/recordShape';
import { readPostMortem, type Stored } from '../../domain/postMortem/stored';
import { selectionOf } from '../../domain/shape';
import type { Graphql } from '../appsync';

const GET = `query Reviewed($id: ID!) { getPostMortem(id: $id) {
  id owner editors commenters readers audience ${selectionOf(shapeOf(FIELDS))}
} }`;

/** A stored document, and the record as it is, by which access is judged. */
export interface ReviewedDocument {
  stored: Stored;
  content: AuthoredContent;
}

/** Reads a post-mortem as the function's own role; undefined when there is none. */
export type ReadDocument = (id: string) => Promise<ReviewedDocument | undefined>;

export const documentThrough =
  (graphql: Graphql): ReadDocument =>
  async (id) => {
    const { getPostMortem: stored } = await graphql<{ getPostMortem: Stored | null }>(GET, { id });
    return stored ? { stored, content: readPostMortem(stored) } : undefined;
  };
