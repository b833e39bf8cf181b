import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { type Bedrock, type Embedder, startBedrock, unconfigured } from '../../../local/bedrock';
import { createAuthorizer } from '../../../local/iam';

const TITAN = 'amazon.titan-embed-text-v2:0';
const ARN = `arn:aws:bedrock:us-east-1::foundation-model/${TITAN}`;
const roleArn = 'arn:aws:iam::000000000000:role/index';
const authorizer = createAuthorizer({
  region: 'us-east-1',
  secret: Buffer.alloc(32, 7),
  functions: [
    {
      name: 'index',
      roleArn,
      roleStatements: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: ARN }],
    },
    { name: 'other', roleArn, roleStatements: [] },
  ],
});

/** Says how long the text is, in as many dimensions as it was told to. */
const measuring = (dimensions?: number): Embedder => ({
  name: 'measuring tape',
  embed: async (call) => ({
    vector: new Float32Array(dimensions ?? call.dimensions).fill(call.text.length),
    inputTokens: call.text.length,
  }),
});

let bedrock: Bedrock | undefined;
afterEach(() => bedrock?.close());

async function serve(embedder?: Embedder) {
  bedrock = await startBedrock({
    port: 0,
    engine: unconfigured,
    ...(embedder && { embedder }),
    authorize: authorizer.authorize,
  });
  const { endpoint } = bedrock;
  return async (body: unknown, { modelId = TITAN, as = 'index', http2 = false } = {}) => {
    const client = new BedrockRuntimeClient({
      endpoint,
      region: 'us-east-1',
      maxAttempts: 1,
      ...(!http2 && { requestHandler: new NodeHttpHandler() }),
      credentials: authorizer.credentialsFor(as),
    });
    const reply = await client.send(
      new InvokeModelCommand({
        modelId,
        contentType: 'application/json',
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
    return JSON.parse(new TextDecoder().decode(reply.body));
  };
}

test('a text is embedded in as many dimensions as are asked for, and the answer says who did it', async () => {
  const embed = await serve(measuring());
  const answer = await embed({ inputText: 'quoth', dimensions: 256, normalize: true });
  expect(answer).toEqual({
    embedding: Array(256).fill(5),
    embeddingsByType: { float: Array(256).fill(5) },
    inputTextTokenCount: 5,
    invokedModelId: 'measuring tape',
  });
  expect((await embed({ inputText: 'quoth', embeddingTypes: ['float'] })).embedding).toHaveLength(1024);
});

test('a function that leaves AWS’s client as it is asks over HTTP/2, and is known by its signature there', async () => {
  const embed = await serve(measuring());
  expect((await embed({ inputText: 'quoth' }, { http2: true })).invokedModelId).toBe('measuring tape');
  await expect(embed({ inputText: 'quoth' }, { http2: true, as: 'other' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('only a role that may invoke the model by its ARN gets a vector, and no other model is served', async () => {
  const embed = await serve(measuring());
  await expect(embed({ inputText: 'quoth' }, { as: 'other' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(ARN),
  });
  await expect(
    embed({ inputText: 'quoth' }, { modelId: 'amazon.titan-embed-text-v1' }),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test.each([
  ['no text', {}, /required key \[inputText\]/],
  ['an empty text', { inputText: '' }, /minLength: 1/],
  ['a text of 50,001 characters', { inputText: 'x'.repeat(50_001) }, /maxLength: 50000, actual: 50001/],
  ['a text of more than 8,192 tokens', { inputText: 'x'.repeat(8_193) }, /Max input tokens: 8192/],
  ['another dimension', { inputText: 'x', dimensions: 384 }, /384 is not a valid enum value/],
  ['a word for a switch', { inputText: 'x', normalize: 'yes' }, /normalize/],
  ['bits', { inputText: 'x', embeddingTypes: ['binary'] }, /"float" only/],
  ['a field that Titan does not have', { inputText: 'x', texts: [] }, /extraneous key \[texts\]/],
  ['no JSON', '{', /not JSON/],
  ['a list', '[]', /no object/],
])('%s is refused as Titan refuses it', async (_, body, message) => {
  const embed = await serve(measuring());
  await expect(embed(body)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(message),
  });
});

test('an embedder that answers in other dimensions than asked is told of, and so is that there is none', async () => {
  const wrong = await serve(measuring(384));
  await expect(wrong({ inputText: 'x', dimensions: 256 })).rejects.toMatchObject({
    name: 'ModelErrorException',
    message: 'measuring tape answered with 384 dimensions instead of 256.',
  });
  await bedrock?.close();
  const nobody = await serve();
  await expect(nobody({ inputText: 'x' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('Nobody embeds here'),
  });
});
