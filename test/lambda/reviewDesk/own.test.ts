import { forgetErased } from '../../../lambda/humanReview/erased';
import { NoSuchReviewError } from '../../../lambda/humanReview/records';
import { atDesk, POOL } from './atDesk';

/** What anybody could still find of somebody in a record. */
const tracesOf = (record: unknown, person: string) =>
  JSON.stringify(record).match(new RegExp(`"${person}"|\\b${person}@example\\.com`, 'g')) ?? [];

const own = async (desk: ReturnType<typeof atDesk>, who: string, issuer = POOL) => {
  const page = await desk.ask(who, 'myReviews', {}, issuer);
  return { ...page, items: page.items.map((text: string) => JSON.parse(text)) };
};
const erase = (desk: ReturnType<typeof atDesk>, who: string, issuer = POOL) =>
  desk.ask(who, 'eraseMeFromReview', { reviewId: 'review-1' }, issuer);

/** Submitted by an editor, who asks Ben and Cleo; Ben has decided. */
async function decided() {
  const desk = atDesk({ commenters: ['ben', 'cleo'] });
  await desk.submit('edgar', {
    reviewers: ['ben@example.com', 'cleo@example.com'],
    message: 'Is the cause right?',
  });
  await desk.wait();
  await desk.records.tell('review-1', 1, {
    steps: [
      {
        name: 'record-submission',
        at: '2026-03-02T10:00:00Z',
        detail: 'To ben@example.com, cleo@example.com; not joben@example.com.',
      },
    ],
  });
  await desk.decide('ben', 'DECLINED', 'It blames somebody.');
  return desk;
}

test('everybody who had a part in a review finds it among their own, and nobody else does', async () => {
  const desk = await decided();
  for (const person of ['edgar', 'ben', 'cleo'])
    expect((await own(desk, person)).items).toMatchObject([{ id: 'review-1' }]);
  for (const person of ['ann', 'otto'])
    expect(await own(desk, person)).toEqual({ items: [], nextToken: null });
  expect((await own(desk, 'ben', 'https://other-pool')).items).toEqual([]);
});

test('what only the functions know of a review is in no answer', async () => {
  const { items } = await own(await decided(), 'ben');
  expect(Object.keys(items[0])).not.toEqual(expect.arrayContaining(['callbackId']));
  expect(JSON.stringify(items)).not.toContain('callback-1');
  expect(items[0].request).toBeUndefined();
});

test('who decided is taken out with their words and their address; the outcome stays, and all others', async () => {
  const desk = await decided();
  await desk.records.tell('review-1', 2, { stage: 'ENDED', endedAt: '2026-03-03T10:00:00Z' });
  const before = await desk.records.get('review-1');
  expect(tracesOf(before, 'ben').length).toBeGreaterThan(3);
  expect(await erase(desk, 'ben')).toBe('review-1');
  const after = await desk.records.get('review-1');
  expect(tracesOf(after, 'ben')).toEqual([]);
  expect(after?.decision).toMatchObject({ outcome: 'DECLINED', by: { id: 'erased', name: '' }, comment: '' });
  expect(after?.message).toBe('Is the cause right?');
  for (const other of ['edgar', 'cleo']) expect(tracesOf(after, other)).toEqual(tracesOf(before, other));
  // An address that only ends like theirs is somebody else's.
  expect(after?.steps[0]?.detail).toBe('To erased, cleo@example.com; not joben@example.com.');
  expect((await own(desk, 'ben')).items).toEqual([]);
});

test('who submitted it is taken out with what they wrote, and no list of theirs has it any more', async () => {
  const desk = await decided();
  await desk.records.tell('review-1', 2, { stage: 'ENDED', endedAt: '2026-03-03T10:00:00Z' });
  await erase(desk, 'edgar');
  const after = await desk.records.get('review-1');
  expect(tracesOf(after, 'edgar')).toEqual([]);
  expect(after).toMatchObject({ message: '', submittedBy: { id: 'erased', name: '' } });
  expect(after?.decision?.comment).toBe('It blames somebody.');
});

test('a review that still waits is called off before its author leaves it', async () => {
  const desk = atDesk();
  await desk.submit('edgar', { message: 'Please read' });
  await desk.wait();
  await erase(desk, 'edgar');
  const after = await desk.records.get('review-1');
  expect(after?.decision).toMatchObject({ outcome: 'CANCELLED', by: { id: 'erased' } });
  expect(desk.woken).toEqual(['callback-1']);
  // What it was started with: without it, a start that got lost could not be repeated.
  expect(after?.request.submittedBy.id).toBe('edgar');
});

test.each([
  ['lies in the bin', { owner: 'bin:ann', editors: [], commenters: [] }],
  ['is shared with its author no longer', { editors: [] }],
  ['is gone', { id: 'pm-of-before' }],
])('a review that still waits is called off and left also where its document %s', async (_, become) => {
  const desk = atDesk();
  await desk.submit('edgar', { message: 'Please read' });
  await desk.wait();
  Object.assign(desk.document, become);
  expect(await erase(desk, 'edgar')).toBe('review-1');
  const after = await desk.records.get('review-1');
  expect(after).toMatchObject({ decision: { outcome: 'CANCELLED', by: { id: 'erased' } }, message: '' });
  expect(desk.woken).toEqual(['callback-1']);
});

test('a review that somebody decides, or that is deleted, while its author leaves it stops nobody', async () => {
  for (const meanwhile of ['decided', 'deleted']) {
    const desk = atDesk();
    await desk.submit('edgar', { reviewers: ['ben@example.com'] });
    await desk.wait();
    const { decide } = desk.records;
    desk.records.decide = async (id, decision) => {
      desk.records.decide = decide;
      if (meanwhile === 'decided') await desk.decide('ben', 'APPROVED');
      else {
        desk.records.get = async () => undefined;
        throw new NoSuchReviewError(id);
      }
      return decide(id, decision);
    };
    expect(await erase(desk, 'edgar')).toBe('review-1');
    if (meanwhile === 'decided')
      expect(await desk.records.get('review-1')).toMatchObject({
        decision: { outcome: 'APPROVED', by: { id: 'ben' } },
        submittedBy: { id: 'erased' },
      });
  }
});

test('nobody takes somebody else out, and what is not there or not theirs stays as it is', async () => {
  const desk = await decided();
  const before = await desk.records.get('review-1');
  await erase(desk, 'otto');
  await erase(desk, 'ben', 'https://other-pool');
  expect(await desk.ask('ben', 'eraseMeFromReview', { reviewId: 'no-such-review' })).toBe('no-such-review');
  expect(await desk.records.get('review-1')).toEqual(before);
});

test('what the workflow writes at the same moment is not overwritten', async () => {
  const desk = await decided();
  const get = desk.records.get;
  let looks = 0;
  desk.records.get = async (id) => {
    const found = await get(id);
    looks += 1;
    if (looks === 1) await desk.records.tell(id, 2, { steps: [], note: 'Back to draft.' });
    return found;
  };
  await erase(desk, 'ben');
  // Twice to take them out, and once whether it has ended meanwhile.
  expect(looks).toBe(3);
  expect(await get('review-1')).toMatchObject({
    steps: [],
    note: 'Back to draft.',
    decision: { comment: '' },
  });
});

test('nothing is left of somebody who takes themselves out at the moment in which the review ends', async () => {
  const desk = await decided();
  const { change } = desk.records;
  desk.records.change = async (before, after) => {
    desk.records.change = change;
    // As the workflow ends: it looks for those who were erased, and they stand in the record still.
    await desk.records.tell('review-1', 2, { stage: 'ENDED', endedAt: '2026-03-03T10:00:00Z' });
    await forgetErased(desk.records, 'review-1');
    return change(before, after);
  };
  await erase(desk, 'ben');
  expect(tracesOf(await desk.records.get('review-1'), 'ben')).toEqual([]);
});

test('nothing is left of somebody where others write at each moment in which a review that ended forgets them', async () => {
  const desk = await decided();
  await erase(desk, 'ben');
  await desk.records.tell('review-1', 2, { stage: 'ENDED', endedAt: '2026-03-03T10:00:00Z' });
  const { get, change } = desk.records;
  const never = forgetErased({ get, change: async () => false }, 'review-1');
  await expect(never).rejects.toMatchObject({ name: 'ErasureUnfinishedError', reviewId: 'review-1' });
  let tries = 0;
  const busy = async (...both: Parameters<typeof change>) => ++tries > 2 && change(...both);
  await forgetErased({ get, change: busy }, 'review-1');
  expect(tracesOf(await get('review-1'), 'ben')).toEqual([]);
});
