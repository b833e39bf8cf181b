import { MEMORY, type Memory } from '../../../domain/memory/memory';
import { selectionOf } from '../../../domain/shape';
import type { FoundMemories, MemoryStore } from '../memories';
import type { SignedInUser } from '../types';
import { request, requestPage, requestRecord } from './graphql';

const FIELDS = selectionOf(MEMORY);
const LIST = `query Memories($isTeams: Boolean!, $nextToken: String) {
  memories(isTeams: $isTeams, nextToken: $nextToken) { items { ${FIELDS} } nextToken }
}`;
const FIND = `query FindMemories($text: String!) {
  findMemories(text: $text) { items { ${FIELDS} by } meaning isWhole }
}`;
const REMEMBER = `mutation Remember($id: ID!, $isTeams: Boolean!, $kind: MemoryKind!, $text: String!, $how: MemorySource!, $words: String!, $conversationId: ID, $postMortemId: ID, $name: String!) {
  remember(id: $id, isTeams: $isTeams, kind: $kind, text: $text, how: $how, words: $words, conversationId: $conversationId, postMortemId: $postMortemId, name: $name) { ${FIELDS} }
}`;
const CHANGE = `mutation ChangeMemory($id: ID!, $isTeams: Boolean!, $kind: MemoryKind!, $text: String!) {
  changeMemory(id: $id, isTeams: $isTeams, kind: $kind, text: $text) { ${FIELDS} }
}`;
const FORGET = `mutation Forget($id: ID!, $isTeams: Boolean!) { forget(id: $id, isTeams: $isTeams) { id } }`;

/** Memories behind the Amplify data client, of this person and of the team. */
export const amplifyMemories = (user: SignedInUser): MemoryStore => ({
  async list(isTeams, next) {
    const page = await requestPage(LIST, { isTeams, nextToken: next });
    return { items: page.items as unknown as Memory[], next: page.nextToken };
  },
  find: (text) => requestRecord<FoundMemories>(FIND, { text }),
  add: (memory) => requestRecord<Memory>(REMEMBER, { ...memory, name: user.name }),
  change: ({ id, isTeams }, to) => requestRecord<Memory>(CHANGE, { id, isTeams, ...to }),
  async remove({ id, isTeams }) {
    await request(FORGET, { id, isTeams });
  },
});
