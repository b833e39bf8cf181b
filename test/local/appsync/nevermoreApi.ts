import type { Schema } from '../../../amplify/data/schema';
import { configureAmplify, stopCollecting } from './amplifyUser';
import { RUN } from './enhancementRun';
import { type RunningApi, startApi } from './runningApi';
import { productAssembly } from './synthesized';

export const MINIMAL = { title: 'Checkout down', severity: 'SEV2', status: 'DRAFT', revision: 1 } as const;

/** The product's own API, with an owner, an editor and a stranger. */
export interface NevermoreApi {
  running: RunningApi;
  owner: string;
  editor: string;
  stranger: string;
  /** What the functions were called with. */
  invocations: { arn: string; payload: Record<string, unknown> }[];
  functionNamed(part: string): string;
  close(): Promise<void>;
}

export async function startNevermoreApi(): Promise<NevermoreApi> {
  const invocations: NevermoreApi['invocations'] = [];
  const running = await startApi(await productAssembly(), async (arn, payload) => {
    invocations.push({ arn, payload: payload as Record<string, unknown> });
    return { ...RUN, id: 'run-1', createdAt: RUN.startedAt, updatedAt: RUN.startedAt };
  });
  return {
    running,
    owner: await running.pool.accessToken('owner'),
    editor: await running.pool.accessToken('editor'),
    stranger: await running.pool.accessToken('stranger'),
    invocations,
    functionNamed: (part) => {
      const found = running.assembly.functions.find(({ name }) => name.toLowerCase().includes(part));
      if (!found) throw new Error(`no function like ${part}`);
      return found.name;
    },
    close: async () => {
      stopCollecting();
      await running.close();
    },
  };
}

/** The real Amplify client for it. Its type is too deep to be part of what a promise resolves to. */
export const amplifyFor = ({ running }: NevermoreApi) => configureAmplify<Schema>(running);

/** Everybody who may be somebody to a post-mortem, by their token. */
export async function peopleOf({ running, owner, editor, stranger }: NevermoreApi) {
  const { pool } = running;
  return {
    owner,
    editor,
    stranger,
    commenter: await pool.accessToken('commenter'),
    reader: await pool.accessToken('reader'),
  };
}
export type People = Awaited<ReturnType<typeof peopleOf>>;

/** One of each kind of the people above, for a post-mortem that is shared with all. */
export const WITH_ALL = {
  editors: ['sub-editor'],
  commenters: ['sub-commenter'],
  readers: ['sub-reader'],
};

/** A post-mortem of the owner, shared with the editor. */
export async function sharedBy(
  amplify: ReturnType<typeof amplifyFor>,
  owner: string,
  title = 'Shared',
): Promise<string> {
  amplify.as(owner);
  const { data, errors } = await amplify.client.models.PostMortem.create({
    ...MINIMAL,
    title,
    editors: ['sub-editor'],
  });
  expect(errors).toBeUndefined();
  return data?.id ?? '';
}
