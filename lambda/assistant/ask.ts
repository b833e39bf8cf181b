import { ASSISTANT, type AssistantRequest } from '../../domain/conversation/conversation';
import { type Held, putBack } from '../../domain/secrets/holdBack';
import { hide } from '../../domain/sending';
import type { Sendable } from '../../domain/sending/sendable';
import type { ConverseTurns, SentUse, Turn } from '../bedrock/converseTurns';
import { costOf, type Geography, inferenceProfile, MODELS } from '../models';
import { assistantSystem, lastResult, personSays, toolSays } from '../prompts/assistant';
import type { Collaborators, ModelTurn, Opening, Round } from './collaborators';
import { OFFERED_TOOLS } from './tools/offered';

/** A whole section, proposed anew, has room; Bedrock reserves it against the quota. */
const MOST_ANSWER_TOKENS = 3_000;
/** A model says more than anybody reads only by mistake, and a step's result must stay far below 256 KB. */
const LONGEST_TURN = 40_000;

/**
 * Asks the model for its next turn. What leaves holds placeholders for what is held back, in every message, result
 * and tool input; what comes back has the values again. The same texts in the same order make the same placeholders.
 */
export const askWith =
  (converse: ConverseTurns, geography: Geography, timeoutMs: number): Collaborators['ask'] =>
  async (request, opening, rounds, isLast): Promise<ModelTurn> => {
    const { turns, system, held } = sentOf(request, opening, rounds, isLast);
    const modelId = inferenceProfile(ASSISTANT, geography);
    const reply = await converse({
      ...{
        modelId,
        system,
        turns,
        tools: OFFERED_TOOLS,
        maxTokens: MOST_ANSWER_TOKENS,
        temperature: 0,
        timeoutMs,
      },
      metadata: { task: 'assistant' },
    });
    const back = (text: string) => putBack(text.slice(0, LONGEST_TURN), held);
    const tokens = { input: reply.inputTokens, output: reply.outputTokens };
    return {
      text: reply.stopReason === 'guardrail_intervened' ? '' : back(reply.text),
      uses: isLast ? [] : reply.uses.map(({ name, input }) => ({ name, input: withValues(input, back) })),
      stopReason: reply.stopReason,
      model: MODELS[ASSISTANT].name,
      writtenBy: reply.writtenBy,
      inputTokens: tokens.input,
      outputTokens: tokens.output,
      // Another engine answered in its place: Amazon bills nothing for that.
      costUsd: reply.writtenBy === modelId ? costOf(ASSISTANT, geography, tokens) : 0,
    };
  };

/** A tool's input with the person's own values in it; what is no object is none. */
function withValues(input: unknown, back: (text: string) => string): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return {};
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, typeof value === 'string' ? back(value) : value]),
  );
}

interface Sent {
  system: Sendable;
  turns: Turn[];
  held: readonly Held[];
}

function sentOf(
  { messageId, words }: AssistantRequest,
  { earlier, open, memories, named: openingNamed }: Opening,
  rounds: readonly Round[],
  isLast: boolean,
): Sent {
  const texts: string[] = [];
  /** Its place among the texts that are hidden together. */
  const place = (text: string): number => texts.push(text) - 1;
  const past = earlier.map((one) => [place(one.words), place(one.answer)] as const);
  const asked = place(words);
  const title = place(open?.title ?? '');
  const noted = memories.map(place);
  const told = rounds.map(({ text, uses, answers }) => ({
    text: place(text),
    uses: uses.map(({ name, input }) => ({ name, input: place(JSON.stringify(input)) })),
    answers: answers.map((answer) => ({
      text: place(answer.text),
      failed: answer.step.outcome === 'FAILED',
    })),
  }));
  const named = [
    ...(openingNamed ?? []),
    ...rounds.flatMap(({ answers }) => answers.flatMap((answer) => answer.named ?? [])),
  ];
  const hidden = hide(texts, [], { named });
  const at = (index: number) => hidden.texts[index] as Sendable;
  const turns: Turn[] = [
    ...past.flatMap(([said, answer]): Turn[] => [
      { role: 'user', text: at(said) },
      { role: 'assistant', text: at(answer), uses: [] },
    ]),
    { role: 'user', text: personSays(at(asked), open && { id: open.id, title: at(title) }) },
    ...told.flatMap(({ text, uses, answers }, round): Turn[] => {
      const ids = uses.map((_, use) => `use_${round + 1}_${use + 1}`);
      return [
        {
          role: 'assistant',
          text: at(text),
          uses: uses.map(
            ({ name, input }, use): SentUse => ({
              id: ids[use] as string,
              name: /^\w{1,64}$/.test(name) ? name : 'unknown',
              input: parsed(at(input)),
            }),
          ),
        },
        {
          role: 'user',
          results: answers.map((answer, use) => ({
            id: ids[use] as string,
            text: toolSays(at(answer.text), messageId),
            failed: answer.failed,
          })),
        },
      ];
    }),
  ];
  const last = turns.at(-1);
  if (isLast && last && 'results' in last) {
    const final = last.results.at(-1);
    if (final)
      turns[turns.length - 1] = {
        ...last,
        results: [...last.results.slice(0, -1), { ...final, text: lastResult(final.text) }],
      };
  }
  return { system: assistantSystem({ memories: noted.map(at), messageId }), turns, held: hidden.held };
}

/** A placeholder within a text of JSON leaves it JSON, unless the value had marks of JSON in it. */
function parsed(json: string): object {
  try {
    return JSON.parse(json) as object;
  } catch {
    // What it was asked with is not needed to go on: its result stands beside it.
    return {};
  }
}
