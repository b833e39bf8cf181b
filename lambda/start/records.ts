import type { EnhancementRequest } from '../../domain/enhancement';
import { shapeOf } from '../../domain/postMortem/recordShape';
import { type DocumentSoFar, TOLD_FIELDS } from '../../domain/questions';
import { selectionOf } from '../../domain/shape';
import { type Graphql, unlessChanged } from '../appsync';
import { ENHANCEMENT_FIELDS, UPDATE_ENHANCEMENT } from '../enhancementFields';

const GET_POST_MORTEM = `query Document($id: ID!) { getPostMortem(id: $id) {
  id owner editors ${selectionOf(shapeOf(TOLD_FIELDS))}
} }`;
const GET_ENHANCEMENT = `query Known($id: ID!) { getEnhancement(id: $id) { ${ENHANCEMENT_FIELDS} } }`;
const CREATE = `mutation Record($input: CreateEnhancementInput!) { createEnhancement(input: $input) { ${ENHANCEMENT_FIELDS} } }`;

/** Who may work on a post-mortem, and what it says so far. */
export interface StoredDocument {
  owner: string | null;
  editors: string[];
  content: DocumentSoFar;
}

/** An Enhancement as AppSync returns it. */
export interface EnhancementRecord extends Record<string, unknown> {
  id: string;
  owner: string;
  postMortemId: string;
  section: string;
  theme: string;
  source: string;
  /** Missing in a record that was written before there was any. */
  material?: string | null;
  startedAt: string;
  /** Null in a record that was written before there were any. */
  questions: readonly string[] | null;
  /** Missing in a record that was written before there were any. */
  houseRules?: readonly string[] | null;
  /** Missing in a record that was written before there were any. */
  named?: readonly string[] | null;
  status: string;
}

/** What the proxy does with stored records, as its own role. */
export interface Records {
  document(postMortemId: string): Promise<StoredDocument | undefined>;
  enhancement(id: string): Promise<EnhancementRecord | undefined>;
  /** The new record, or `undefined` when the id is taken. */
  create(record: NewEnhancement): Promise<EnhancementRecord | undefined>;
  /** Marks a record whose run could not be started. */
  markNotStarted(id: string, why: string): Promise<void>;
}

type StoredFields = DocumentSoFar & { owner: string | null; editors: string[] | null };

export interface NewEnhancement extends Omit<EnhancementRequest, 'record'> {
  postMortemId: string;
  owner: string;
}

export function recordsThrough(graphql: Graphql, now: () => Date = () => new Date()): Records {
  return {
    document: async (id) => {
      const { getPostMortem } = await graphql<{ getPostMortem: StoredFields | null }>(GET_POST_MORTEM, {
        id,
      });
      if (!getPostMortem) return undefined;
      const { owner, editors, ...content } = getPostMortem;
      return { owner, editors: editors ?? [], content };
    },
    enhancement: async (id) => {
      const { getEnhancement } = await graphql<{ getEnhancement: EnhancementRecord | null }>(
        GET_ENHANCEMENT,
        { id },
      );
      return getEnhancement ?? undefined;
    },
    create: async ({ enhancementId, ...record }) => {
      const input = {
        id: enhancementId,
        ...record,
        status: 'RUNNING',
        stage: 'QUEUED',
        progress: 0,
        drafts: [],
        costUsd: 0,
        startedAt: now().toISOString(),
      };
      type Answer = { createEnhancement: EnhancementRecord };
      return (await unlessChanged(() => graphql<Answer>(CREATE, { input })))?.createEnhancement;
    },
    markNotStarted: async (id, why) => {
      await graphql(UPDATE_ENHANCEMENT, {
        input: { id, status: 'FAILED', stage: 'FINISHED', message: why, finishedAt: now().toISOString() },
        condition: { progress: { eq: 0 } },
      });
    },
  };
}
