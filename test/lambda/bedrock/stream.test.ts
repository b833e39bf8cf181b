import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sendable } from '../../../domain/sending/sendable';
import type { ConverseRequest } from '../../../lambda/bedrock/converse';
import { bedrockStream, type Streamed } from '../../../lambda/bedrock/stream';
import { type Bedrock, startBedrock } from '../../../local/bedrock';
import type { ConverseReply, Engine } from '../../../local/bedrock/converse';
import { BedrockError } from '../../../local/bedrock/errors';
import { llamaEngine } from '../../../local/nevermore/answering/engines/llama';
import { openAiEngine } from '../../../local/nevermore/answering/engines/openai';
import { paced } from '../../../local/nevermore/answering/paced';

const REQUEST: ConverseRequest = {
  modelId: 'us.amazon.nova-lite-v1:0',
  system: 'Be brief.' as Sendable,
  user: 'Why?' as Sendable,
  maxTokens: 100,
  temperature: 0,
  metadata: { task: 'ask' },
  timeoutMs: 20_000,
};
const whole = (text: string): ConverseReply => ({
  output: { message: { role: 'assistant', content: [{ text }] } },
  stopReason: 'end_turn',
  usage: { inputTokens: 3, outputTokens: 2, totalTokens: 5 },
  metrics: { latencyMs: 1 },
  trace: { promptRouter: { invokedModelId: 'a stand-in' } },
});

const before = { ...process.env };
let bedrock: Bedrock | undefined;
afterEach(async () => {
  await bedrock?.close();
  bedrock = undefined;
  process.env = { ...before };
});

async function streamOf(engine: Engine) {
  bedrock = await startBedrock({ port: 0, engine });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIALOCAL',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
  return bedrockStream()(REQUEST);
}
const engineWith = (stream: NonNullable<Engine['stream']>): Engine => ({
  ...{ name: 'stand-in', describe: () => 'a stand-in', stream },
  converse: async () => whole('All at once.'),
});
/** A stream that fails before it has something to tell. */
const failing = (error: Error): AsyncIterable<string> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }),
});
async function all(pieces: AsyncIterable<Streamed>) {
  const told: string[] = [];
  for await (const piece of pieces)
    told.push('text' in piece ? piece.text : `${piece.end.writtenBy}: ${piece.end.text}`);
  return told;
}

test('AWS’s client has each piece before the next one is written, and who wrote it all at the end', async () => {
  let heard = () => {};
  const first = new Promise<void>((done) => {
    heard = done;
  });
  const pieces = await streamOf(
    engineWith(async function* () {
      yield 'Because, ';
      await first;
      yield 'it says.';
      yield whole('Because, it says.');
    }),
  );
  const told: Streamed[] = [];
  for await (const piece of pieces) {
    told.push(piece);
    heard();
  }
  expect(told.slice(0, 2)).toEqual([{ text: 'Because, ' }, { text: 'it says.' }]);
  expect(told[2]).toMatchObject({
    end: { text: 'Because, it says.', writtenBy: 'a stand-in', stopReason: 'end_turn', inputTokens: 3 },
  });
});

test('whoever has heard enough ends the request, and the engine hears of it', async () => {
  let gone = () => {};
  const left = new Promise<void>((done) => {
    gone = done;
  });
  const pieces = await streamOf(
    engineWith(async function* (_, signal) {
      signal.addEventListener('abort', gone);
      yield 'Because. ';
      await left;
    }),
  );
  for await (const _ of pieces) break;
  await left;
});

test('what fails before the first piece is refused by its name, and what fails later breaks the stream with it', async () => {
  const busy = new BedrockError('ThrottlingException', 'Busy.');
  const early = await streamOf(engineWith(() => failing(busy)));
  await expect(all(early)).rejects.toMatchObject({ name: 'ThrottlingException' });
  await bedrock?.close();
  const late = await streamOf(
    engineWith(async function* () {
      yield 'Because';
      throw new BedrockError('ModelErrorException', 'It died.');
    }),
  );
  await expect(all(late)).rejects.toMatchObject({ name: 'ModelStreamErrorException', message: 'It died.' });
});

test('a model on this computer tells its pieces as it writes them', async () => {
  const model = { name: 'tiny', file: 'tiny.gguf' };
  const engine = llamaEngine(
    {
      engine: 'llama',
      engineFolder: '',
      models: { micro: model, lite: model, pro: model },
      secondsForAnAnswer: 9,
      onQueue: () => {},
    } as never,
    {
      generate: async (_, __, onPiece) => {
        for (const piece of ['Be', 'cause.']) {
          onPiece?.(piece);
          await new Promise(setImmediate);
        }
        return { text: 'Because.', inputTokens: 1, outputTokens: 2, stopped: 'end' };
      },
      close: () => {},
    },
  );
  expect(await all(await streamOf(paced(engine, { lite: 1 })))).toEqual([
    'Be',
    'cause.',
    'llama.cpp: tiny: Because.',
  ]);
});

test.each([
  [
    'events',
    'text/event-stream',
    'data: {"choices":[{"delta":{"content":"Be"}}]}\n\ndata: {"choices":[{"delta":{"content":"cause."},"finish_reason":"stop"}]}\n\ndata: {"choices":[],"usage":{"prompt_tokens":4}}\n\ndata: [DONE]\n\n',
    ['Be', 'cause.'],
  ],
  [
    'one piece although events were asked for',
    'application/json',
    '{"choices":[{"message":{"content":"Because."},"finish_reason":"stop"}]}',
    ['Because.'],
  ],
])('an OpenAI-compatible server that answers in %s is told on', async (_, type, body, pieces) => {
  const asked: object[] = [];
  const server = createServer(async (request, response) => {
    let raw = '';
    for await (const chunk of request) raw += chunk;
    asked.push(JSON.parse(raw));
    if (asked.length === 1) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end('{"error":{"message":"unknown field stream_options"}}');
      return;
    }
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const models = { micro: 'm', lite: 'l', pro: 'p' };
  const told = await all(await streamOf(openAiEngine({ engine: 'openai', url, models } as never)));
  expect(told).toEqual([...pieces, 'openai-compatible: l: Because.']);
  expect(asked).toEqual([
    expect.objectContaining({ stream: true, stream_options: { include_usage: true } }),
    expect.not.objectContaining({ stream_options: expect.anything() }),
  ]);
  await new Promise((closed) => server.close(closed));
});
