import type { Schema } from '../../../amplify/data/schema';
import { MARKS_OF_RUNS, RUNS_GOING_ON } from '../../../src/data/amplify/documents';
import { collect } from './amplifyUser';
import { CREATE_RUN, DRAFT, RUN, UPDATE_RUN } from './enhancementRun';
import { amplifyFor, type NevermoreApi, sharedBy, startNevermoreApi } from './nevermoreApi';

type EnhancementRow = Schema['Enhancement']['type'];

let api: NevermoreApi;
let running: NevermoreApi['running'];
let owner: NevermoreApi['owner'];
let editor: NevermoreApi['editor'];
let stranger: NevermoreApi['stranger'];
let amplify: ReturnType<typeof amplifyFor>;
let invocations: NevermoreApi['invocations'];
let functionNamed: NevermoreApi['functionNamed'];

beforeAll(async () => {
  api = await startNevermoreApi();
  ({ running, owner, editor, stranger, invocations, functionNamed } = api);
  amplify = amplifyFor(api);
}, 120_000);
afterAll(() => api?.close());

const shared = (title?: string) => sharedBy(amplify, owner, title);

const RUNS_OF = `query($postMortemId: ID!) { runsOfPostMortem(postMortemId: $postMortemId) { id owner source } }`;

describe('who sees the runs on a post-mortem', () => {
  test('owner and editors see all of them, whoever started which, the latest first; nobody else sees any', async () => {
    const postMortemId = await shared();
    const record = async (id: string, owner_: string, startedAt: string) =>
      running.askAs(functionNamed('start'), CREATE_RUN, {
        input: { ...RUN, id, postMortemId, owner: owner_, startedAt },
      });
    await record('run-of-owner', 'sub-owner', '2026-01-01T00:00:00.000Z');
    await record('run-of-editor', 'sub-editor', '2026-01-02T00:00:00.000Z');
    const all = [
      { id: 'run-of-editor', owner: 'sub-editor', source: RUN.source },
      { id: 'run-of-owner', owner: 'sub-owner', source: RUN.source },
    ];
    for (const [token, seen] of [
      [owner, all],
      [editor, all],
      [stranger, []],
    ] as const) {
      const { data, errors } = await running.ask(token, RUNS_OF, { postMortemId });
      expect(errors).toBeUndefined();
      expect(data.runsOfPostMortem).toEqual(seen);
    }
    amplify.as(owner);
    await amplify.client.models.PostMortem.update({ id: postMortemId, editors: [] });
    const { data } = await running.ask(editor, RUNS_OF, { postMortemId });
    expect(data.runsOfPostMortem).toEqual([]);
  });

  test('how far they are is answered without their texts, by the document the page sends', async () => {
    const postMortemId = await shared();
    const created = await running.askAs(functionNamed('start'), CREATE_RUN, {
      input: { ...RUN, postMortemId },
    });
    const { id } = created.data.createEnhancement as { id: string };
    const { data, errors } = await running.ask(editor, MARKS_OF_RUNS, { postMortemId });
    expect({ data, errors }).toEqual({
      data: { runsOfPostMortem: [{ id, progress: RUN.progress }] },
      errors: undefined,
    });
  });

  test('of those that go on, everybody is told their own, on every post-mortem, and those that began in time', async () => {
    const record = (id: string, more: object) =>
      running.askAs(functionNamed('start'), CREATE_RUN, {
        input: { ...RUN, postMortemId: 'goes-on', id, ...more },
      });
    const at = (minute: number) => ({ startedAt: `2026-02-01T12:0${minute}:00.000Z` });
    await record('goes-on-too-old', { owner: 'sub-owner', ...at(0) });
    await record('goes-on-first', { owner: 'sub-owner', postMortemId: 'another', ...at(2) });
    await record('goes-on-foreign', { owner: 'sub-somebody', ...at(3) });
    await record('goes-on-over', { owner: 'sub-owner', status: 'SUCCEEDED', ...at(3) });
    await record('goes-on-mine', { owner: 'sub-owner', ...at(4) });
    await record('goes-on-later', { owner: 'sub-owner', ...at(5) });
    const { data, errors } = await running.ask(owner, RUNS_GOING_ON, {
      from: at(1).startedAt,
      to: at(4).startedAt,
    });
    expect(errors).toBeUndefined();
    expect(data.enhancementsByStatus).toEqual({
      items: [{ id: 'goes-on-first' }, { id: 'goes-on-mine' }],
      nextToken: null,
    });
  });

  test('a post-mortem that is not there answers as a foreign one does', async () => {
    const { data, errors } = await running.ask(owner, RUNS_OF, { postMortemId: 'nobody-has-this' });
    expect({ data, errors }).toEqual({ data: { runsOfPostMortem: [] }, errors: undefined });
  });
});

describe('enhancements', () => {
  test('only functions write them; their owner reads, lists and deletes them, nobody else', async () => {
    const written = await running.askAs(functionNamed('start'), CREATE_RUN, { input: RUN });
    expect(written.errors).toBeUndefined();
    const { id } = written.data.createEnhancement as { id: string };
    const progress = { id, stage: 'DRAFTING', progress: 2 };
    expect(
      (await running.askAs(functionNamed('enhance'), UPDATE_RUN, { input: progress })).data.updateEnhancement,
    ).toMatchObject({ stage: 'DRAFTING', progress: 2, source: RUN.source });

    for (const token of [owner, editor, stranger]) {
      expect((await running.ask(token, CREATE_RUN, { input: RUN })).errors?.[0]?.errorType).toBe(
        'Unauthorized',
      );
      expect((await running.ask(token, UPDATE_RUN, { input: progress })).errors?.[0]?.errorType).toBe(
        'Unauthorized',
      );
    }
    const { Enhancement } = amplify.client.models;
    amplify.as(stranger);
    expect((await Enhancement.get({ id })).data).toBeNull();
    expect((await Enhancement.delete({ id })).data).toBeNull();
    expect((await Enhancement.list()).data).toEqual([]);
    expect((await Enhancement.enhancementsByPostMortem({ postMortemId: 'pm-1' })).data).toEqual([]);
    amplify.as(owner);
    expect((await Enhancement.get({ id })).data).toMatchObject({ id, source: RUN.source });
    expect(
      (await Enhancement.enhancementsByPostMortem({ postMortemId: 'pm-1' })).data.map((one) => one.id),
    ).toEqual([id]);
    expect((await Enhancement.delete({ id })).data?.id).toBe(id);
  });

  test('the durable function may publish progress and nothing else', async () => {
    const enhance = functionNamed('enhance');
    expect((await running.askAs(enhance, CREATE_RUN, { input: RUN })).errors?.[0]).toMatchObject({
      errorType: 'Unauthorized',
      message: 'Not Authorized to access createEnhancement on type Mutation',
    });
    const list = '{ listPostMortems { items { id } } }';
    expect((await running.askAs(enhance, list)).errors?.[0]?.errorType).toBe('Unauthorized');
  });

  test('progress reaches the owner stage by stage, and nobody else', async () => {
    const { Enhancement } = amplify.client.models;
    const start = functionNamed('start');
    amplify.as(owner);
    const created = await collect<EnhancementRow>(Enhancement.onCreate());
    const updated = await collect<EnhancementRow>(Enhancement.onUpdate());
    const deleted = await collect<EnhancementRow>(Enhancement.onDelete());
    amplify.as(stranger);
    const unseen = await collect<EnhancementRow>(Enhancement.onUpdate());

    const run = await running.askAs(start, CREATE_RUN, { input: RUN });
    const { id } = run.data.createEnhancement as { id: string };
    const publish = (input: object) => running.askAs(functionNamed('enhance'), UPDATE_RUN, { input });
    await publish({ id, stage: 'DRAFTING', progress: 2, drafts: [DRAFT] });
    await publish({ id, stage: 'FINISHED', progress: 3, status: 'SUCCEEDED' });
    expect((await created.atLeast(1))[0]).toMatchObject({ id, stage: 'QUEUED' });
    const stages = await updated.atLeast(2);
    expect(stages.map(({ stage }) => stage)).toEqual(['DRAFTING', 'FINISHED']);
    expect(stages[0]?.drafts?.[0]).toMatchObject({ text: 'Draft', costUsd: 0.1 });

    const other = await running.askAs(start, CREATE_RUN, { input: { ...RUN, owner: 'sub-stranger' } });
    const { id: otherId } = other.data.createEnhancement as { id: string };
    await publish({ id: otherId, stage: 'JUDGING', progress: 2 });
    expect((await unseen.atLeast(1)).map((one) => one.id)).toEqual([otherId]);
    expect(updated.received).toHaveLength(2);

    amplify.as(owner);
    await Enhancement.delete({ id });
    expect((await deleted.atLeast(1))[0]?.id).toBe(id);
  });

  test('startEnhancement hands the proxy the arguments and the caller, and needs a signed-in one', async () => {
    amplify.as(editor);
    const args = { postMortemId: 'pm-1', section: 'description', theme: 'addams', text: 'T "x"' };
    const { data, errors } = await amplify.client.mutations.startEnhancement(args);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ id: 'run-1', stage: 'QUEUED' });
    const { arn, payload } = invocations.at(-1) ?? {};
    expect(arn).toContain(functionNamed('start'));
    expect(payload).toMatchObject({
      typeName: 'Mutation',
      fieldName: 'startEnhancement',
      arguments: args,
      identity: { sub: 'sub-editor', username: 'sub-editor', claims: { token_use: 'access' } },
    });
    const key = await running.post({ 'x-api-key': 'da2-guess' }, '{"query":"{ __typename }"}');
    expect(key.status).toBe(401);
  });
});

test('the local AppSync itself never failed', () => {
  expect(running.failures).toEqual([]);
});
