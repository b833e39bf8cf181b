import { openActionsOf } from '../../../../domain/actions/openActions';
import { emptyContent } from '../../../../src/data/content';
import { RefusedError, RevisionConflictError } from '../../../../src/data/errors';
import { tick } from '../../../../src/features/actions/tick';
import { FakePostMortems } from '../../fakes/fakePostMortems';

const action = (text: string) => ({ text, owner: '', dueDate: '', done: false });

async function written(...texts: string[]) {
  const postMortems = new FakePostMortems('me');
  const content = { ...emptyContent(), title: 'Down', actionItems: texts.map(action) };
  await postMortems.create('one', content, []);
  const shown = openActionsOf([await postMortems.get('one')], 'me', '2026-03-01', 'UTC');
  const done = async () => (await postMortems.get('one')).actionItems.map((item) => item.done);
  return { postMortems, shown, done };
}

test('ticks the row in its document, and takes it back', async () => {
  const { postMortems, shown, done } = await written('first', 'second');
  const [, second] = shown;
  if (!second) throw new Error('two are open');
  await tick(postMortems, second, true);
  expect(await done()).toEqual([false, true]);
  await tick(postMortems, second, false);
  expect(await done()).toEqual([false, false]);
});

test('finds the row when a colleague has put another one above it, and when one saves in between', async () => {
  const { postMortems, shown, done } = await written('first');
  const [first] = shown;
  if (!first) throw new Error('one is open');
  await postMortems.update('one', 1, { actionItems: [action('new'), action('first')] });
  postMortems.failures = [null, new RevisionConflictError('one', 2)];
  await tick(postMortems, first, true);
  expect(await done()).toEqual([false, true]);
});

test('a row that a colleague has changed is not ticked unseen', async () => {
  const { postMortems, shown, done } = await written('first');
  const [first] = shown;
  if (!first) throw new Error('one is open');
  await postMortems.update('one', 1, { actionItems: [action('first, but not on Fridays')] });
  await expect(tick(postMortems, first, true)).rejects.toThrow(RefusedError);
  expect(await done()).toEqual([false]);
});
