import type { AssistantRequest, Exchange } from '../../../domain/conversation/conversation';
import { tellThrough } from '../../../lambda/assistant/telling';

const REQUEST = {
  ...{
    messageId: 'm',
    conversationId: 'c',
    words: 'x',
    postMortemId: null,
    startedAt: '2026-11-29T10:00:00.000Z',
  },
  caller: { sub: 'me', issuer: 'https://pool' },
  spent: { tokens: 0, costUsd: 0 },
} satisfies AssistantRequest;

const toldTo = async (written: boolean, there: Partial<Exchange> | undefined) => {
  const change = jest.fn(async () => (written ? ({} as Exchange) : undefined));
  const tell = tellThrough({ change, message: async () => there as Exchange | undefined }, () => new Date(0));
  return { told: await tell(REQUEST, 2, { status: 'ANSWERED', answer: 'y' }), change };
};

test('a publication goes into the very record that was asked in, while it goes on and knows less, and nowhere else', async () => {
  const { told, change } = await toldTo(true, undefined);
  expect(told).toEqual({ isStopped: false });
  expect(change).toHaveBeenCalledWith(
    'm',
    { status: 'ANSWERED', answer: 'y', progress: 2, finishedAt: '1970-01-01T00:00:00.000Z' },
    {
      ...{ progress: { lt: 2 }, status: { eq: 'RUNNING' }, owner: { eq: 'me' } },
      startedAt: { eq: REQUEST.startedAt },
    },
  );
});

test.each([
  ['was stopped', { status: 'STOPPED', startedAt: REQUEST.startedAt }, true],
  ['was deleted', undefined, true],
  ['was deleted and made again', { status: 'RUNNING', startedAt: 'later' }, true],
  ['has told as much before, and died after it', { status: 'RUNNING', startedAt: REQUEST.startedAt }, false],
] as const)('a message that %s is gone on with only where that makes sense', async (_, there, isStopped) => {
  expect((await toldTo(false, there as Partial<Exchange> | undefined)).told).toEqual({ isStopped });
});
