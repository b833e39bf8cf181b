import { enterablesOf } from '../../../domain/archive/keys';
import { emptyPostMortem } from '../../../domain/postMortem';
import type { Stored } from '../../../domain/postMortem/stored';
import type { Collaborators } from '../../../lambda/archive/collaborators';
import { type ArchiveEnding, archiveWorkflow, settle } from '../../../lambda/archive/workflow';
import { type Crash, DurableService, type Operation } from '../durableService';
import { embedByWords, memoryVectors } from './memoryArchive';

const ID = 'pm-1';

/** A published post-mortem with three passages more than are embedded at once. */
export const published = (more: object = {}): Stored => ({
  ...emptyPostMortem('The raven tapped at the database'),
  ...{ id: ID, owner: 'ann', status: 'PUBLISHED', audience: ['pool'], revision: 3 },
  createdAt: '2026-03-04T10:00:00.000Z',
  rootCause: 'A migration took a lock.',
  actionItems: Array.from({ length: 18 }, (_, at) => ({
    text: `Do ${at}`,
    owner: '',
    dueDate: '',
    done: false,
  })),
  ...more,
});
export const withdrawn = () => published({ status: 'WITHDRAWN', audience: [], revision: 4 });

/** What the archive works with, in memory, and what was done with it. */
export interface World {
  documents: Map<string, Stored>;
  /** The keys of the index, sorted. */
  inIndex(): string[];
  entered: Map<string, Set<string>>;
  owed: Set<string>;
  /** Every call, in its order. */
  calls: string[];
  failing: { with?: string };
  collaborators: Collaborators;
}

/** @param onCall before each call to something outside; what it changes is as if somebody else did it just then */
export function newWorld(onCall: (world: World, call: string) => Promise<void> | void = () => {}): World {
  const documents = new Map<string, Stored>();
  const entered = new Map<string, Set<string>>();
  const owed = new Set<string>();
  const calls: string[] = [];
  const { vectors, held, failing } = memoryVectors();
  const heard =
    <Arguments extends unknown[], Answer>(name: string, call: (...args: Arguments) => Promise<Answer>) =>
    async (...args: Arguments): Promise<Answer> => {
      calls.push(name);
      await onCall(world, name);
      return call(...args);
    };
  const setOf = (id: string) => {
    const known = entered.get(id) ?? new Set();
    entered.set(id, known);
    return known;
  };
  const world: World = {
    ...{ documents, entered, owed, calls, failing },
    inIndex: () => [...held.keys()].sort(),
    collaborators: {
      document: heard('read', async (id: string) => documents.get(id) ?? null),
      entered: {
        of: heard('list', async (id: string) => [...setOf(id)]),
        add: heard('write down', async (id: string, keys: readonly string[]) => {
          for (const key of keys) setOf(id).add(key);
        }),
        remove: heard('take off', async (id: string, keys: readonly string[]) => {
          for (const key of keys) setOf(id).delete(key);
        }),
      },
      owed: {
        all: async () => [...owed],
        add: heard('owe', async (id: string) => void owed.add(id)),
        remove: async (id) => void owed.delete(id),
      },
      vectors: {
        ...vectors,
        put: heard('put', vectors.put),
        delete: heard('delete', vectors.delete),
        present: heard('look', vectors.present),
      },
      embed: heard('embed', embedByWords),
    },
  };
  return world;
}

/** What the index is to hold of a record. */
export const wantedOf = (stored: Stored | undefined): string[] =>
  stored ? [...enterablesOf(stored).keys()].sort() : [];

export interface Script {
  /** What was entered before, whole. */
  before?: Stored;
  /** What the record is now; null for one that was deleted. */
  now: Stored | null;
  crash?: Crash;
  onCall?: (world: World, call: string) => Promise<void> | void;
  stored?: Operation[];
}

/** One execution, invoked again until it ends. */
export async function runArchive({ before, now, crash, onCall, stored }: Script) {
  let isBegun = false;
  const world = newWorld(async (where, call) => {
    if (isBegun) await onCall?.(where, call);
  });
  if (before) {
    world.documents.set(ID, before);
    await settle(world.collaborators, { documentId: ID }, (_name, work) => work());
  }
  if (now) world.documents.set(ID, now);
  else world.documents.delete(ID);
  world.calls.splice(0);
  isBegun = true;
  const service = new DurableService({ documentId: ID, change: 'c' }, crash, stored);
  const workflow = archiveWorkflow(world.collaborators) as never;
  let answer: { Status: string; Result?: string } | 'died' = 'died';
  for (let turn = 0; turn < 60 && (answer === 'died' || answer.Status === 'PENDING'); turn += 1) {
    answer = await service.invoke(workflow);
    service.letTimePass();
  }
  if (answer === 'died') throw new Error('The execution never ended.');
  const ending = JSON.parse(answer.Result ?? 'null') as ArchiveEnding | null;
  return { world, service, status: answer.Status, ending };
}
