import { atDesk } from './atDesk';

const submittedBy = async (who: string, { ask }: ReturnType<typeof atDesk>): Promise<string[]> => {
  const listed: { id: string }[] = await ask(who, 'reviewsSubmitted', {});
  return listed.map(({ id }) => id);
};

test('an editor sees the reviews they asked for, and nothing of them once the document is taken from them', async () => {
  const desk = atDesk();
  await desk.submit('edgar', { reviewers: ['ben'] });
  await desk.wait();
  expect(await submittedBy('edgar', desk)).toEqual(['review-1']);
  expect(await submittedBy('ann', desk)).toEqual([]);
  desk.document.editors = [];
  expect(await submittedBy('edgar', desk)).toEqual([]);
});
