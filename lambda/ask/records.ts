import { ARCHIVE_ANSWER, type ArchiveAnswer, KEPT_DAYS } from '../../domain/archive/answerRecord';
import { selectionOf } from '../../domain/shape';
import { type Graphql, unlessChanged } from '../appsync';
import type { Question } from './request';

/** A subscription delivers only what the mutation selected, the owner included: so every write selects all of it. */
const ALL = selectionOf(ARCHIVE_ANSWER);
const GET = `query Earlier($id: ID!) { getArchiveAnswer(id: $id) { ${ALL} } }`;
const CREATE = `mutation Record($input: CreateArchiveAnswerInput!) { createArchiveAnswer(input: $input) { ${ALL} } }`;
export const UPDATE_ANSWER = `mutation Tell($input: UpdateArchiveAnswerInput!, $condition: ModelArchiveAnswerConditionInput) {
  updateArchiveAnswer(input: $input, condition: $condition) { ${ALL} }
}`;

/** What a run tells of itself. */
export type Told = Partial<Omit<ArchiveAnswer, 'id' | 'owner' | 'question' | 'askedAt' | 'finishedAt'>>;

/** What is done with stored answers, as the function's own role. */
export interface Records {
  /** Whoever's it is: who asks must be compared with its owner. */
  answer(id: string): Promise<ArchiveAnswer | undefined>;
  /** Whether it was made: not where the id is taken. */
  create(asked: Question, owner: string): Promise<boolean>;
  /** Whether it was told: not where the answer was stopped or deleted meanwhile. With a status it has ended. */
  tell(id: string, told: Told): Promise<boolean>;
}

const SECONDS_OF_A_DAY = 24 * 60 * 60;

export const recordsThrough = (graphql: Graphql, now: () => Date = () => new Date()): Records => ({
  answer: async (id) => {
    const { getArchiveAnswer } = await graphql<{ getArchiveAnswer: ArchiveAnswer | null }>(GET, { id });
    return getArchiveAnswer ?? undefined;
  },
  create: async ({ filters, ...asked }, owner) => {
    const askedAt = now();
    const input = {
      ...asked,
      ...filters,
      owner,
      status: 'RUNNING',
      sentences: [],
      left: [],
      passages: 0,
      askedAt: askedAt.toISOString(),
      goneAt: Math.floor(askedAt.getTime() / 1000) + KEPT_DAYS * SECONDS_OF_A_DAY,
    };
    return (await unlessChanged(() => graphql(CREATE, { input }))) !== undefined;
  },
  tell: async (id, told) => {
    const input = { id, ...told, ...(told.status && { finishedAt: now().toISOString() }) };
    const condition = { status: { eq: 'RUNNING' } };
    return (await unlessChanged(() => graphql(UPDATE_ANSWER, { input, condition }))) !== undefined;
  },
});
