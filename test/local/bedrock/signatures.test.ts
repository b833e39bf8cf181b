import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { type Bedrock, startBedrock } from '../../../local/bedrock';
import { createAuthorizer } from '../../../local/iam';
import { createEngine } from '../../../local/nevermore/answering';
import { draftRequest } from './client';

const PROFILE = 'arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.amazon.nova-micro-v1:0';
const authorizer = createAuthorizer({
  region: 'us-east-1',
  secret: Buffer.alloc(32, 7),
  functions: [
    {
      name: 'enhance',
      roleArn: 'arn:aws:iam::000000000000:role/enhance',
      roleStatements: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: PROFILE }],
    },
  ],
});

let bedrock: Bedrock;
beforeAll(async () => {
  bedrock = await startBedrock({
    port: 0,
    engine: createEngine({ engine: 'offline' }),
    authorize: authorizer.authorize,
  });
});
afterAll(() => bedrock.close());

const send = (credentials: object, modelId = 'us.amazon.nova-micro-v1:0') =>
  new BedrockRuntimeClient({
    endpoint: bedrock.endpoint,
    region: 'us-east-1',
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler(),
    credentials: { ...authorizer.credentialsFor('enhance'), ...credentials },
  }).send(new ConverseCommand(draftRequest({ modelId })));

describe('a function’s role at the Bedrock endpoint', () => {
  it('may call the models its policy names, signed by AWS’s own client', async () => {
    await expect(send({})).resolves.toMatchObject({ stopReason: 'end_turn' });
  });

  it('may not call another model', async () => {
    await expect(send({}, 'us.amazon.nova-lite-v1:0')).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  it('is refused with a wrong secret', async () => {
    await expect(send({ secretAccessKey: 'wrong' })).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
  });
});
