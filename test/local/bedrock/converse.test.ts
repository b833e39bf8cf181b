import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { readVerdict } from '../../../domain/enhancement/readVerdict';
import { markOf } from '../../../lambda/prompts/delimiter';
import { VERDICT_TOOL } from '../../../lambda/prompts/judge';
import { type Bedrock, type BedrockCall, startBedrock } from '../../../local/bedrock';
import { createEngine } from '../../../local/nevermore/answering';
import { draftOffline } from '../../../local/nevermore/answering/offline/draftOffline';
import { bedrockClient, draftRequest, judgeRequest, SOURCE } from './client';

let bedrock: Bedrock;
const calls: BedrockCall[] = [];
const asked: Array<{ action: string; resourceArn: string; path: string; host: string | undefined }> = [];
let refusal: Error | undefined;

beforeAll(async () => {
  bedrock = await startBedrock({
    port: 0,
    engine: createEngine({ engine: 'offline', latencyMs: { lite: 30 } }),
    authorize: async ({ path, headers }, action, resourceArn) => {
      asked.push({ action, resourceArn, path, host: headers.host });
      if (refusal) throw refusal;
    },
    onCall: (call) => calls.push(call),
  });
});
afterAll(() => bedrock.close());
beforeEach(() => {
  calls.length = 0;
  asked.length = 0;
  refusal = undefined;
});

/** The mark of run `e-1`: the macabre voice chooses its phrases by it. */
const SEED = markOf('e-1');
const drafted = (style: 'micro' | 'lite', theme: 'professional' | 'addams' = 'professional') =>
  draftOffline({ section: 'description', theme, style, source: SOURCE, questions: [], seed: SEED });

describe.each(['http1', 'http2'] as const)('AWS’s Bedrock client over %s', (transport) => {
  const send = (input: ReturnType<typeof draftRequest>) =>
    bedrockClient(bedrock.endpoint, transport).send(new ConverseCommand(input));

  it('gets a draft, with who wrote it and what it took', async () => {
    const reply = await send(draftRequest());
    expect(reply.output?.message).toEqual({ role: 'assistant', content: [{ text: drafted('micro') }] });
    expect(reply.stopReason).toBe('end_turn');
    expect(reply.usage?.outputTokens).toBeGreaterThan(10);
    expect(reply.usage?.totalTokens).toBe((reply.usage?.inputTokens ?? 0) + (reply.usage?.outputTokens ?? 0));
    expect(reply.trace?.promptRouter?.invokedModelId).toBe('offline drafter (rules, no model)');
  });

  it('is asked what the prompt leaves open, and nothing else', async () => {
    const reply = await send(draftRequest({ questions: ['Who was paged?'] }));
    expect(reply.output?.message?.content?.[0]?.text?.match(/\[TODO: [^\]]+\]/g)).toEqual([
      '[TODO: Who was paged?]',
    ]);
  });

  it('gets the other drafter’s draft from Nova Lite, in any geography', async () => {
    const reply = await send(draftRequest({ modelId: 'eu.amazon.nova-lite-v1:0', theme: 'addams' }));
    expect(reply.output?.message?.content?.[0]?.text).toBe(drafted('lite', 'addams'));
  });

  it('gets a verdict through the forced tool', async () => {
    const reply = await send(judgeRequest([drafted('micro'), drafted('lite')]));
    const [block] = reply.output?.message?.content ?? [];
    expect(reply.stopReason).toBe('tool_use');
    expect(block?.toolUse?.name).toBe(VERDICT_TOOL);
    expect(readVerdict(block?.toolUse?.input, 'professional', ['one', 'two'])).toMatchObject({
      usable: true,
    });
  });

  it('gets a verdict as JSON text when it does not force the tool', async () => {
    const reply = await send(judgeRequest([drafted('micro'), drafted('lite')], { forced: false }));
    const text = reply.output?.message?.content?.[0]?.text ?? '';
    expect(reply.stopReason).toBe('end_turn');
    expect(readVerdict(JSON.parse(text), 'professional', ['one', 'two'])).toMatchObject({ usable: true });
  });

  it('streams the same draft in pieces', async () => {
    const { stream } = await bedrockClient(bedrock.endpoint, transport).send(
      new ConverseStreamCommand(draftRequest({ source: 'It broke. '.repeat(200) })),
    );
    const events = [];
    for await (const event of stream ?? []) events.push(event);
    const text = events.map((event) => event.contentBlockDelta?.delta?.text ?? '').join('');
    expect(text).toBe(
      draftOffline({
        section: 'description',
        theme: 'professional',
        style: 'micro',
        source: 'It broke. '.repeat(200),
        questions: [],
      }),
    );
    expect(events.filter((event) => event.contentBlockDelta).length).toBeGreaterThan(3);
    expect(events[0]).toEqual({ messageStart: { role: 'assistant' } });
    expect(events.at(-2)).toEqual({ messageStop: { stopReason: 'end_turn' } });
    expect(events.at(-1)?.metadata?.usage?.outputTokens).toBeGreaterThan(10);
  });

  it('streams a forced tool’s input as JSON in pieces', async () => {
    const { stream } = await bedrockClient(bedrock.endpoint, transport).send(
      new ConverseStreamCommand(judgeRequest([drafted('micro'), drafted('lite')])),
    );
    let json = '';
    let name: string | undefined;
    for await (const event of stream ?? []) {
      name ??= event.contentBlockStart?.start?.toolUse?.name;
      json += event.contentBlockDelta?.delta?.toolUse?.input ?? '';
    }
    expect(name).toBe(VERDICT_TOOL);
    expect(readVerdict(JSON.parse(json), 'professional', ['one', 'two'])).toMatchObject({ usable: true });
  });

  it('sends a section of full length', async () => {
    const source = 'It broke again today. '.repeat(900);
    const reply = await send(draftRequest({ source }));
    expect(reply.output?.message?.content?.[0]?.text?.match(/It broke again today\./g)).toHaveLength(900);
  });
});

describe('whoever runs the endpoint', () => {
  const send = (input: ReturnType<typeof draftRequest>) =>
    bedrockClient(bedrock.endpoint).send(new ConverseCommand(input));

  it('is told about every call', async () => {
    await send(draftRequest());
    await expect(send({ ...draftRequest(), requestMetadata: {} })).rejects.toThrow();
    expect(calls).toMatchObject([
      {
        modelId: 'us.amazon.nova-micro-v1:0',
        body: { requestMetadata: { task: 'draft', section: 'description' } },
        engine: 'offline',
        ok: true,
      },
      { modelId: 'us.amazon.nova-micro-v1:0', body: { requestMetadata: {} }, engine: 'offline', ok: false },
    ]);
  });

  it('can refuse a caller by IAM’s terms: action, profile and the request as it was signed', async () => {
    await send(draftRequest());
    expect(asked).toEqual([
      {
        action: 'bedrock:InvokeModel',
        resourceArn: 'arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.amazon.nova-micro-v1:0',
        path: '/model/us.amazon.nova-micro-v1%3A0/converse',
        host: new URL(bedrock.endpoint).host,
      },
    ]);
    refusal = Object.assign(new Error('no policy allows it'), {
      errorType: 'AccessDeniedException',
      statusCode: 403,
    });
    await expect(send(draftRequest())).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'no policy allows it',
      $metadata: { httpStatusCode: 403 },
    });
    expect(calls).toHaveLength(1);
  });

  it('asks IAM for the streaming action when a caller streams, and knows the host under HTTP/2 too', async () => {
    await bedrockClient(bedrock.endpoint, 'http2').send(new ConverseStreamCommand(draftRequest()));
    expect(asked).toMatchObject([
      { action: 'bedrock:InvokeModelWithResponseStream', host: new URL(bedrock.endpoint).host },
    ]);
  });

  it('can make a role answer no earlier than the settings say', async () => {
    const reply = await send(draftRequest({ modelId: 'us.amazon.nova-lite-v1:0' }));
    expect(reply.metrics?.latencyMs).toBe(30);
  });

  it('can say who answers, and hears of a taken port', async () => {
    expect(bedrock.describe()).toBe('offline drafter (rules, no model)');
    const port = Number(new URL(bedrock.endpoint).port);
    await expect(startBedrock({ port, engine: createEngine({ engine: 'offline' }) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
