import { ARCHIVE_ANSWER, type ArchiveAnswer } from '../../../domain/archive/answerRecord';
import { ASK_ARCHIVE } from '../../../domain/archive/asking';
import type { Stored } from '../../../domain/postMortem/stored';
import { selectionOf } from '../../../domain/shape';
import type { ArchiveService } from '../archive';
import { NotFoundOrNotYoursError } from '../errors';
import type { SignedInUser } from '../types';
import { request, requestPage, requestRecord } from './graphql';
import { listenTo } from './live';

const ALL = selectionOf(ARCHIVE_ANSWER);
const GET = `query ArchiveAnswer($id: ID!) { getArchiveAnswer(id: $id) { ${ALL} } }`;
const LIST = `query ArchiveAnswers($owner: String!, $nextToken: String) {
  answersByOwner(owner: $owner, sortDirection: DESC, limit: 50, nextToken: $nextToken) { items { ${ALL} } nextToken }
}`;
const STOP = `mutation StopAnswer($id: ID!) { stopAnswer(id: $id) { ${ALL} } }`;
const DELETE = `mutation DeleteAnswer($id: ID!) { deleteArchiveAnswer(input: { id: $id }) { id } }`;
const ON_UPDATE = `subscription OnUpdateArchiveAnswer($owner: String) { onUpdateArchiveAnswer(owner: $owner) { ${ALL} } }`;

/** Lists that another client, or an older version, has left out are empty. */
const read = (stored: Stored): ArchiveAnswer => {
  const answer = stored as unknown as ArchiveAnswer;
  return {
    ...answer,
    sentences: answer.sentences ?? [],
    left: answer.left ?? [],
    severities: answer.severities ?? [],
  };
};

/** The archive behind the Amplify data client. */
export const amplifyArchive = (user: SignedInUser): ArchiveService => ({
  async ask({ filters: { severity, ...filters }, ...asked }) {
    const given = Object.entries(filters).filter(([, value]) => value.trim() !== '');
    await request(ASK_ARCHIVE, {
      ...asked,
      ...Object.fromEntries(given),
      ...(severity && { severities: [severity] }),
    });
  },
  async get(id) {
    const found = await request<Stored>(GET, { id });
    return found && read(found);
  },
  async list(next) {
    const { items, nextToken } = await requestPage(LIST, { owner: user.id, nextToken: next });
    return { items: items.map(read), next: nextToken };
  },
  stop: async (id) => read(await requestRecord<Stored>(STOP, { id })),
  async remove(id) {
    try {
      await request(DELETE, { id }, { postMortemId: id });
    } catch (error) {
      if (!(error instanceof NotFoundOrNotYoursError)) throw error;
    }
  },
  watch: (watcher) =>
    listenTo<Stored>(
      ON_UPDATE,
      { owner: user.id },
      { ...watcher, onTold: (record) => watcher.onTold(read(record)) },
    ),
});
