import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { settle } from '../../../lambda/archive/workflow';
import { dynamoDb } from '../../../lambda/dynamodb';
import { followChanges } from '../../../lambda/indexer/follow';
import { indexIn } from '../../../lambda/indexer/store';
import { type Image, plainItem } from '../../../lambda/plainValue';
import type { Retrieval } from '../../../lambda/retrieval/retrieve';
import { answer, type SearchEvent } from '../../../lambda/search/answer';
import { searchIndexIn } from '../../../lambda/search/index';
import { signedPost } from '../../../lambda/signedPost';
import type { StreamRecord } from '../../../lambda/streamRecord';
import { embedByWords, memoryVectors } from '../../lambda/archive/memoryArchive';
import { startApi } from './runningApi';
import { productAssembly } from './synthesized';

/** Everybody who may be somebody to a post-mortem. */
export const EVERYBODY = ['owner', 'editor', 'commenter', 'reader', 'stranger'] as const;
export type Who = (typeof EVERYBODY)[number];

const CREATE = 'mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';
export const UPDATE =
  'mutation Update($input: UpdatePostMortemInput!) { updatePostMortem(input: $input) { id } }';
export const DELETE = 'mutation Delete($id: ID!) { deletePostMortem(input: { id: $id }) { id } }';
export const SET = `mutation Set($id: ID!, $revision: Int!, $status: PostMortemStatus!, $isPrivate: Boolean) {
  setStatus(postMortemId: $id, revision: $revision, status: $status, isPrivate: $isPrivate) { id }
}`;

/** Whom a post-mortem is shared with. */
export const shared = { editors: ['sub-editor'], commenters: ['sub-commenter'], readers: ['sub-reader'] };

export const recordOf = (id: string, before?: Image, after?: Image): StreamRecord => ({
  dynamodb: {
    Keys: { id: { S: id } },
    ...(before && { OldImage: before }),
    ...(after && { NewImage: after }),
  },
});

/** Any will do: nobody checks them. */
const KEYS = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };

export type SearchedApi = Awaited<ReturnType<typeof startSearchedApi>>;

/** The product's API with its tables and the function that searches; both indexes follow what `change` does. */
export async function startSearchedApi() {
  const searching = { answer: async (_: SearchEvent): Promise<unknown> => null };
  const api = await startApi(await productAssembly(), (_arn, payload) =>
    searching.answer(payload as SearchEvent),
  );
  const named = (part: string) =>
    api.assembly.tables.find(({ tableName }) => tableName.startsWith(part))?.tableName ?? '';
  const tables = { postMortems: named('PostMortem'), entries: named('SearchEntry') };
  const index = indexIn(api.tables.client, tables);
  const words = searchIndexIn(dynamoDb(signedPost(`${api.tables.endpoint}/`, 'dynamodb', KEYS)), tables);
  // The index of meaning, in memory, over the words of the test.
  const { vectors, held } = memoryVectors();
  const retrieval: Retrieval = {
    ...{ words, vectors, embed: embedByWords },
    warn: (message) => expect(message).toBeUndefined(),
  };
  searching.answer = answer(retrieval);
  const tokens: Record<string, string> = Object.fromEntries(
    await Promise.all(EVERYBODY.map(async (who) => [who, await api.pool.accessToken(who)] as const)),
  );
  const ask = (who: Who, query: string, variables: object) =>
    api.ask(tokens[who] as string, query, variables);

  const imageOf = async (id: string): Promise<Image | undefined> =>
    (
      await api.tables.client.send(
        new GetItemCommand({ TableName: tables.postMortems, Key: { id: { S: id } } }),
      )
    ).Item as Image | undefined;

  const entered = new Map<string, string[]>();

  /** Brings the index of meaning in line with a record, as its execution does. */
  const enterArchive = (documentId: string) =>
    settle(
      {
        ...{
          vectors,
          embed: embedByWords,
          owed: { all: async () => [], add: async () => {}, remove: async () => {} },
        },
        document: async (id) => {
          const image = await imageOf(id);
          return image ? plainItem(image) : null;
        },
        entered: {
          of: async (id) => entered.get(id) ?? [],
          add: async (id, keys) => void entered.set(id, [...new Set([...(entered.get(id) ?? []), ...keys])]),
          remove: async (id, keys) =>
            void entered.set(
              id,
              (entered.get(id) ?? []).filter((key) => !keys.includes(key)),
            ),
        },
      },
      { documentId },
      (_name, work) => work(),
    );

  /** Does something as somebody, and tells the indexes of what became of the document, as its stream does. */
  async function change(id: string, who: Who, mutation: string, variables: object): Promise<StreamRecord> {
    const before = await imageOf(id);
    const { errors } = await ask(who, mutation, variables);
    expect(errors).toBeUndefined();
    const record = recordOf(id, before, await imageOf(id));
    await followChanges([record], index);
    await enterArchive(id);
    return record;
  }

  async function made(id: string, content: object): Promise<string> {
    const input = { id, title: 'Checkout down', severity: 'SEV2', status: 'DRAFT', revision: 1, ...content };
    await change(id, 'owner', CREATE, { input });
    return id;
  }

  return { ask, change, made, imageOf, index, retrieval, held, close: () => api.close() };
}
