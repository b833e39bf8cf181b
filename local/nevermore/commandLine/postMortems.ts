import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { FIELDS } from '../../../domain/postMortem/fields';
import { shapeOf } from '../../../domain/postMortem/recordShape';
import { readPostMortem, type Stored } from '../../../domain/postMortem/stored';
import { selectionOf } from '../../../domain/shape';
import { call } from './call';
import { NoSuchPostMortemError } from './errors';
import type { Session } from './session';

const GET = `query Get($id: ID!) { getPostMortem(id: $id) { id ${selectionOf(shapeOf(FIELDS))} } }`;

/**
 * What stands in a post-mortem that the account may read.
 * @throws NoSuchPostMortemError, RequestRefusedError
 */
export async function readDocument(session: Session, id: string): Promise<AuthoredContent> {
  const { getPostMortem } = await call<{ getPostMortem: Stored | null }>(session, GET, { id });
  if (!getPostMortem) throw new NoSuchPostMortemError(id);
  return readPostMortem(getPostMortem);
}

const CREATE = 'mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';

/**
 * Stores a new document of the account.
 * @returns its id
 * @throws RequestRefusedError
 */
export async function createDocument(session: Session, content: AuthoredContent): Promise<string> {
  const input = { ...content, revision: 1 };
  const { createPostMortem } = await call<{ createPostMortem: { id: string } }>(session, CREATE, { input });
  return createPostMortem.id;
}
