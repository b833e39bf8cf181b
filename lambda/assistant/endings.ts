import { withoutThinking } from '../../domain/answers/thinking';
import { MOST_MODEL_TURNS, overAmounts } from '../../domain/conversation/budget';
import {
  type AssistantRequest,
  type Exchange,
  OFFLINE_ASSISTANT,
  type Proposal,
  type ToolStep,
} from '../../domain/conversation/conversation';
import { checkFacts } from '../../domain/facts';
import { isHard } from '../../domain/facts/finding';
import type { ModelTurn, Round, Told } from './collaborators';

/** How the answer to a message ended, as its record tells it. */
export type Ending = Told & Pick<Exchange, 'status'>;

/** Longer answers are no answers, and a record has room for so much. */
const LONGEST_ANSWER = 8_000;
const MOST_UNSUPPORTED = 12;

const stepsOf = (rounds: readonly Round[]): ToolStep[] =>
  rounds.flatMap(({ uses, answers }) =>
    answers.map(({ step }, place) => ({ tool: uses[place]?.name.slice(0, 60) ?? '', ...step })),
  );

/** Each proposal once, by where it was made: a replay makes the same keys. */
const proposalsOf = (rounds: readonly Round[]): Proposal[] => {
  const proposals = rounds.flatMap(({ answers }, round) =>
    answers.flatMap(({ proposal }, place) =>
      proposal ? [{ key: `${round + 1}-${place + 1}`, ...proposal }] : [],
    ),
  );
  const said = (one: Proposal) => JSON.stringify({ ...one, key: '' });
  return proposals.filter(
    (one, place) => proposals.findIndex((other) => said(other) === said(one)) === place,
  );
};

const amountsOf = (turns: readonly ModelTurn[]) => ({
  model: turns.at(-1)?.model ?? '',
  writtenBy: turns.at(-1)?.writtenBy ?? '',
  inputTokens: turns.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
  outputTokens: turns.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
  costUsd: turns.reduce((sum, { costUsd }) => sum + costUsd, 0),
});

/** How far it is, while it goes on. */
export const far = (turns: readonly ModelTurn[], rounds: readonly Round[]): Told => ({
  steps: stepsOf(rounds),
  proposals: proposalsOf(rounds),
  ...amountsOf(turns),
});

/** What the model said last, and what of it stands in nothing that was said or read. */
export function answered(
  request: AssistantRequest,
  turns: readonly ModelTurn[],
  rounds: readonly Round[],
): Ending {
  const last = turns.at(-1);
  const answer = withoutThinking(last?.text ?? '')
    .trim()
    .slice(0, LONGEST_ANSWER);
  if (answer === '') return { ...broken(turns, rounds, whyEmpty(last?.stopReason)), status: 'FAILED' };
  const known = [request.words, ...rounds.flatMap(({ answers }) => answers.map(({ text }) => text))].join(
    '\n\n',
  );
  // What rules answer is what the tools said, word for word, or words of their own.
  const isModel = last?.writtenBy !== OFFLINE_ASSISTANT;
  const added = isModel ? checkFacts(known, answer).added.filter(isHard) : [];
  return {
    status: 'ANSWERED',
    ...far(turns, rounds),
    answer,
    unsupported: [...new Set(added.map(({ value }) => value))].slice(0, MOST_UNSUPPORTED),
    message:
      turns.length >= MOST_MODEL_TURNS
        ? 'It looked up as much as one message may, and then had to answer.'
        : '',
  };
}

const whyEmpty = (stopReason: string | undefined): string => {
  switch (stopReason) {
    case 'guardrail_intervened':
      return 'The guardrail stopped the answer. Ask in other words.';
    case 'content_filtered':
      return 'A content filter withheld the answer. Ask in other words.';
    case 'max_tokens':
      return 'The answer was cut off before it began. Ask for less at once.';
    default:
      return 'The model gave no answer. Ask again, in other words.';
  }
};

/** A budget was reached on the way; nothing otherwise. */
export function outOfBudget(
  { spent }: AssistantRequest,
  turns: readonly ModelTurn[],
  rounds: readonly Round[],
): Ending | null {
  const { inputTokens, outputTokens, costUsd } = amountsOf(turns);
  const over = overAmounts({
    tokens: spent.tokens + inputTokens + outputTokens,
    costUsd: spent.costUsd + costUsd,
  });
  return over === null ? null : broken(turns, rounds, over);
}

export const stopped = (turns: readonly ModelTurn[], rounds: readonly Round[]): Ending => ({
  status: 'STOPPED',
  ...far(turns, rounds),
});

export const broken = (turns: readonly ModelTurn[], rounds: readonly Round[], why: string): Ending => ({
  status: 'FAILED',
  ...far(turns, rounds),
  message: why,
});
