import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { VERDICT_TOOL } from '../../../../lambda/prompts/judge';
import { type Bedrock, startBedrock } from '../../../../local/bedrock';
import { createEngine } from '../../../../local/nevermore/answering';
import { bedrockClient, draftRequest, judgeRequest } from '../../bedrock/client';

/**
 * Shapes that model servers really send, each from a public report: llama.cpp without --jinja (500), Ollama
 * (400 "does not support tools"), vLLM and TGI (422), oobabooga/textgen 7257 (error within 200), ollama 15288
 * (reasoning only), onyx 10090 (two thinking blocks), proxies that stream or answer in parts.
 */
interface Sent {
  messages: Array<{ content: string }>;
  tools?: unknown;
  response_format?: { type: string };
}
let answers: Array<{ status?: number; body: unknown }> = [];
const received: Sent[] = [];
const server = createServer(async (request, response) => {
  let raw = '';
  for await (const chunk of request) raw += chunk;
  if (request.method === 'GET') {
    response.end(JSON.stringify({ data: [{ id: 'qwen:7b' }] }));
    return;
  }
  received.push(JSON.parse(raw));
  const { status = 200, body } = answers.shift() ?? { status: 500, body: 'nothing scripted' };
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
});

const DRAFT = 'At 10:00 the database failed for 5 minutes.';
const VERDICT = { unsupported_claims: [], scores: [{ draft: 1 }], best: 1, reasoning: 'It is shorter.' };
let bedrock: Bedrock;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(async () => {
  answers = [];
  received.length = 0;
  // A new endpoint each time: it remembers which way of asking a model knows.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const models = { micro: 'm', lite: 'm', pro: 'm' };
  bedrock = await startBedrock({ port: 0, engine: createEngine({ engine: 'openai', url, models }) });
});
afterEach(() => bedrock.close());

const send = (input: ReturnType<typeof draftRequest>) =>
  bedrockClient(bedrock.endpoint).send(new ConverseCommand(input));
const message = (content: unknown, finish_reason: unknown = 'stop', more: object = {}) => ({
  body: { choices: [{ message: { role: 'assistant', content, ...more }, finish_reason }] },
});
const textOf = async () => {
  const reply = await send(draftRequest());
  return [reply.output?.message?.content?.[0]?.text, reply.stopReason];
};

describe('a draft is read out of', () => {
  it.each<[string, unknown]>([
    ['two blocks of thinking', `<think>a</think>\n\n<think>b</think>\n\n${DRAFT}`],
    ['two blocks in Nova’s words', `<thinking>x</thinking>\n\n<thinking>y</thinking>\n${DRAFT}`],
    ['thinking whose opening tag was swallowed', `I keep the facts.\n</think>\n${DRAFT}`],
    [
      'channels of gpt-oss',
      `<|channel|>analysis<|message|>We write.<|end|><|start|>assistant<|channel|>final<|message|>${DRAFT}`,
    ],
    ['marks of a chat template', `<|im_start|>assistant\n${DRAFT}<|im_end|>`],
    ['Magistral’s brackets', `[THINK]so[/THINK]${DRAFT}`],
    [
      'parts',
      [
        { type: 'reasoning', text: 'hm' },
        { type: 'text', text: DRAFT },
      ],
    ],
    ['parts that are bare texts', ['At 10:00 the database failed ', 'for 5 minutes.']],
  ])('%s', async (_shape, content) => {
    answers = [message(content)];
    expect(await textOf()).toEqual([DRAFT, 'end_turn']);
  });

  it.each(['', 'load', 'STOP', 'eos', 'done', null])('an answer that stopped for %j', async (reason) => {
    answers = [message(DRAFT, reason)];
    expect(await textOf()).toEqual([DRAFT, 'end_turn']);
  });

  it.each(['MAX_TOKENS', 'max_tokens', 'length', 'model_length'])(
    'an answer cut off with %j',
    async (reason) => {
      answers = [message(DRAFT, reason)];
      expect(await textOf()).toEqual([DRAFT, 'max_tokens']);
    },
  );

  it('a stream although none was asked for', async () => {
    const events = [...DRAFT].map((content) => ({ choices: [{ delta: { content }, finish_reason: null }] }));
    const last = {
      choices: [{ delta: {}, finish_reason: 'stop' }],
      usage: { prompt_tokens: 3, completion_tokens: 9 },
    };
    answers = [
      {
        body: `${[...events, last].map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')}data: [DONE]\n`,
      },
    ];
    expect(await textOf()).toEqual([DRAFT, 'end_turn']);
  });

  it('JSON behind a byte order mark, without any usage', async () => {
    answers = [{ body: `\uFEFF${JSON.stringify(message(DRAFT).body)}` }];
    expect(await textOf()).toEqual([DRAFT, 'end_turn']);
  });
});

describe('what cannot be read says why, and what to do', () => {
  it.each<[string, { status?: number; body: unknown }, RegExp]>([
    [
      'an error within 200',
      { body: { error: { message: 'the request exceeds the available context size' } } },
      /Load the model with a longer context.*available context size/,
    ],
    [
      'an error that is a text',
      { body: { error: 'out of memory' } },
      /answered with an error: out of memory/,
    ],
    [
      'reasoning and nothing else',
      message('', 'length', { reasoning: 'The user asks' }),
      /thinking.*Switch its thinking off/,
    ],
    ['reasoning_content and nothing else', message(null, 'stop', { reasoning_content: 'Hm.' }), /thinking/],
    [
      'a context that overflows, HTTP 400',
      { status: 400, body: { error: { message: "This model's maximum context length is 4096 tokens" } } },
      /does not fit into the context of "m"/,
    ],
    [
      'a model that is not there',
      { status: 404, body: { error: { message: 'model "m" not found' } } },
      /has no model "m".*qwen:7b/,
    ],
  ])('%s', async (_shape, answer, says) => {
    answers = [answer];
    await expect(send(draftRequest())).rejects.toMatchObject({ message: expect.stringMatching(says) });
  });
});

describe('a server that knows no tools', () => {
  it.each<[string, number, string]>([
    ['Ollama', 400, 'registry.ollama.ai/library/m does not support tools'],
    ['llama.cpp without --jinja', 500, 'tools param requires --jinja flag'],
    ['vLLM', 400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'],
    ['text-generation-inference', 422, 'Tool error: unknown field `tools`'],
    ['a small server', 501, 'Not implemented'],
  ])('is asked for JSON of the schema, and at once the next time: %s', async (_server, status, error) => {
    answers = [
      { status, body: { error: { message: error } } },
      message(JSON.stringify(VERDICT)),
      message(JSON.stringify(VERDICT)),
    ];
    const reply = await send(judgeRequest(['one', 'two']));
    expect(reply.stopReason).toBe('tool_use');
    expect(reply.output?.message?.content?.[0]?.toolUse).toMatchObject({
      name: VERDICT_TOOL,
      input: VERDICT,
    });
    expect(received[1]).toMatchObject({ response_format: { type: 'json_schema' } });
    expect(received[1]).not.toHaveProperty('tools');
    expect(received[1]?.messages.at(-1)?.content).toContain('"unsupported_claims"');
    await send(judgeRequest(['one', 'two']));
    expect(received).toHaveLength(3);
    expect(received[2]).not.toHaveProperty('tools');
  });

  it('and no schemas either is asked in words, and found among them', async () => {
    answers = [
      { status: 400, body: { error: 'm does not support tools' } },
      { status: 400, body: { error: 'response_format json_schema is not supported' } },
      { status: 422, body: { error: 'unsupported response_format' } },
      message(`Braces {like these} first.\n\`\`\`json\n${JSON.stringify(VERDICT)}\n\`\`\``),
    ];
    const reply = await send(judgeRequest(['one', 'two']));
    expect(reply.output?.message?.content?.[0]?.toolUse?.input).toEqual(VERDICT);
    expect(received.map(({ response_format }) => response_format?.type)).toEqual([
      undefined,
      'json_schema',
      'json_object',
      undefined,
    ]);
  });

  it('is not asked again when something else is wrong', async () => {
    answers = [{ status: 400, body: { error: { message: 'temperature must be below 2' } } }];
    await expect(send(judgeRequest(['one', 'two']))).rejects.toMatchObject({ name: 'ValidationException' });
    expect(received).toHaveLength(1);
  });
});
