import { COMMENT } from '../../../domain/comments/comment';
import { PRESENCE } from '../../../domain/comments/presence';
import { selectionOf } from '../../../domain/shape';
import {
  amplifyFor,
  MINIMAL,
  type NevermoreApi,
  type People,
  peopleOf,
  startNevermoreApi,
  WITH_ALL,
} from './nevermoreApi';

export let api: NevermoreApi;
export let amplify: ReturnType<typeof amplifyFor>;
/** Everybody who may be somebody to a post-mortem, by their token; the stranger reads what is published. */
export let people: People & Record<'foreigner', string>;
export type Who = keyof typeof people;

/** Starts the API, for a file's `beforeAll`. */
export async function startTalking(): Promise<void> {
  api = await startNevermoreApi();
  amplify = amplifyFor(api);
  const { pool } = api.running;
  people = {
    ...(await peopleOf(api)),
    // The owner's own id, in a token of another pool.
    foreigner: await pool.accessToken('owner', [], { iss: `${pool.trust.issuer}-other` }),
  };
}

/** Stops it, and fails if it had to say that something went wrong. */
export async function stopTalking(): Promise<void> {
  await api?.close();
  expect(api?.running.failures).toEqual([]);
}

export const EVERYBODY: readonly Who[] = ['owner', 'editor', 'commenter', 'reader', 'stranger', 'foreigner'];
export const INVITED: readonly Who[] = ['owner', 'editor', 'commenter', 'reader'];
export const WRITERS: readonly Who[] = ['owner', 'editor', 'commenter'];

export const TOLD = `${selectionOf(COMMENT)} heardBy`;
export const ADD = `mutation Add($pm: ID!, $id: ID!, $threadId: ID, $place: CommentPlace!, $quote: String,
  $before: String, $after: String, $text: String!, $name: String!) {
  addComment(postMortemId: $pm, id: $id, threadId: $threadId, place: $place, quote: $quote, before: $before,
    after: $after, text: $text, name: $name) { ${TOLD} }
}`;
export const EDIT = `mutation Edit($pm: ID!, $id: ID!, $text: String!) {
  editComment(postMortemId: $pm, id: $id, text: $text) { ${TOLD} }
}`;
export const RESOLVE = `mutation Resolve($pm: ID!, $id: ID!, $isResolved: Boolean!) {
  resolveThread(postMortemId: $pm, id: $id, isResolved: $isResolved, name: "resolver@example.com") { ${TOLD} }
}`;
export const DELETE = `mutation Delete($pm: ID!, $id: ID!) { deleteComment(postMortemId: $pm, id: $id) { ${TOLD} } }`;
export const LIST = `query List($pm: ID!, $nextToken: String) {
  commentsOfPostMortem(postMortemId: $pm, nextToken: $nextToken) { items { ${selectionOf(COMMENT)} } nextToken }
}`;
export const ANNOUNCE = `mutation Announce($pm: ID!, $place: CommentPlace) {
  announcePresence(postMortemId: $pm, page: "page-1", name: "n", place: $place, isWriting: true) {
    postMortemId ${selectionOf(PRESENCE)} heardBy
  }
}`;
export const PUBLISH = `mutation Publish($pm: ID!) {
  setStatus(postMortemId: $pm, revision: 1, status: PUBLISHED) { id }
}`;

export const tableOfComments = (): string => {
  const table = api.running.assembly.tables.find(({ tableName }) => tableName.startsWith('Comment-'));
  if (!table) throw new Error('The API has no table of comments.');
  return table.tableName;
};
export const ask = (who: Who, query: string, variables: object) =>
  api.running.ask(people[who], query, variables);

/** A post-mortem that is shared with one of each, and published, so that the stranger reads it too. */
export async function shared(): Promise<string> {
  amplify.as(people.owner);
  const { data } = await amplify.client.models.PostMortem.create({
    ...MINIMAL,
    ...WITH_ALL,
  });
  const pm = data?.id ?? '';
  expect((await ask('owner', PUBLISH, { pm })).errors).toBeUndefined();
  return pm;
}

export const add = (who: Who, pm: string, more: object = {}) =>
  ask(who, ADD, {
    ...{ pm, id: crypto.randomUUID(), place: 'rootCause', text: 'Why?', name: `${who}@example.com` },
    ...more,
  });
export const added = async (who: Who, pm: string, more: object = {}): Promise<string> => {
  const { data, errors } = await add(who, pm, more);
  expect(errors).toBeUndefined();
  return data.addComment.id;
};
export const listed = async (who: Who, pm: string) =>
  (await ask(who, LIST, { pm })).data?.commentsOfPostMortem?.items ?? [];

/** Who of all may do it, each asked in turn. */
export async function whoMay(attempt: (who: Who) => Promise<{ data: unknown; errors?: readonly object[] }>) {
  const may: Who[] = [];
  for (const who of EVERYBODY) {
    const { data, errors } = await attempt(who);
    const answer = Object.values((data ?? {}) as object)[0] ?? null;
    expect([who, answer === null]).toEqual([who, errors !== undefined]);
    if (answer !== null) may.push(who);
  }
  return may;
}
