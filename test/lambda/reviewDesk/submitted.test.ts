import { atDesk } from './atDesk';

test('an editor sees the reviews they asked for, and nothing of them once the document is taken from them', async () => {
  const desk = atDesk();
  await desk.submit('edgar', { reviewers: ['ben'] });
  await desk.wait();
  expect(await desk.listed('edgar', 'reviewsSubmitted')).toEqual(['review-1']);
  expect(await desk.listed('ann', 'reviewsSubmitted')).toEqual([]);
  desk.document.editors = [];
  expect(await desk.listed('edgar', 'reviewsSubmitted')).toEqual([]);
});
