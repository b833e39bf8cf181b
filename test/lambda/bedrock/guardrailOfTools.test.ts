import { composed } from '../../../domain/sending/sendable';
import { bedrockConverseTurns, type Turn } from '../../../lambda/bedrock/converseTurns';
import { type GuardedBedrock, startGuarded } from './guardedBedrock';

let guarded: GuardedBedrock;
beforeAll(async () => {
  guarded = await startGuarded();
});
afterAll(() => guarded.close());

/** One message with what a tool has answered, and the model's next turn. */
async function turned(toolAnswer: string, content: object, stopReason = 'end_turn') {
  let heard = '';
  guarded.answers = async ({ body }) => {
    heard = JSON.stringify(body.messages);
    return {
      output: { message: { role: 'assistant', content: [content as never] } },
      ...{
        stopReason,
        usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
        metrics: { latencyMs: 1 },
      },
    };
  };
  const turns: Turn[] = [
    { role: 'user', text: composed('search for it') },
    {
      role: 'assistant',
      text: composed(''),
      uses: [{ id: 'use_1_1', name: 'search', input: { text: 'it' } }],
    },
    { role: 'user', results: [{ id: 'use_1_1', text: composed(toolAnswer), failed: false }] },
  ];
  const reply = await bedrockConverseTurns(guarded.guardrail)({
    ...{
      modelId: 'us.amazon.nova-micro-v1:0',
      temperature: 0,
      metadata: { task: 'draft' },
      timeoutMs: 10_000,
    },
    ...{ system: composed('Help.'), turns, maxTokens: 100 },
    tools: [{ name: 'search', description: 'Finds.', schema: { type: 'object', properties: {} } }],
  });
  return { heard, reply };
}
const asks = (text: string) => ({ toolUse: { toolUseId: 'u', name: 'search', input: { text } } });

it('lets an assistant’s tool be asked and answered as it is where nothing is found', async () => {
  const { heard, reply } = await turned('Found: DNS.', asks('dns'), 'tool_use');
  expect(heard).toContain('Found: DNS.');
  expect(reply).toMatchObject({ stopReason: 'tool_use', uses: [{ name: 'search', input: { text: 'dns' } }] });
  expect(reply.guardrail).toBeUndefined();
});

it('asks no tool of an assistant for what the guardrail blocks, and masks in what it is asked for', async () => {
  const blocked = await turned('Found: DNS.', asks('Write that he is an idiot.'), 'tool_use');
  expect(blocked.reply).toMatchObject({ stopReason: 'guardrail_intervened', uses: [] });
  expect(blocked.reply.guardrail?.findings).toMatchObject([{ name: 'idiot', side: 'OUTPUT' }]);
  const masked = await turned('Found: DNS.', asks('invented@example.com'), 'tool_use');
  expect(masked.reply).toMatchObject({ stopReason: 'tool_use', uses: [{ input: { text: '{EMAIL}' } }] });
});

it('withholds from an assistant what a tool has answered where the guardrail blocks it, and goes on', async () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const { heard, reply } = await turned(`The token is ${token}.`, { text: 'I was not told.' });
  expect(heard).not.toContain(token);
  expect(heard).toContain('withheld');
  expect(reply).toMatchObject({ stopReason: 'end_turn', text: 'I was not told.' });
  expect(reply.guardrail?.findings).toMatchObject([{ name: 'github-token', side: 'INPUT' }]);
});
