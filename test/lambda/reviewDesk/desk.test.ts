import { fingerprintOf, type ReviewRequest } from '../../../domain/humanReview';
import { UnderReviewError } from '../../../lambda/reviewDesk/errors';
import { atDesk, NOW, POOL, refusal } from './atDesk';

describe('submitting', () => {
  it('records who submits, who decides and until when, and starts the workflow under the review’s id', async () => {
    const { submit, started } = atDesk();
    const review = await submit('ann', {
      reviewers: ['ben@example.com'],
      message: ' Is it right? ',
      theme: 'addams',
    });
    expect(review).toMatchObject({
      id: 'review-1',
      stage: 'SUBMITTED',
      message: 'Is it right?',
      submittedBy: { id: 'ann', name: 'ann@example.com' },
      reviewers: [{ id: 'ben', name: 'ben@example.com' }],
      remindAt: '2026-03-04T22:00:00.000Z',
      dueAt: '2026-03-07T10:00:00.000Z',
      deliveries: [],
    });
    expect(review).not.toHaveProperty('request');
    const [[name, payload]] = started as [[string, ReviewRequest]];
    expect([name, payload.theme, payload.reviewId]).toEqual(['review-1', 'addams', 'review-1']);
  });

  it('is for the owner and the editors; to all others there is no such post-mortem, and nobody is looked up', async () => {
    for (const who of ['ben', 'otto']) {
      const { submit, started, looked } = atDesk();
      await expect(submit(who, { reviewers: ['cleo'] })).rejects.toMatchObject(
        refusal('NoSuchReviewForYouError', /no such/),
      );
      expect([started, looked]).toEqual([[], []]);
    }
    const { submit } = atDesk();
    await expect(submit('edgar')).resolves.toMatchObject({ submittedBy: { id: 'edgar' } });
  });

  it('twice under one id is one review, and another one waits for its end', async () => {
    const { submit, records, started, ask } = atDesk();
    await submit('ann', { id: 'mine' });
    await submit('ann', { id: 'mine' });
    expect(new Set(started.map(([name]) => name))).toEqual(new Set(['mine']));
    await expect(submit('ann', { id: 'other' })).rejects.toMatchObject(
      refusal('UnderReviewError', /Cancel that review/),
    );
    await expect(submit('edgar', { id: 'mine' })).rejects.toMatchObject(
      refusal('InvalidReviewError', /another review/),
    );
    await ask('ann', 'cancelReview', { reviewId: 'mine' });
    expect((await records.get('mine'))?.decision?.outcome).toBe('CANCELLED');
    await expect(submit('ann', { id: 'other' })).resolves.toMatchObject({ id: 'other' });
  });

  it('two at the same instant are one', async () => {
    const { submit } = atDesk();
    const both = await Promise.allSettled([submit('ann', { id: 'one' }), submit('edgar', { id: 'two' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([1, 2, 3, 4])(
    'one that comes whole before another one’s call %d is the only one',
    async (which) => {
      const { submit, records, options } = atDesk();
      let call = 0;
      let second: Promise<unknown> | undefined;
      options.meanwhile = async () => {
        call += 1;
        if (call !== which || second) return;
        second = submit('edgar', { id: 'two' }).catch((error: unknown) => error);
        await second;
      };
      const [first] = await Promise.allSettled([submit('ann', { id: 'one' })]);
      const both = [await records.get('one'), await records.get('two')];
      expect(both.filter((review) => review && !review.endedAt)).toHaveLength(1);
      expect([first?.status, Boolean(both[0])]).toEqual(both[0] ? ['fulfilled', true] : ['rejected', false]);
      if (first?.status === 'rejected') expect(first.reason).toMatchObject({ name: 'UnderReviewError' });
      expect(
        (await second) === undefined || both[0] === undefined || (await second) instanceof UnderReviewError,
      ).toBe(true);
    },
  );

  it('is begun where one died between the place and its record, in a version before this', async () => {
    const { submit, put } = atDesk();
    await put({ id: 'open#pm-1', by: 'never-recorded' });
    await expect(submit('ann', { id: 'one' })).resolves.toMatchObject({ id: 'one' });
    await expect(submit('ann', { id: 'two' })).rejects.toMatchObject({ name: 'UnderReviewError' });
  });

  it('names people who have an account, whom the submitter may let in, and not themselves', async () => {
    const { submit } = atDesk();
    await expect(submit('ann', { reviewers: ['nobody@example.com'] })).rejects.toMatchObject(
      refusal('UnknownPersonError', /nobody@example.com/),
    );
    await expect(submit('ann', { reviewers: ['ann@example.com'] })).rejects.toMatchObject(
      refusal('InvalidReviewError', /Nobody reviews/),
    );
    await expect(submit('edgar', { reviewers: ['cleo'] })).rejects.toMatchObject(
      refusal('InvalidReviewError', /not shared with cleo/),
    );
    await expect(submit('edgar', { reviewers: ['ben'] })).resolves.toMatchObject({
      reviewers: [{ id: 'ben' }],
    });
  });

  it('is refused for what is published, for a private one without names, and for a text that is no longer shown', async () => {
    await expect(atDesk({ status: 'PUBLISHED' }).submit('ann')).rejects.toMatchObject(
      refusal('InvalidReviewError', /published already/),
    );
    await expect(atDesk({ isPrivate: true }).submit('ann')).rejects.toMatchObject(
      refusal('InvalidReviewError', /private/),
    );
    await expect(atDesk().submit('ann', { fingerprint: '00000000' })).rejects.toMatchObject(
      refusal('ChangedSinceReadError', /changed/),
    );
    const { submit, document } = atDesk();
    await expect(submit('ann', { fingerprint: fingerprintOf(document) })).resolves.toBeDefined();
  });

  it('that cannot be started says so, and can be done again', async () => {
    const { submit, options, records } = atDesk();
    options.failing = true;
    await expect(submit('ann', { id: 'a' })).rejects.toMatchObject(
      refusal('ReviewNotStartedError', /submit it again/),
    );
    expect(await records.get('a')).toMatchObject({ stage: 'ENDED' });
    options.failing = false;
    await expect(submit('ann', { id: 'b' })).resolves.toMatchObject({ id: 'b' });
  });
});

it('goes on though sending its submission a second time reaches nobody', async () => {
  const { submit, options, records } = atDesk();
  await submit('ann', { id: 'a' });
  options.failing = true;
  await expect(submit('ann', { id: 'a' })).rejects.toMatchObject(
    refusal('ReviewNotStartedError', /submit it again/),
  );
  expect(await records.get('a')).toMatchObject({ stage: 'SUBMITTED' });
  expect((await records.get('a'))?.endedAt).toBeUndefined();
  options.failing = false;
  // Its place would be free otherwise, and a second review be opened beside it.
  await expect(submit('ann', { id: 'b' })).rejects.toMatchObject({ name: 'UnderReviewError' });
});

describe('deciding', () => {
  it('is for the named people, and for nobody else, however much they may edit', async () => {
    const { submit, decide, wait, woken } = atDesk({ readers: ['cleo'] });
    await submit('ann', { reviewers: ['ben'] });
    await wait();
    for (const who of ['ann', 'edgar', 'cleo'])
      await expect(decide(who, 'APPROVED')).rejects.toMatchObject(
        refusal('NotYoursToDecideError', /Only ben@example.com/),
      );
    await expect(decide('otto', 'APPROVED')).rejects.toMatchObject(
      refusal('NoSuchReviewForYouError', /no such/),
    );
    expect(woken).toEqual([]);
    await expect(decide('ben', 'APPROVED', 'Clear.')).resolves.toMatchObject({
      decision: { outcome: 'APPROVED', by: { id: 'ben', name: 'ben@example.com' }, comment: 'Clear.' },
    });
    expect(woken).toEqual(['callback-1']);
  });

  it('is for any colleague of the same user pool but the author, where nobody is named', async () => {
    const { submit, decide, wait, ask, document } = atDesk();
    await submit('edgar');
    await wait();
    document.audience = [POOL];
    for (const who of ['ann', 'edgar'])
      await expect(decide(who, 'APPROVED')).rejects.toMatchObject(
        refusal('NotYoursToDecideError', /own post-mortem/),
      );
    await expect(
      ask('otto', 'decideReview', { reviewId: 'review-1', outcome: 'APPROVED' }, 'https://other'),
    ).rejects.toMatchObject(refusal('NoSuchReviewForYouError', /no such/));
    await expect(decide('otto', 'APPROVED')).resolves.toMatchObject({ decision: { by: { id: 'otto' } } });
  });

  it('the same twice is once, and another one is told who was first', async () => {
    const { submit, decide, wait } = atDesk();
    await submit('ann', { reviewers: ['ben', 'edgar'] });
    await wait();
    await decide('ben', 'DECLINED', 'Too thin.');
    await expect(decide('ben', 'DECLINED', 'Too thin.')).resolves.toMatchObject({
      decision: { outcome: 'DECLINED' },
    });
    await expect(decide('ben', 'APPROVED')).rejects.toMatchObject(
      refusal('AlreadyDecidedError', /declined, by ben@example.com/),
    );
    await expect(decide('edgar', 'APPROVED')).rejects.toMatchObject(
      refusal('AlreadyDecidedError', /Yours was not counted/),
    );
  });

  it('of two at the same instant one counts, whichever it is', async () => {
    const { submit, decide, wait, records } = atDesk();
    await submit('ann', { reviewers: ['ben', 'edgar'] });
    await wait();
    const both = await Promise.allSettled([decide('ben', 'APPROVED'), decide('edgar', 'DECLINED', 'No.')]);
    const counted = both.filter(({ status }) => status === 'fulfilled');
    expect(counted).toHaveLength(1);
    const [won] = counted as PromiseFulfilledResult<{ decision: object }>[];
    expect((await records.get('review-1'))?.decision).toEqual(won?.value.decision);
  });

  it('is refused after the time was over, after the text has changed, and without a word where one is due', async () => {
    const { submit, decide, wait, records, document } = atDesk();
    await submit('ann', { reviewers: ['ben'] });
    await wait();
    await expect(decide('ben', 'DECLINED')).rejects.toMatchObject(refusal('InvalidReviewError', /Say why/));
    await expect(decide('ben', 'FAMOUS')).rejects.toMatchObject(
      refusal('InvalidReviewError', /one of APPROVED/),
    );
    const read = fingerprintOf(document);
    document.summary = 'Changed meanwhile.';
    await expect(decide('ben', 'APPROVED', '', { fingerprint: read })).rejects.toMatchObject(
      refusal('ChangedSinceReadError', /changed since/),
    );
    await records.decide('review-1', {
      outcome: 'TIMED_OUT',
      by: null,
      at: NOW.toISOString(),
      comment: '',
      fingerprint: '',
    });
    await expect(decide('ben', 'APPROVED')).rejects.toMatchObject(
      refusal('AlreadyDecidedError', /nobody decided in time/),
    );
  });
});

describe('calling off and sending again', () => {
  it('is for the owner and whoever submitted, and not for who is asked', async () => {
    const { submit, ask, wait, woken } = atDesk();
    await submit('edgar', { reviewers: ['ben'] });
    await wait();
    await expect(ask('ben', 'cancelReview', { reviewId: 'review-1' })).rejects.toMatchObject(
      refusal('NotYoursToDecideError', /Only its owner/),
    );
    await expect(ask('otto', 'cancelReview', { reviewId: 'review-1' })).rejects.toMatchObject(
      refusal('NoSuchReviewForYouError', /no such/),
    );
    await expect(ask('ann', 'cancelReview', { reviewId: 'review-1' })).resolves.toMatchObject({
      decision: { outcome: 'CANCELLED' },
    });
    await ask('ann', 'cancelReview', { reviewId: 'review-1' });
    expect(woken).toContain('callback-1');
  });

  it('after an approval calls off the messages, once, and after the end nothing', async () => {
    const { submit, ask, wait, decide, records } = atDesk();
    await submit('ann', { reviewers: ['ben'] });
    await wait();
    await decide('ben', 'APPROVED');
    await expect(ask('ann', 'cancelReview', { reviewId: 'review-1' })).resolves.toMatchObject({
      calledOff: { by: { id: 'ann' } },
    });
    await records.tell('review-1', 9, { stage: 'ENDED', endedAt: NOW.toISOString() });
    await expect(ask('ann', 'cancelReview', { reviewId: 'review-1' })).rejects.toMatchObject(
      refusal('InvalidReviewError', /over already/),
    );
  });

  it('sends nothing again to somebody who may not read it any more, and says so', async () => {
    const { submit, ask, records, document, started } = atDesk();
    await submit('ann', { reviewers: ['ben'] });
    await records.tell('review-1', 1, {
      sent: { 'ask-ben': { state: 'FAILED', attempts: 1, channel: 'mail', to: 'ben@example.com' } },
    } as never);
    document.commenters = [];
    await expect(
      ask('ann', 'sendReviewMessageAgain', { reviewId: 'review-1', key: 'ask-ben' }),
    ).rejects.toMatchObject(refusal('InvalidReviewError', /may not read/));
    expect(started).toHaveLength(1);
  });

  it('names an execution by the attempt that it repeats, so that two clicks are one message', async () => {
    const { submit, ask, records, started } = atDesk();
    await submit('ann', { reviewers: ['ben'] });
    const again = () => ask('ann', 'sendReviewMessageAgain', { reviewId: 'review-1', key: 'ask-ben' });
    await expect(again()).rejects.toMatchObject(refusal('InvalidReviewError', /no such message/));
    const stored = await records.get('review-1');
    if (!stored) throw new Error('There is no record.');
    await records.tell('review-1', 1, {
      sent: { 'ask-ben': { state: 'FAILED', attempts: 1, channel: 'mail', to: 'ben@example.com' } },
    } as never);
    await again();
    await again();
    expect(new Set(started.slice(1).map(([name]) => name)).size).toBe(1);
    expect(started.at(-1)?.[1]).toEqual({
      repeat: { reviewId: 'review-1', key: 'ask-ben', attempt: 1 },
    });
  });
});
