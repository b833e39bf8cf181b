import { MOST_MESSAGES, MOST_USD } from '../../../domain/conversation/budget';
import type { AssistantRequest, Conversation, Exchange } from '../../../domain/conversation/conversation';
import { desk } from '../../../lambda/conversationDesk/desk';
import type { ConversationRecords } from '../../../lambda/conversations/records';

const ME = { sub: 'me', issuer: 'https://pool' };
const EVE = { sub: 'eve', issuer: 'https://pool' };

/** The desk over records in memory, and what was started. */
function atDesk(options: { startFails?: boolean } = {}) {
  const conversations = new Map<string, Conversation>();
  const messages = new Map<string, Exchange>();
  const started: { name: string; payload: AssistantRequest }[] = [];
  let clock = 0;
  const records: ConversationRecords = {
    conversation: async (id) => conversations.get(id),
    begin: async (one) => (conversations.has(one.id) ? undefined : conversations.set(one.id, one) && one),
    touch: async () => {},
    message: async (id) => messages.get(id),
    messages: async (id) => [...messages.values()].filter((one) => one.conversationId === id),
    say: async (one) => (messages.has(one.id) ? undefined : messages.set(one.id, one) && one),
    change: async (id, fields, condition) => {
      const one = messages.get(id) as Exchange;
      const { status, and = [] } = condition as {
        status?: { eq: string };
        and?: { settled: { contains?: string; notContains?: string } }[];
      };
      if (status && one.status !== status.eq) return undefined;
      for (const { settled: is } of and) {
        if (is.contains !== undefined && !one.settled.includes(is.contains)) return undefined;
        if (is.notContains !== undefined && one.settled.includes(is.notContains)) return undefined;
      }
      messages.set(id, { ...one, ...fields });
      return messages.get(id);
    },
  };
  const answer = desk({
    now: () => new Date(Date.UTC(2026, 10, 29, 10, 0, clock++)),
    start: async (name, payload) => {
      if (options.startFails) throw new Error('Lambda is not there.');
      started.push({ name, payload });
    },
    records,
  });
  const ask = (fieldName: string, input: Record<string, unknown>, identity: typeof ME | null = ME) =>
    answer({ fieldName, arguments: input, identity });
  const say = (messageId: string, more: Record<string, unknown> = {}, who: typeof ME | null = ME) =>
    ask('sayToAssistant', { conversationId: 'c', messageId, text: 'hello', ...more }, who);
  const over = (id: string, more: Partial<Exchange> = {}) =>
    messages.set(id, { ...(messages.get(id) as Exchange), status: 'ANSWERED', ...more });
  return { ask, say, over, messages, started, records };
}

test('a message is recorded as the caller’s, whatever the arguments say, and its execution is told who asked', async () => {
  const { say, started, messages } = atDesk();
  const forged = {
    owner: 'eve',
    caller: EVE,
    sub: 'eve',
    issuer: 'x',
    status: 'ANSWERED',
    spent: { tokens: -9 },
  };
  await say('m', forged);
  expect(messages.get('m')).toMatchObject({ owner: 'me', status: 'RUNNING', words: 'hello' });
  expect(started).toEqual([
    {
      name: 'm',
      payload: {
        ...{ messageId: 'm', conversationId: 'c', caller: ME, words: 'hello', postMortemId: null },
        startedAt: '2026-11-29T10:00:00.000Z',
        spent: { tokens: 0, costUsd: 0 },
      },
    },
  ]);
});

test('a message that is sent twice is said once, under the same execution, and nobody else takes its id or joins', async () => {
  const { say, started, over, ask } = atDesk();
  await say('m');
  await say('m');
  expect(started.map(({ payload }) => JSON.stringify(payload))).toEqual([
    JSON.stringify(started[0]?.payload),
    JSON.stringify(started[0]?.payload),
  ]);
  await expect(say('m', { text: 'other' })).rejects.toThrow(/Another message has that id/);
  await expect(say('m2')).rejects.toThrow(/still being answered/);
  over('m');
  await say('m');
  expect(started).toHaveLength(2);
  for (const field of ['stopAssistant', 'settleProposal'])
    await expect(ask(field, { messageId: 'm', key: '1-1' }, EVE)).rejects.toThrow(
      /no such conversation of yours/,
    );
  await expect(say('m3', {}, EVE)).rejects.toThrow(/no such conversation of yours/);
  await expect(say('m', { conversationId: 'eves' }, EVE)).rejects.toThrow(/Another message has that id/);
  await expect(say('m4', {}, null)).rejects.toThrow(/no such conversation/);
});

test('a conversation ends at its budgets, with what to do', async () => {
  const { say, over, started } = atDesk();
  await say('dear');
  over('dear', { costUsd: MOST_USD });
  await expect(say('next')).rejects.toThrow(/has cost \$0\.10.*Begin a new one/);
  const other = atDesk();
  for (let n = 0; n < MOST_MESSAGES; n += 1) {
    await other.say(`m${n}`);
    other.over(`m${n}`, { inputTokens: 10 });
  }
  await expect(other.say('more')).rejects.toThrow(/40 messages/);
  expect([started.length, other.started.at(-1)?.payload.spent.tokens]).toEqual([1, (MOST_MESSAGES - 1) * 10]);
});

test.each([
  [{ text: '  ' }, /message is empty/],
  [{ text: 'x'.repeat(5_000_000) }, /5000000 characters; at most 8000/],
  [{ messageId: 'a b' }, /"messageId" has 1 to 64/],
  [{ conversationId: '' }, /"conversationId" has 1 to 64/],
  [{ postMortemId: '../x' }, /"postMortemId"/],
])('what cannot be said is refused in words: %#', async (more, said) => {
  const { say, started } = atDesk();
  await expect(say('m', more)).rejects.toThrow(said);
  expect(started).toEqual([]);
});

test('what could not be started is said, and does not block the conversation', async () => {
  const { say, messages } = atDesk({ startFails: true });
  await expect(say('m')).rejects.toThrow(/could not be started/);
  expect(messages.get('m')).toMatchObject({
    status: 'FAILED',
    message: expect.stringMatching(/could not be started/),
  });
});

test('a proposal is settled once known, and can be taken back', async () => {
  const { say, over, ask } = atDesk();
  await say('m');
  over('m', { proposals: [{ key: '1-1' } as Exchange['proposals'][number]] });
  const settle = async (isTaken: boolean | null, key = '1-1') =>
    (await ask('settleProposal', { messageId: 'm', key, isTaken })).settled;
  expect([await settle(true), await settle(false), await settle(null)]).toEqual([['+1-1'], ['-1-1'], []]);
  await expect(settle(true, '9-9')).rejects.toThrow(/no such proposal/);
});

test('of proposals that are settled by clicks at the same moment none is lost', async () => {
  const { say, over, ask, messages } = atDesk();
  await say('m');
  const keys = ['1-1', '1-2', '2-1', '2-2'];
  over('m', { proposals: keys.map((key) => ({ key }) as Exchange['proposals'][number]) });
  await Promise.all(
    keys.map((key, at) => ask('settleProposal', { messageId: 'm', key, isTaken: at % 2 === 0 })),
  );
  expect(messages.get('m')?.settled.toSorted()).toEqual(['+1-1', '+2-1', '-1-2', '-2-2']);
  // Another word on the same one, and one that is taken back, beside each other.
  await Promise.all([
    ask('settleProposal', { messageId: 'm', key: '1-1', isTaken: false }),
    ask('settleProposal', { messageId: 'm', key: '2-2' }),
  ]);
  expect(messages.get('m')?.settled.toSorted()).toEqual(['+2-1', '-1-1', '-1-2']);
});

test('a click that others overtake each time is told to be made again', async () => {
  const { say, over, ask, records } = atDesk();
  await say('m');
  over('m', { proposals: [{ key: '1-1' } as Exchange['proposals'][number]] });
  records.change = async () => undefined;
  await expect(ask('settleProposal', { messageId: 'm', key: '1-1', isTaken: true })).rejects.toThrow(
    /Click again/,
  );
});
