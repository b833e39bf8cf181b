import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmbedder, readEmbeddingSettings } from '../../../../../local/nevermore/answering';

let answer: { status?: number; body: unknown } = { body: {} };
const received: Array<{ url: string | undefined; headers: IncomingHttpHeaders; body: unknown }> = [];
const server = createServer(async (request, response) => {
  let raw = '';
  for await (const chunk of request) raw += chunk;
  received.push({ url: request.url, headers: request.headers, body: JSON.parse(raw) });
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
  response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  received.length = 0;
});

const embedder = (address = url) =>
  createEmbedder({ embedder: 'openai', url: address, apiKey: 'key', model: 'nomic-embed-text' });
const embed = (changed: object = {}, address?: string) =>
  embedder(address).embed(
    { modelId: 'titan', text: 'quoth', dimensions: 256, normalize: true, ...changed },
    AbortSignal.timeout(10_000),
  );
const vector = (length: number, value = 2) => ({ data: [{ embedding: Array(length).fill(value) }] });

test('a model server embeds, asked for the index’s dimensions, and its vector is brought to length 1', async () => {
  answer = { body: { ...vector(256), usage: { prompt_tokens: 3 } } };
  const { vector: made, inputTokens } = await embed();
  expect(received).toEqual([
    expect.objectContaining({
      url: '/v1/embeddings',
      headers: expect.objectContaining({ authorization: 'Bearer key' }),
      body: { model: 'nomic-embed-text', input: 'quoth', dimensions: 256 },
    }),
  ]);
  expect([...made]).toEqual(Array(256).fill(1 / 16));
  expect(inputTokens).toBe(3);
  expect((await embed({ normalize: false })).vector[0]).toBe(2);
  expect(embedder().name).toBe('openai-compatible: nomic-embed-text');
});

test.each([
  [768, /makes vectors of 768 dimensions, and the index has 256.*NEVERMORE_EMBEDDING_MODEL/],
  [1024, /makes vectors of 1024 dimensions, and the index has 256.*NEVERMORE_EMBEDDING_DIMENSIONS=1024/],
])(
  'a model that makes vectors of %d dimensions is refused, with what to set',
  async (dimensions, message) => {
    answer = { body: vector(dimensions) };
    await expect(embed()).rejects.toMatchObject({
      errorType: 'ValidationException',
      message: expect.stringMatching(message),
    });
  },
);

test.each([
  [
    { status: 401, body: { error: { message: 'bad key' } } },
    'AccessDeniedException',
    /NEVERMORE_OPENAI_KEY.*bad key/,
  ],
  [
    { status: 404, body: { error: 'no such model' } },
    'ResourceNotFoundException',
    /NEVERMORE_EMBEDDING_MODEL/,
  ],
  [{ status: 429, body: '' }, 'ThrottlingException', /busy/],
  [{ status: 503, body: 'loading' }, 'ServiceUnavailableException', /HTTP 503.*loading/],
  [
    { status: 400, body: { error: { message: 'too long' } } },
    'ValidationException',
    /refused the text.*too long/,
  ],
  [{ body: '<html>' }, 'ModelErrorException', /did not answer with JSON: <html>/],
  [{ body: 'null' }, 'ModelErrorException', /did not answer with JSON/],
  [{ body: { error: { message: 'out of memory' } } }, 'ModelErrorException', /out of memory/],
  [{ body: {} }, 'ModelErrorException', /holds no vector/],
  [{ body: { data: [{ embedding: 'AAAA' }] } }, 'ModelErrorException', /holds no vector/],
  [{ body: { data: [{ embedding: [null] }] } }, 'ModelErrorException', /holds no vector/],
  [{ body: vector(256, 0) }, 'ModelErrorException', /zeros only/],
])('%j is told as %s', async (given, errorType, message) => {
  answer = given;
  await expect(embed()).rejects.toMatchObject({ errorType, message: expect.stringMatching(message) });
});

test('a server that is not there is told of by its address', async () => {
  await expect(embed({}, 'http://127.0.0.1:9/v1')).rejects.toMatchObject({
    errorType: 'ServiceUnavailableException',
    message: expect.stringMatching(/127\.0\.0\.1:9.*NEVERMORE_OPENAI_URL/),
  });
});

test('who embeds is the offline embedder, whoever drafts, unless a model for it is named or Bedrock answers', () => {
  const server = { NEVERMORE_OPENAI_URL: 'http://localhost:11434/v1/', NEVERMORE_MODEL: 'llama3.2' };
  expect(readEmbeddingSettings({})).toEqual({ embedder: 'offline' });
  expect(readEmbeddingSettings(server)).toEqual({ embedder: 'offline' });
  expect(readEmbeddingSettings({ ...server, NEVERMORE_EMBEDDING_MODEL: 'bge-m3' })).toEqual({
    embedder: 'openai',
    url: 'http://localhost:11434/v1',
    model: 'bge-m3',
  });
  expect(() => readEmbeddingSettings({ NEVERMORE_EMBEDDING_MODEL: 'bge-m3' })).toThrow(
    /NEVERMORE_OPENAI_URL/,
  );
  expect(readEmbeddingSettings({ NEVERMORE_BEDROCK: 'aws', AWS_REGION: 'eu-west-1' })).toEqual({
    embedder: 'aws',
    region: 'eu-west-1',
  });
});
