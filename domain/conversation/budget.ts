import type { Exchange } from './conversation';

/** Characters of one message: some pages of notes, well within the model's window beside what tools answer. */
export const LONGEST_WORDS_SAID = 8_000;

/**
 * Messages of one conversation. Each costs about three calls of some 8,000 tokens with Nova Lite, $0.0005 apiece by
 * `lambda/models.ts`, so that 40 of them stay below `MOST_USD`; what is longer has lost its subject.
 */
export const MOST_MESSAGES = 40;

/** Calls of the model for one message: four to look things up, one to answer, one to spare. */
export const MOST_MODEL_TURNS = 6;

/** Tools that one call may ask for. */
export const MOST_TOOLS_A_TURN = 4;

/** Tokens of one conversation, in and out: forty messages of three calls of 8,000. */
export const MOST_TOKENS = 1_000_000;

/** US dollars of one conversation; forty messages as above cost $0.06, in the dearest region $0.08. */
export const MOST_USD = 0.1;

/** Earlier messages that the model is told again; older ones are on the screen and not in its mind. */
export const MOST_TOLD_AGAIN = 8;

/** What a conversation has taken so far. */
export interface Spent {
  messages: number;
  tokens: number;
  costUsd: number;
}

type Counted = Pick<Exchange, 'inputTokens' | 'outputTokens' | 'costUsd'>;

export const spentBy = (exchanges: readonly Counted[]): Spent => ({
  messages: exchanges.length,
  tokens: exchanges.reduce((sum, one) => sum + one.inputTokens + one.outputTokens, 0),
  costUsd: exchanges.reduce((sum, one) => sum + one.costUsd, 0),
});

/** Why nothing more can be said in a conversation, in a sentence with what to do; null while there is room. */
export function overBudget({ messages, tokens, costUsd }: Spent): string | null {
  if (messages >= MOST_MESSAGES)
    return `This conversation has ${MOST_MESSAGES} messages, which is its most. Begin a new one; what is remembered stays.`;
  return overAmounts({ tokens, costUsd });
}

/** The same for what models take, in the middle of an answer too. */
export function overAmounts({ tokens, costUsd }: Omit<Spent, 'messages'>): string | null {
  if (tokens >= MOST_TOKENS)
    return `This conversation has taken ${MOST_TOKENS} tokens, which is its most. Begin a new one; what is remembered stays.`;
  if (costUsd >= MOST_USD)
    return `This conversation has cost $${MOST_USD.toFixed(2)}, which is its most. Begin a new one; what is remembered stays.`;
  return null;
}
