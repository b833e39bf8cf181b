import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bedrockEmbed, UnsuitableVectorError } from '../../../lambda/bedrock/embed';

let server: Server;
let answer: (inputText: string) => { status?: number; body: object };
const asked: { url: string | undefined; inputText: string; dimensions: number }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (some) => {
      text += some;
    });
    request.on('end', () => {
      const body = JSON.parse(text);
      asked.push({ url: request.url, ...body });
      const { status = 200, body: told } = answer(body.inputText);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' });
});
afterAll(() => server.close());
beforeEach(() => asked.splice(0));

const titan = (inputText: string) => ({ body: { embedding: [inputText.length, 0], inputTextTokenCount: 1 } });

it('asks Titan by its plain id, a text a call, and answers vectors in the order of the texts', async () => {
  answer = titan;
  const texts = Array.from({ length: 20 }, (_, at) => 'x'.repeat(at + 1));
  const { vectors, embeddedBy } = await bedrockEmbed(2)(texts);
  expect(vectors.map(([first]) => first)).toEqual(texts.map(({ length }) => length));
  expect(embeddedBy).toBe('amazon.titan-embed-text-v2:0');
  expect(asked[0]).toMatchObject({
    url: '/model/amazon.titan-embed-text-v2%3A0/invoke',
    ...{ dimensions: 2, normalize: true },
  });
});

it('sends no key and no address of a person, and no more of a text than Titan takes', async () => {
  answer = titan;
  await bedrockEmbed(2)(['Mail ada@example.com the key AKIAIOSFODNN7EXAMPLE', 'long '.repeat(100_000), ' ']);
  const sent = asked.map(({ inputText }) => inputText);
  expect(sent.join(' ')).not.toMatch(/ada@example|AKIAIOSFODNN7EXAMPLE/);
  expect(Math.max(...sent.map(({ length }) => length))).toBeLessThan(50_000);
  expect(sent.every((text) => text !== '')).toBe(true);
});

it('says who embedded where another model answers in Titan’s place', async () => {
  answer = () => ({ body: { embedding: [1, 0], invokedModelId: 'Offline embedder' } });
  expect((await bedrockEmbed(2)(['x'])).embeddedBy).toBe('Offline embedder');
});

it('refuses a vector of another dimension, and says which setting to change', async () => {
  answer = () => ({ body: { embedding: [1, 0, 0] } });
  await expect(bedrockEmbed(2)(['x'])).rejects.toThrow(UnsuitableVectorError);
  await expect(bedrockEmbed(2)(['x'])).rejects.toThrow('NEVERMORE_EMBEDDING_DIMENSIONS');
});

it('tells a throttled embedder by its name, for whoever tries again', async () => {
  answer = () => ({ status: 429, body: { __type: 'ThrottlingException', message: 'Slow down.' } });
  await expect(bedrockEmbed(2)(['x'])).rejects.toMatchObject({
    message: expect.stringContaining('Slow down'),
  });
});

it('a password that only another text, or the rest of the document, names is not sent bare', async () => {
  answer = titan;
  await bedrockEmbed(2)(
    ['The admin password: Winter2026!x', 'Somebody pasted Winter2026!x', 'It said Spring77x'],
    ['Spring77x'],
  );
  expect(asked.map(({ inputText }) => inputText).join(' ')).not.toMatch(/Winter2026|Spring77/);
});
