import { GUARDRAIL, type GuardrailPolicies } from '../../../domain/guardrail/policies';
import type { Engine } from '../../../local/bedrock';

/** Beside the product's own: a pattern and kinds of personal data that are masked, on both sides. */
export const POLICIES: GuardrailPolicies = {
  ...GUARDRAIL,
  words: [...GUARDRAIL.words, { text: 'project raven', sent: 'BLOCK', answered: 'BLOCK' }],
  patterns: [
    ...GUARDRAIL.patterns,
    { name: 'ticket', description: 'A ticket', pattern: 'SEC-[0-9]+', sent: 'ANONYMIZE', answered: 'NONE' },
  ],
  personalData: [
    ...GUARDRAIL.personalData,
    { type: 'PHONE', sent: 'ANONYMIZE', answered: 'ANONYMIZE' },
    { type: 'NAME', sent: 'BLOCK', answered: 'BLOCK' },
  ],
};

/** Says what it is told to, and remembers what it was asked. */
export const parrotOf = (bird: { answer: string; asked: string[] }): Engine => ({
  name: 'parrot',
  describe: () => 'a parrot',
  converse: async ({ body }) => {
    bird.asked = body.messages.flatMap(({ content }) => content.map((block) => JSON.stringify(block)));
    const tool = body.toolConfig?.toolChoice?.tool?.name;
    return {
      output: {
        message: {
          role: 'assistant',
          content: [
            tool
              ? { toolUse: { toolUseId: 't', name: tool, input: { reasoning: bird.answer } } }
              : { text: bird.answer },
          ],
        },
      },
      stopReason: tool ? 'tool_use' : 'end_turn',
      usage: { inputTokens: 10, outputTokens: 5, totalTokens: 15 },
      metrics: { latencyMs: 1 },
    };
  },
});
