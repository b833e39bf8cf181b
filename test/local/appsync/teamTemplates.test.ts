import { TEAM } from '../../../domain/teamTemplates';
import { type NevermoreApi, startNevermoreApi } from './nevermoreApi';

let api: NevermoreApi;
beforeAll(async () => {
  api = await startNevermoreApi();
}, 120_000);
afterAll(() => api?.close());

const CREATE = `mutation Save($input: CreateTeamTemplateInput!) { createTeamTemplate(input: $input) { name owner } }`;
const UPDATE = `mutation Change($input: UpdateTeamTemplateInput!) { updateTeamTemplate(input: $input) { name owner } }`;
const DELETE = `mutation Remove($input: DeleteTeamTemplateInput!) { deleteTeamTemplate(input: $input) { name } }`;
const LIST = `query All($team: String!) { listTeamTemplates(team: $team) { items { name suits sections owner } } }`;
const input = { team: TEAM, name: 'Payments', suits: 'The provider.', sections: ['impact'] };
const key = { team: TEAM, name: 'Payments' };

test('a template of the team is read by every colleague, changed and taken away by who saved it, and by nobody else', async () => {
  const { ask } = api.running;
  expect((await ask(api.owner, CREATE, { input })).data?.createTeamTemplate).toEqual({
    name: 'Payments',
    owner: 'sub-owner',
  });
  for (const who of [api.owner, api.editor, api.stranger]) {
    const { data } = await ask(who, LIST, { team: TEAM });
    expect(data?.listTeamTemplates.items).toEqual([
      { name: 'Payments', suits: 'The provider.', sections: ['impact'], owner: 'sub-owner' },
    ]);
  }
  // Not by making it again, nor in somebody else's name.
  for (const stolen of [input, { ...input, name: 'Other', owner: 'sub-owner' }]) {
    expect((await ask(api.stranger, CREATE, { input: stolen })).errors).toBeDefined();
  }
  const changed = { ...key, suits: 'Mine now.', owner: 'sub-stranger' };
  expect((await ask(api.stranger, UPDATE, { input: changed })).errors).toBeDefined();
  expect((await ask(api.stranger, DELETE, { input: key })).errors).toBeDefined();
  expect((await ask(api.owner, UPDATE, { input: { ...key, suits: 'Any.' } })).errors).toBeUndefined();
  expect((await ask(api.owner, DELETE, { input: key })).data?.deleteTeamTemplate).toEqual({
    name: 'Payments',
  });
  expect((await ask(api.stranger, LIST, { team: TEAM })).data?.listTeamTemplates.items).toEqual([]);
});

test('a template needs a name, and one that people can read', async () => {
  const { ask } = api.running;
  for (const [name, said] of [
    ['', /needs a name/],
    ['x'.repeat(81), /at most 80/],
  ] as const) {
    const { errors } = await ask(api.owner, CREATE, { input: { ...input, name } });
    expect(errors?.[0]?.message).toMatch(said);
  }
});
