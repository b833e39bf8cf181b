import { bounced, type MailEvent, noteBounceIn } from '../../../lambda/bounces/bounced';
import { reviewsIn, type StoredReview } from '../../../lambda/humanReview/records';
import { memoryTable } from '../review/memoryTable';

const event = (
  detail: Omit<MailEvent['detail'], 'mail'>,
  tags: Record<string, string[]> = OURS,
): MailEvent => ({
  'detail-type': 'Email Bounced',
  detail: { mail: { messageId: 'm-1', tags }, ...detail },
});
const OURS = { review: ['review-1'], message: ['ask-ben'], 'ses:configuration-set': ['mail'] };
const BOUNCE = {
  bounceType: 'Permanent',
  timestamp: '2026-03-02T10:00:05.000Z',
  bouncedRecipients: [{ emailAddress: 'ben@example.com', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }],
};

async function noted(told: MailEvent) {
  const { dynamoDb } = memoryTable();
  const records = reviewsIn('reviews', dynamoDb);
  await records.create({
    id: 'review-1',
    submittedBy: { id: 'ann', name: 'ann' },
    sent: { 'ask-ben': { state: 'SENT', at: '', why: '', to: 'ben@example.com' } },
  } as unknown as StoredReview);
  await bounced(told, noteBounceIn('reviews', dynamoDb), () => new Date('2026-03-03T00:00:00.000Z'));
  return (await records.get('review-1'))?.sent;
}

test('a mail that bounced, was complained about or refused stands so beside its message, with why', async () => {
  expect((await noted(event({ bounce: BOUNCE })))?.['ask-ben']).toEqual({
    ...{ state: 'BOUNCED', at: '2026-03-02T10:00:05.000Z', to: 'ben@example.com' },
    why: 'Their mail server does not take it: smtp; 550 5.1.1 user unknown',
  });
  expect((await noted(event({ bounce: { bounceType: 'Transient' } })))?.['ask-ben']?.why).toMatch(/for now/);
  expect((await noted(event({ complaint: {} })))?.['ask-ben']?.why).toMatch(/unwanted/);
  expect((await noted(event({ reject: { reason: 'Bad content' } })))?.['ask-ben']?.why).toMatch(
    /Bad content/,
  );
});

test('what is told of other mail, of another review or of a message that never was changes nothing', async () => {
  const others: Record<string, string[]>[] = [
    {},
    { review: ['gone'], message: ['ask-ben'] },
    { review: ['review-1'], message: ['made-up'] },
  ];
  for (const tags of others) {
    expect(await noted(event({ bounce: BOUNCE }, tags))).toEqual({
      'ask-ben': expect.objectContaining({ state: 'SENT' }),
    });
  }
});
