import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { VERDICT_TOOL } from '../../../../lambda/prompts/judge';
import { type Bedrock, type BedrockCall, startBedrock } from '../../../../local/bedrock';
import { createEngine } from '../../../../local/nevermore/answering';
import { bedrockClient, draftRequest, judgeRequest } from '../../bedrock/client';

interface ChatRequest {
  model: string;
  messages: Array<{ role: string; content: string }>;
  [setting: string]: unknown;
}

/** What the fake server does with the next requests, in turn. */
let answers: Array<{ status?: number; body: unknown } | 'never'> = [];
const received: Array<{ url: string | undefined; headers: IncomingHttpHeaders; body: ChatRequest }> = [];
let onGone = () => {};

const server = createServer(async (request, response) => {
  let raw = '';
  for await (const chunk of request) raw += chunk;
  if (request.method === 'GET') {
    response.end(JSON.stringify({ data: [{ id: 'small:1b' }, { id: 'other:7b' }] }));
    return;
  }
  received.push({ url: request.url, headers: request.headers, body: JSON.parse(raw) });
  const answer = answers.shift() ?? { body: {} };
  if (answer === 'never') {
    response.on('close', () => onGone());
    return;
  }
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
  response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
});

let url: string;
let bedrock: Bedrock;
const calls: BedrockCall[] = [];
const models = { micro: 'small:3b', lite: 'medium:8b', pro: 'large:70b' };

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  bedrock = await startBedrock({
    port: 0,
    engine: createEngine({ engine: 'openai', url, apiKey: 'key', models }),
    onCall: (call) => calls.push(call),
  });
});
afterAll(async () => {
  await bedrock.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  answers = [];
  received.length = 0;
  calls.length = 0;
});

const completion = (message: object, finish_reason: string | null = 'stop') => ({
  body: { choices: [{ message, finish_reason }], usage: { prompt_tokens: 11, completion_tokens: 7 } },
});
const send = (input: ReturnType<typeof draftRequest>) =>
  bedrockClient(bedrock.endpoint).send(new ConverseCommand(input));

describe('a model server that speaks OpenAI’s protocol', () => {
  it('gets the prompt under the model of the role, and its answer comes back with who wrote it', async () => {
    answers = [completion({ content: 'A draft.' })];
    const reply = await send(draftRequest());
    expect(received[0]).toMatchObject({
      url: '/v1/chat/completions',
      headers: { authorization: 'Bearer key' },
      body: {
        model: 'small:3b',
        temperature: expect.closeTo(0.3),
        max_tokens: 900,
        messages: [
          { role: 'system', content: expect.stringContaining('site reliability engineer') },
          { role: 'user', content: expect.stringContaining('<<<SOURCE') },
        ],
      },
    });
    expect(received[0]?.body).not.toHaveProperty('tools');
    expect(reply.output?.message?.content).toEqual([{ text: 'A draft.' }]);
    expect(reply.usage).toEqual({ inputTokens: 11, outputTokens: 7, totalTokens: 18 });
    expect(reply.trace?.promptRouter?.invokedModelId).toBe('openai-compatible: small:3b');
    expect(calls).toMatchObject([
      { engine: 'openai', body: { requestMetadata: { task: 'draft' } }, ok: true },
    ]);
  });

  it('is forced to the tool, and its arguments come back as the tool’s input', async () => {
    const verdict = { best: 1, reasoning: 'Because.', scores: [] };
    answers = [
      completion(
        {
          content: null,
          tool_calls: [
            { id: 'call_1', function: { name: VERDICT_TOOL, arguments: JSON.stringify(verdict) } },
          ],
        },
        'tool_calls',
      ),
    ];
    const reply = await send(judgeRequest(['one', 'two']));
    expect(received[0]?.body).toMatchObject({
      model: 'large:70b',
      tool_choice: { type: 'function', function: { name: VERDICT_TOOL } },
      tools: [{ type: 'function', function: { name: VERDICT_TOOL, parameters: { type: 'object' } } }],
    });
    expect(reply.stopReason).toBe('tool_use');
    expect(reply.output?.message?.content?.[0]?.toolUse).toMatchObject({
      toolUseId: 'call_1',
      input: verdict,
    });
  });

  it('is asked again in the words it knows when it cannot force a named tool', async () => {
    answers = [
      {
        status: 400,
        body: { error: "Invalid tool_choice type: 'object'. Supported string values: none, auto, required" },
      },
      completion({ tool_calls: [{ function: { name: VERDICT_TOOL, arguments: { best: 2 } } }] }, 'stop'),
    ];
    const reply = await send(judgeRequest(['one', 'two']));
    expect(received[1]?.body.tool_choice).toBe('required');
    expect(reply.stopReason).toBe('tool_use');
    expect(reply.output?.message?.content?.[0]?.toolUse?.input).toEqual({ best: 2 });
  });

  it('may answer in text although a tool was forced', async () => {
    answers = [completion({ content: '{"best": 1}' })];
    const reply = await send(judgeRequest(['one', 'two']));
    expect(reply.output?.message?.content).toEqual([{ text: '{"best": 1}' }]);
    expect(reply.stopReason).toBe('end_turn');
  });

  it('that garbles the tool’s arguments is reported as Bedrock does', async () => {
    answers = [
      completion(
        { tool_calls: [{ function: { name: VERDICT_TOOL, arguments: '{"best": ' } }] },
        'tool_calls',
      ),
    ];
    const reply = await send(judgeRequest(['one', 'two']));
    expect(reply.stopReason).toBe('malformed_tool_use');
    expect(reply.output?.message?.content).toEqual([{ text: '{"best": ' }]);
  });

  it.each([
    ['stop', 'end_turn'],
    ['length', 'max_tokens'],
    ['content_filter', 'content_filtered'],
    [null, 'end_turn'],
  ])('stops for reasons that Bedrock knows: %s', async (finish, stopReason) => {
    answers = [completion({ content: 'x' }, finish)];
    await expect(send(draftRequest())).resolves.toMatchObject({ stopReason });
  });

  it.each([
    ['<think>\nLet me see.\n</think>\n\nA draft.', 'A draft.'],
    ['Let me see.\n</think>\nA draft.', 'A draft.'],
    ['A draft about <think> tags.', 'A draft about <think> tags.'],
  ])('thinks in front of its answer, which is not part of it: %j', async (content, text) => {
    answers = [completion({ content })];
    const reply = await send(draftRequest());
    expect(reply.output?.message?.content).toEqual([{ text }]);
  });

  it('that only thought until its limit is told so, with what to do', async () => {
    answers = [completion({ content: '<think>Let me' }, 'length')];
    await expect(send(draftRequest())).rejects.toMatchObject({
      name: 'ModelErrorException',
      message: expect.stringMatching(/small:3b.*thinking.*more tokens/),
    });
  });

  it.each([
    [401, 'AccessDeniedException', 'NEVERMORE_OPENAI_KEY'],
    [403, 'AccessDeniedException', 'NEVERMORE_OPENAI_KEY'],
    [404, 'ResourceNotFoundException', 'no model "small:3b"'],
    [429, 'ThrottlingException', 'busy'],
    [400, 'ValidationException', 'context is too long'],
    [500, 'ServiceUnavailableException', 'context is too long'],
    [503, 'ServiceUnavailableException', 'HTTP 503'],
  ])('has its error %i told as %s', async (status, name, says) => {
    answers = [{ status, body: { error: { message: 'context is too long' } } }];
    await expect(send(draftRequest())).rejects.toMatchObject({
      name,
      message: expect.stringContaining(says),
    });
    expect(calls).toMatchObject([{ ok: false }]);
  });

  it.each([
    ['<html>proxy</html>', 'did not answer with JSON'],
    [{ choices: [] }, 'holds no message'],
    [null, 'holds no message'],
    [{ choices: [{ message: { content: 'x' }, finish_reason: 'bored' }] }, '"bored"'],
  ])('that answers nonsense fails by name: %j', async (body, says) => {
    answers = [{ body }];
    await expect(send(draftRequest())).rejects.toMatchObject({
      name: 'ModelErrorException',
      message: expect.stringContaining(says),
    });
  });

  it('that is not there is named, with what to do', async () => {
    const nobody = await startBedrock({
      port: 0,
      engine: createEngine({ engine: 'openai', url: 'http://127.0.0.1:9/v1', models }),
    });
    await expect(
      bedrockClient(nobody.endpoint).send(new ConverseCommand(draftRequest())),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableException',
      message: expect.stringMatching(/http:\/\/127\.0\.0\.1:9\/v1 does not answer.*NEVERMORE_OPENAI_URL/),
    });
    await nobody.close();
  });

  it('stops working when the caller has gone', async () => {
    answers = ['never'];
    const gone = new Promise<void>((resolve) => {
      onGone = resolve;
    });
    const leaving = new AbortController();
    const asking = bedrockClient(bedrock.endpoint).send(new ConverseCommand(draftRequest()), {
      abortSignal: leaving.signal,
    });
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    leaving.abort();
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    await gone;
  });

  it('is described in the banner', () => {
    expect(bedrock.describe()).toBe(`small:3b, medium:8b, large:70b at ${url} (OpenAI-compatible)`);
  });
});
