import { atDesk, POOL } from './atDesk';

/** What waits for somebody, by its ids: the page shows it, and the count beside the menu is its length. */
async function waitsFor(who: string, { ask }: ReturnType<typeof atDesk>): Promise<string[]> {
  const listed: { id: string }[] = await ask(who, 'reviewsToDecide', {});
  return listed.map(({ id }) => id);
}

test('who is asked sees what waits for them, and whoever nobody asked does not', async () => {
  const desk = atDesk();
  await desk.submit('ann', { reviewers: ['ben'] });
  await desk.wait();
  expect(await waitsFor('ben', desk)).toEqual(['review-1']);
  expect(await waitsFor('ann', desk)).toEqual([]);
  expect(await waitsFor('edgar', desk)).toEqual([]);
});

test('what somebody may no longer read is neither listed nor counted as theirs to decide', async () => {
  const desk = atDesk();
  await desk.submit('ann', { reviewers: ['ben'] });
  await desk.wait();
  desk.document.commenters = [];
  expect(await waitsFor('ben', desk)).toEqual([]);
});

test('what every colleague may decide is told to those who may read it, and not to its owner as it now is', async () => {
  const desk = atDesk();
  await desk.submit('ann');
  await desk.wait();
  expect(await waitsFor('otto', desk)).toEqual([]);
  desk.document.audience = [POOL];
  expect(await waitsFor('otto', desk)).toEqual(['review-1']);
  desk.document.owner = 'otto';
  expect(await waitsFor('otto', desk)).toEqual([]);
});

test('what lies in the bin is nobody’s to decide', async () => {
  const desk = atDesk();
  await desk.submit('ann', { reviewers: ['ben'] });
  await desk.wait();
  desk.document.owner = 'bin:ann';
  expect(await waitsFor('ben', desk)).toEqual([]);
});
