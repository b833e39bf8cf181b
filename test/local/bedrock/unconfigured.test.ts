import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { startBedrock, unconfigured } from '../../../local/bedrock';
import { bedrockClient, draftRequest } from './client';

test('without an engine a call is refused with the model’s name and what to configure, never answered', async () => {
  const bedrock = await startBedrock({ port: 0, engine: unconfigured });
  const asked = bedrockClient(bedrock.endpoint).send(
    new ConverseCommand({ ...draftRequest(), modelId: 'anthropic.claude-v9' }),
  );
  await expect(asked).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringMatching(/"anthropic\.claude-v9".*without an engine.*startCloud/),
    $metadata: { httpStatusCode: 403 },
  });
  expect(bedrock.describe()).toBe('nobody: no model is configured');
  await bedrock.close();
});

test('an engine that is handed in answers for any model, and is closed with the endpoint', async () => {
  const asked: string[] = [];
  let closed = false;
  const bedrock = await startBedrock({
    port: 0,
    engine: {
      name: 'parrot',
      describe: () => 'a parrot',
      converse: async ({ modelId, body }) => {
        asked.push(modelId);
        const text = body.messages.flatMap(({ content }) => content.map((block) => block.text)).join();
        return {
          output: { message: { role: 'assistant', content: [{ text }] } },
          stopReason: 'end_turn',
          usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
          metrics: { latencyMs: 1 },
        };
      },
      close: () => {
        closed = true;
      },
    },
  });
  const reply = await bedrockClient(bedrock.endpoint).send(
    new ConverseCommand({
      modelId: 'eu.anthropic.claude-v9',
      messages: [{ role: 'user', content: [{ text: 'Nevermore.' }] }],
    }),
  );
  expect(reply.output?.message?.content).toEqual([{ text: 'Nevermore.' }]);
  expect(asked).toEqual(['eu.anthropic.claude-v9']);
  await bedrock.close();
  expect(closed).toBe(true);
});
