import { atDesk, POOL } from './atDesk';

test('who is asked sees what waits for them, and whoever nobody asked does not', async () => {
  const desk = atDesk();
  await desk.submit('ann', { reviewers: ['ben'] });
  await desk.wait();
  expect(await desk.listed('ben', 'reviewsToDecide')).toEqual(['review-1']);
  expect(await desk.listed('ann', 'reviewsToDecide')).toEqual([]);
  expect(await desk.listed('edgar', 'reviewsToDecide')).toEqual([]);
});

test('what somebody may no longer read is neither listed nor counted as theirs to decide', async () => {
  const desk = atDesk();
  await desk.submit('ann', { reviewers: ['ben'] });
  await desk.wait();
  desk.document.commenters = [];
  expect(await desk.listed('ben', 'reviewsToDecide')).toEqual([]);
});

test('what every colleague may decide is told to those who may read it, and not to its owner as it now is', async () => {
  const desk = atDesk();
  await desk.submit('ann');
  await desk.wait();
  expect(await desk.listed('otto', 'reviewsToDecide')).toEqual([]);
  desk.document.audience = [POOL];
  expect(await desk.listed('otto', 'reviewsToDecide')).toEqual(['review-1']);
  desk.document.owner = 'otto';
  expect(await desk.listed('otto', 'reviewsToDecide')).toEqual([]);
});

test('what lies in the bin is nobody’s to decide', async () => {
  const desk = atDesk();
  await desk.submit('ann', { reviewers: ['ben'] });
  await desk.wait();
  desk.document.owner = 'bin:ann';
  expect(await desk.listed('ben', 'reviewsToDecide')).toEqual([]);
});
