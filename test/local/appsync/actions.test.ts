import { ACTIONS_OWNED, ACTIONS_PUBLISHED } from '../../../src/data/amplify/actionDocuments';
import { amplifyFor, MINIMAL, type NevermoreApi, startNevermoreApi } from './nevermoreApi';

let api: NevermoreApi;
beforeAll(async () => {
  api = await startNevermoreApi();
}, 120_000);
afterAll(() => api?.close());

test('the indexes of actions tell nobody of a document that he may not read', async () => {
  const { owner, stranger, running } = api;
  const amplify = amplifyFor(api);
  amplify.as(owner);
  const actionItems = [{ text: 'Set lock_timeout.', owner: '', dueDate: '', done: false }];
  const { data } = await amplify.client.models.PostMortem.create({ ...MINIMAL, actionItems });
  const id = data?.id ?? '';
  const seenBy = async (token: string) => {
    const owned = await running.ask(token, ACTIONS_OWNED, { owner: 'sub-owner' });
    const published = await running.ask(token, ACTIONS_PUBLISHED, {});
    return [owned.data?.actionsByOwner?.items ?? [], published.data?.actionsByStatus?.items ?? []];
  };
  const told = expect.objectContaining({
    id,
    actionItems: [expect.objectContaining({ text: 'Set lock_timeout.' })],
  });
  expect(await seenBy(owner)).toEqual([[told], []]);
  expect(await seenBy(stranger)).toEqual([[], []]);

  const publish = `mutation($id: ID!) { setStatus(postMortemId: $id, revision: 1, status: PUBLISHED) { id } }`;
  expect((await running.ask(owner, publish, { id })).errors).toBeUndefined();
  expect(await seenBy(stranger)).toEqual([[told], [told]]);
});
