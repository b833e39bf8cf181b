import type { ConverseBody } from '../../../../../local/bedrock/converse';
import { llamaEngine } from '../../../../../local/nevermore/answering/engines/llama';
import type { Generated, Generation } from '../../../../../local/nevermore/answering/llama/protocol';
import {
  GenerationFailedError,
  type Writer,
} from '../../../../../local/nevermore/answering/llama/weightsProcess';

const MODEL = { file: '/m.gguf', name: 'Small 1B Q4' };
const SETTINGS = {
  engine: 'llama' as const,
  engineFolder: '/e',
  models: { micro: MODEL, lite: MODEL, pro: { file: '/j.gguf', name: 'Judge 2B' } },
  secondsForAnAnswer: 30,
};
const BODY: ConverseBody = {
  messages: [{ role: 'user', content: [{ text: 'db failed 10:00' }] }],
  system: [{ text: 'Improve.' }],
};
const TOOL: ConverseBody['toolConfig'] = {
  tools: [
    {
      toolSpec: {
        name: 'record_verdict',
        inputSchema: {
          json: { type: 'object', properties: { best: { type: 'integer', minimum: 1, maximum: 2 } } },
        },
      },
    },
  ],
  toolChoice: { tool: { name: 'record_verdict' } },
};
const never = new AbortController().signal;

function engineThat(answer: Partial<Generated> | Error) {
  const asked: Generation[] = [];
  const writer: Writer = {
    close: () => undefined,
    generate: async (generation) => {
      asked.push(generation);
      if (answer instanceof Error) throw answer;
      return { text: '', inputTokens: 10, outputTokens: 5, stopped: 'end', ...answer };
    },
  };
  const engine = llamaEngine(SETTINGS, writer);
  const converse = (role: 'micro' | 'lite' | 'pro', part: Partial<ConverseBody> = {}) =>
    engine.converse({ modelId: `eu.amazon.nova-${role}-v1:0`, body: { ...BODY, ...part } }, never);
  return { engine, asked, converse };
}

describe('a model on this computer in Bedrock’s place', () => {
  it('says its own name, for the record of the run and on the screen', async () => {
    const { engine, converse } = engineThat({ text: 'At 10:00 the database failed.' });
    const reply = await converse('micro');
    expect(reply).toMatchObject({
      output: { message: { content: [{ text: 'At 10:00 the database failed.' }] } },
      stopReason: 'end_turn',
      usage: { inputTokens: 10, outputTokens: 5, totalTokens: 15 },
      trace: { promptRouter: { invokedModelId: 'llama.cpp: Small 1B Q4' } },
    });
    expect(engine.describe()).toBe('Small 1B Q4, Judge 2B on this computer (llama.cpp)');
  });

  it('plays each role with the model chosen for it, and two drafts of one model differ', async () => {
    const { asked, converse } = engineThat({ text: 'x' });
    for (const role of ['micro', 'lite', 'pro'] as const) await converse(role);
    expect(asked.map(({ file }) => file)).toEqual(['/m.gguf', '/m.gguf', '/j.gguf']);
    expect(asked[0]?.seed).not.toBe(asked[1]?.seed);
    expect(asked[0]?.seconds).toBe(30);
  });

  it('is held to the verdict’s shape by a grammar, whose answer is the tool’s input', async () => {
    const { asked, converse } = engineThat({ text: '{"best":2}' });
    const reply = await converse('pro', { toolConfig: TOOL });
    expect(asked[0]?.schema).toMatchObject({ properties: { best: { enum: [1, 2] } } });
    expect(reply).toMatchObject({
      output: { message: { content: [{ toolUse: { name: 'record_verdict', input: { best: 2 } } }] } },
      stopReason: 'tool_use',
    });
  });

  it.each(['time', 'length', 'repetition'] as const)(
    'that ended by %s says that its answer is cut',
    async (stopped) => {
      expect(await engineThat({ text: 'At 10', stopped }).converse('lite')).toMatchObject({
        stopReason: 'max_tokens',
      });
      const verdict = await engineThat({ text: '{"be', stopped }).converse('pro', { toolConfig: TOOL });
      expect(verdict).toMatchObject({
        stopReason: 'max_tokens',
        output: { message: { content: [{ text: '{"be' }] } },
      });
    },
  );

  it.each([
    ['overflow', 'ValidationException', 'in parts'],
    ['died', 'ServiceUnavailableException', 'smaller model'],
    ['engine', 'ModelErrorException', 'Small 1B Q4'],
  ] as const)('that fails by %s is told by AWS’s name, with what to do', async (kind, errorType, says) => {
    const { converse } = engineThat(new GenerationFailedError(kind, 'because.'));
    await expect(converse('micro')).rejects.toMatchObject({
      errorType,
      message: expect.stringContaining(says),
    });
  });
});
