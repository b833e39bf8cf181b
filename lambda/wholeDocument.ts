import type { PostMortem } from '../domain/postMortem';
import { isInBin } from '../domain/postMortem/bin';
import { FIELDS, RECORD_FIELDS } from '../domain/postMortem/fields';
import { shapeOf } from '../domain/postMortem/recordShape';
import { readPostMortem } from '../domain/postMortem/stored';
import { selectionOf } from '../domain/shape';
import type { Graphql } from './appsync';

const GET = `query Whole($id: ID!) {
  getPostMortem(id: $id) { ${selectionOf({ ...shapeOf(FIELDS), ...RECORD_FIELDS })} audience }
}`;

/** A post-mortem, and the user pools whose people read it. */
export interface WholeDocument extends PostMortem {
  audience: string[];
}

/** A post-mortem by its id, whoever's it is: who asks must be compared with what it says. */
export type ReadWholeDocument = (id: string) => Promise<WholeDocument | undefined>;

/** Reads post-mortems as the function's own role. What lies in the bin is nobody's, and is not there. */
export const wholeDocumentThrough =
  (graphql: Graphql): ReadWholeDocument =>
  async (id) => {
    type Stored = Record<string, unknown> & { audience: string[] | null };
    const { getPostMortem: stored } = await graphql<{ getPostMortem: Stored | null }>(GET, { id });
    if (!stored || isInBin(String(stored.owner))) return undefined;
    return { ...readPostMortem(stored), audience: stored.audience ?? [] };
  };
