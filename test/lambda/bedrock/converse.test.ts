import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composed } from '../../../domain/sending/sendable';
import { bedrockConverse } from '../../../lambda/bedrock/converse';
import type { Guardrail } from '../../../lambda/bedrock/guardrail';

const REPLY = {
  output: { message: { role: 'assistant', content: [{ text: 'A draft.' }] } },
  stopReason: 'end_turn',
  usage: { inputTokens: 12, outputTokens: 3, totalTokens: 15 },
  metrics: { latencyMs: 1 },
};

/** Asks a stand-in for Bedrock, and returns what it was sent with what was made of its reply. */
async function ask(guardrail?: Guardrail, reply: object = REPLY, modelId = 'us.amazon.nova-micro-v1:0') {
  let sent: Record<string, unknown> = {};
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      sent = JSON.parse(body) as typeof sent;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const known = { ...process.env };
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'y',
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
  try {
    const answer = await bedrockConverse(guardrail)({
      modelId,
      system: composed('You edit.'),
      user: composed('Edit this.'),
      maxTokens: 100,
      temperature: 0,
      topK: 1,
      metadata: { task: 'judge' },
      tool: { name: 'record_verdict', description: 'd', schema: { type: 'object' } },
      timeoutMs: 10_000,
    });
    return { sent, answer };
  } finally {
    process.env = known;
    server.closeAllConnections();
    server.close();
  }
}

it('forces the tool, bounds the answer and takes the likeliest token only', async () => {
  const { sent, answer } = await ask();
  expect(sent).toMatchObject({
    inferenceConfig: { maxTokens: 100, temperature: 0 },
    additionalModelRequestFields: { inferenceConfig: { topK: 1 } },
    toolConfig: { toolChoice: { tool: { name: 'record_verdict' } } },
    requestMetadata: { task: 'judge' },
  });
  expect(sent).not.toHaveProperty('guardrailConfig');
  expect(answer).toMatchObject({ text: 'A draft.', inputTokens: 12, writtenBy: 'us.amazon.nova-micro-v1:0' });
});

it('leaves out Nova’s own field for a judge of another family, which would refuse it', async () => {
  const { sent } = await ask(undefined, undefined, 'eu.anthropic.claude-sonnet-4-20250514-v1:0');
  expect(sent).not.toHaveProperty('additionalModelRequestFields');
});

it('says who really answered when a router or a local endpoint chose another', async () => {
  const { answer } = await ask(undefined, { ...REPLY, trace: { promptRouter: { invokedModelId: 'llama' } } });
  expect(answer.writtenBy).toBe('llama');
});
