import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { type Bedrock, type BedrockCall, startBedrock } from '../../../../local/bedrock';
import { createEngine } from '../../../../local/nevermore/answering';
import { bedrockClient, draftRequest } from '../../bedrock/client';

/** Plays Amazon Bedrock: another endpoint of ours, reached with signed requests. */
let amazon: Bedrock;
let bedrock: Bedrock;
const seen: BedrockCall[] = [];
let signedBy: string | undefined;
let refusal: Error | undefined;
const before = { ...process.env };

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'AKIAUSER';
  process.env.AWS_SECRET_ACCESS_KEY = 'secret';
  amazon = await startBedrock({
    port: 0,
    engine: createEngine({ engine: 'offline' }),
    onCall: (call) => seen.push(call),
    authorize: ({ headers }) => {
      signedBy = headers.authorization;
      if (refusal) throw refusal;
    },
  });
  // Set for the functions of the local cloud; following it here would go round in circles.
  process.env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME = 'http://127.0.0.1:9';
  bedrock = await startBedrock({
    port: 0,
    engine: createEngine({ engine: 'aws', region: 'eu-central-1', endpoint: amazon.endpoint }),
  });
});
afterAll(async () => {
  process.env = before;
  await bedrock.close();
  await amazon.close();
});
beforeEach(() => {
  refusal = undefined;
});

const send = () => bedrockClient(bedrock.endpoint).send(new ConverseCommand(draftRequest()));

describe('the real Bedrock behind the local endpoint', () => {
  it('is asked with the user’s own credentials, for the profile of the user’s region', async () => {
    const reply = await send();
    expect(reply.stopReason).toBe('end_turn');
    expect(reply.output?.message?.content?.[0]?.text).toContain('mybinder.org');
    expect(seen.at(-1)).toMatchObject({
      modelId: 'eu.amazon.nova-micro-v1:0',
      body: { requestMetadata: { task: 'draft' } },
    });
    expect(signedBy).toMatch(/Credential=AKIAUSER\/\d{8}\/eu-central-1\/bedrock\//);
  });

  it.each([
    ['ThrottlingException', 429],
    ['AccessDeniedException', 403],
  ])('has its %s passed on under its name', async (errorType, statusCode) => {
    refusal = Object.assign(new Error('says Amazon'), { errorType, statusCode });
    await expect(send()).rejects.toMatchObject({
      name: errorType,
      message: 'says Amazon',
      $metadata: { httpStatusCode: statusCode },
    });
  });

  it('that cannot be reached is said to be unreachable', async () => {
    const offline = await startBedrock({
      port: 0,
      engine: createEngine({ engine: 'aws', region: 'eu-central-1', endpoint: 'http://127.0.0.1:9' }),
    });
    await expect(
      bedrockClient(offline.endpoint).send(new ConverseCommand(draftRequest())),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableException',
      message: expect.stringContaining('eu-central-1'),
    });
    await offline.close();
  });

  it('is refused at start for a region without Nova', () => {
    const settings = { engine: 'aws', region: 'sa-east-1' } as const;
    expect(() => createEngine(settings)).toThrow('sa-east-1');
  });

  it('is described in the banner', () => {
    expect(bedrock.describe()).toBe('Amazon Bedrock in eu-central-1');
  });
});
