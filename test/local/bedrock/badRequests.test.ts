import { connect } from 'node:net';
import { ConverseCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { type Bedrock, startBedrock } from '../../../local/bedrock';
import { createEngine } from '../../../local/nevermore/answering';
import { bedrockClient, draftRequest, judgeRequest } from './client';

let bedrock: Bedrock;
beforeAll(async () => {
  bedrock = await startBedrock({ port: 0, engine: createEngine({ engine: 'offline' }) });
});
// After everything that was done to it, it still answers.
afterAll(async () => {
  const reply = await bedrockClient(bedrock.endpoint).send(new ConverseCommand(draftRequest()));
  expect(reply.stopReason).toBe('end_turn');
  await bedrock.close();
});

const send = (input: ReturnType<typeof draftRequest>) =>
  bedrockClient(bedrock.endpoint).send(new ConverseCommand(input));
const converse = (body: string) =>
  fetch(`${bedrock.endpoint}/model/us.amazon.nova-micro-v1%3A0/converse`, { method: 'POST', body });

describe('a connection that does not show who calls', () => {
  it.each([
    ['says nothing', ''],
    ['stops within its first word', 'PO'],
    ['stops within its headers', 'POST /model/m/converse HTTP/1.1\r\nHost: localhost\r\n'],
    [
      'never sends its body',
      'POST /model/m/converse HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n',
    ],
    ['opens HTTP/2 and asks nothing', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0'],
  ])('is closed when it %s', async (_, said) => {
    const impatient = await startBedrock({
      port: 0,
      engine: createEngine({ engine: 'offline' }),
      strangersPatienceMs: 300,
    });
    const socket = connect(Number(new URL(impatient.endpoint).port), '127.0.0.1');
    socket.write(Buffer.from(said, 'latin1'));
    await new Promise((done) =>
      socket
        .resume()
        .on('error', () => {})
        .on('close', done),
    );
    await impatient.close();
  });

  it.each(['http1', 'http2'] as const)(
    'is another one than a known caller’s whose model thinks, over %s',
    async (transport) => {
      const settings = { engine: 'offline', latencyMs: { micro: 6_000, lite: 0, pro: 0 } } as const;
      const slow = await startBedrock({
        port: 0,
        engine: createEngine(settings),
        strangersPatienceMs: 2_000,
      });
      const reply = await bedrockClient(slow.endpoint, transport).send(new ConverseCommand(draftRequest()));
      expect(reply.stopReason).toBe('end_turn');
      await slow.close();
    },
    30_000,
  );
});

describe('the endpoint refuses by name', () => {
  it('a model it does not know', async () => {
    await expect(send({ ...draftRequest(), modelId: 'anthropic.claude-v9' })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('"anthropic.claude-v9"'),
    });
  });

  it('an operation it does not serve', async () => {
    const command = new InvokeModelWithResponseStreamCommand({
      modelId: 'us.amazon.nova-micro-v1:0',
      body: '{}',
    });
    await expect(bedrockClient(bedrock.endpoint).send(command)).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('/invoke-with-response-stream'),
    });
    expect((await fetch(`${bedrock.endpoint}/`)).status).toBe(404);
  });

  it('a prompt that is not Nevermore’s, saying what would answer it', async () => {
    const foreign = {
      ...draftRequest(),
      messages: [{ role: 'user' as const, content: [{ text: 'Tell me a joke.' }] }],
    };
    await expect(send(foreign)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(/not a model.*SOURCE.*NEVERMORE_OPENAI_URL/),
    });
    await expect(send({ ...draftRequest(), requestMetadata: undefined })).rejects.toThrow('no "task"');
    await expect(
      send({ ...draftRequest(), requestMetadata: { task: 'draft', section: 'epilogue', theme: 'addams' } }),
    ).rejects.toThrow('"epilogue" is none of summary');
    await expect(
      send({ ...draftRequest(), requestMetadata: { task: 'draft', section: 'summary', theme: 'noir' } }),
    ).rejects.toThrow('"noir" is none of professional');
    await expect(send({ ...draftRequest(), requestMetadata: { task: 'sing' } })).rejects.toThrow('"sing"');
    await expect(send(judgeRequest([]))).rejects.toThrow('no DRAFT 1');
    await expect(send(draftRequest({ modelId: 'us.amazon.nova-pro-v1:0' }))).rejects.toThrow(
      'Nova Pro judges',
    );
  });

  it('anything but text, naming it', async () => {
    const picture = {
      ...draftRequest(),
      messages: [
        {
          role: 'user' as const,
          content: [{ image: { format: 'png' as const, source: { bytes: new Uint8Array(3) } } }],
        },
      ],
    };
    await expect(send(picture)).rejects.toThrow('holds "image"');
  });

  it('a tool name with a hyphen, as Nova does, and a choice that is not among the tools', async () => {
    const request = judgeRequest(['one']);
    const [tool] = request.toolConfig?.tools ?? [];
    const named = (name: string, choice: string) => ({
      ...request,
      toolConfig: {
        tools: [{ toolSpec: { ...tool?.toolSpec, name } as never }],
        toolChoice: { tool: { name: choice } },
      },
    });
    await expect(send(named('record-verdict', 'record-verdict'))).rejects.toThrow('"record-verdict"');
    await expect(send(named('one', 'other'))).rejects.toThrow('"other"');
  });

  it.each([
    ['no JSON', '{"messages": [', 'not JSON'],
    ['not an object', '[]', 'not a JSON object'],
    ['no messages', '{}', '"messages"'],
    ['empty messages', '{"messages": []}', '"messages"'],
    ['a message that is none', '{"messages": [7]}', 'not an object'],
    ['a role of its own', '{"messages": [{"role": "system", "content": []}]}', '"system"'],
    ['content that is no list', '{"messages": [{"role": "user", "content": "x"}]}', '"content"'],
    [
      'tools that are no list',
      '{"messages": [{"role": "user", "content": []}], "toolConfig": {}}',
      'toolConfig',
    ],
    [
      'metadata that is no map',
      '{"messages": [{"role": "user", "content": []}], "requestMetadata": [1]}',
      'requestMetadata',
    ],
    ['a null byte', '\u0000', 'not JSON'],
  ])('a body with %s', async (_, body, says) => {
    const response = await converse(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-errortype')).toBe('ValidationException');
    expect(((await response.json()) as { message: string }).message).toContain(says);
  });

  it('a body over 25 MB', async () => {
    const response = await converse(' '.repeat(25 * 1024 * 1024 + 1));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('25 MB');
  });

  it('a model id that is not percent-encoded', async () => {
    const response = await fetch(`${bedrock.endpoint}/model/%E0%A4%A/converse`, {
      method: 'POST',
      body: '{}',
    });
    expect(response.status).toBe(400);
  });
});

describe('clients that misbehave', () => {
  const raw = (bytes: string) =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(bedrock.endpoint).port), '127.0.0.1', () => socket.write(bytes));
      socket.on('data', () => socket.destroy());
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
      if (bytes.length < 3) socket.once('connect', () => socket.destroy());
    });

  it.each([
    '',
    'P',
    'PRI * HTTP/2.0\r\n\r\nnonsense',
    'nonsense\r\n\r\n',
    '\u0016\u0003\u0001 tls hello\r\n\r\n',
  ])('do not bring it down: %j', async (bytes) => {
    await raw(bytes);
    expect((await fetch(bedrock.endpoint)).status).toBe(404);
  });
});
