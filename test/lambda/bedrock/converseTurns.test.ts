import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hide } from '../../../domain/sending';
import type { Sendable } from '../../../domain/sending/sendable';
import { bedrockConverseTurns, type Turn } from '../../../lambda/bedrock/converseTurns';
import { personSays, toolSays } from '../../../lambda/prompts/assistant';
import { type Bedrock, startBedrock } from '../../../local/bedrock';
import { createEngine } from '../../../local/nevermore/answering';

const received: { messages: Record<string, unknown>[]; tools: unknown[]; tool_choice: unknown }[] = [];
let answer: object = {};
const server = createServer(async (request, response) => {
  let raw = '';
  for await (const chunk of request) raw += chunk;
  received.push(JSON.parse(raw));
  response.end(JSON.stringify({ choices: [answer], usage: { prompt_tokens: 9, completion_tokens: 3 } }));
});
let bedrock: Bedrock | undefined;
const known = { ...process.env };

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
afterEach(async () => {
  await bedrock?.close();
  process.env = { ...known };
});

const sendable = (text: string) => hide([text], []).texts[0] as Sendable;
const TOOLS = [{ name: 'search', description: 'Finds.', schema: { type: 'object', properties: {} } }];
const TURNS: Turn[] = [
  { role: 'user', text: personSays(sendable('search for dns'), null) },
  {
    role: 'assistant',
    text: sendable(''),
    uses: [{ id: 'use_1_1', name: 'search', input: { text: 'dns' } }],
  },
  {
    role: 'user',
    results: [{ id: 'use_1_1', text: toolSays(sendable('Found: DNS expired.'), 'm-1'), failed: false }],
  },
];

async function asked(engine: Parameters<typeof createEngine>[0], turns: readonly Turn[]) {
  bedrock = await startBedrock({ port: 0, engine: createEngine(engine) });
  Object.assign(process.env, {
    ...{ AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint, AWS_REGION: 'us-east-1' },
    ...{ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' },
  });
  return bedrockConverseTurns()({
    ...{ modelId: 'us.amazon.nova-lite-v1:0', system: sendable('Help.'), turns, tools: TOOLS },
    ...{ maxTokens: 100, temperature: 0, metadata: { task: 'assistant' }, timeoutMs: 10_000 },
  });
}
const openai = () => ({
  engine: 'openai' as const,
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
  models: { micro: 'm', lite: 'm', pro: 'm' },
});

test('an OpenAI-compatible server gets several turns, tools of its own choice, and what they answered, and asks for more of them', async () => {
  const call = (id: string, text: string) => ({
    id,
    function: { name: 'search', arguments: JSON.stringify({ text }) },
  });
  answer = {
    message: { content: 'Looking.', tool_calls: [call('a', 'dns'), call('b', 'expiry')] },
    finish_reason: 'tool_calls',
  };
  const reply = await asked(openai(), TURNS);
  expect(received.at(-1)).toMatchObject({
    tool_choice: 'auto',
    tools: [{ type: 'function', function: { name: 'search' } }],
    messages: [
      { role: 'system', content: 'Help.' },
      { role: 'user', content: 'search for dns' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'use_1_1', type: 'function', function: { name: 'search', arguments: '{"text":"dns"}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'use_1_1', content: expect.stringContaining('Found: DNS expired.') },
    ],
  });
  expect(reply).toMatchObject({
    ...{ text: 'Looking.', stopReason: 'tool_use', writtenBy: 'openai-compatible: m', inputTokens: 9 },
    uses: [
      { id: 'a', name: 'search', input: { text: 'dns' } },
      { id: 'b', name: 'search', input: { text: 'expiry' } },
    ],
  });
});

test('the offline assistant asks for the tool of a plain request, and then says what it answered, word for word', async () => {
  const first = await asked({ engine: 'offline' }, TURNS.slice(0, 1));
  expect(first).toMatchObject({ text: '', uses: [{ name: 'search', input: { text: 'dns' } }] });
  await bedrock?.close();
  const last = await asked({ engine: 'offline' }, TURNS);
  expect(last).toMatchObject({
    ...{ text: 'Found: DNS expired.', uses: [], stopReason: 'end_turn' },
    writtenBy: 'offline assistant (rules, no model)',
  });
});

test('a block that is neither text nor a tool’s is refused by its name', async () => {
  bedrock = await startBedrock({ port: 0, engine: createEngine({ engine: 'offline' }) });
  const post = async (content: object) => {
    const response = await fetch(`${bedrock?.endpoint}/model/us.amazon.nova-lite-v1%3A0/converse`, {
      method: 'POST',
      body: JSON.stringify({ messages: [{ role: 'user', content: [content] }] }),
    });
    return ((await response.json()) as { message: string }).message;
  };
  expect(await post({ image: {} })).toMatch(/holds "image"/);
  // A model asks tools, and nobody in its place.
  expect(await post({ toolUse: { toolUseId: 'a', name: 'search', input: {} } })).toMatch(/holds "toolUse"/);
  expect(await post({ toolResult: { content: [] } })).toMatch(/no "toolUseId"/);
});
