import type { DurableContext } from '@aws/durable-execution-sdk-js';
import { MOST_MODEL_TURNS, MOST_TOOLS_A_TURN } from '../../domain/conversation/budget';
import type { AssistantRequest } from '../../domain/conversation/conversation';
import { causeOf } from '../durable/causeOf';
import { retryModelCall, retryPublish } from '../durable/retry';
import { brokenTool } from './call';
import type { Collaborators, ModelTurn, Opening, Round } from './collaborators';
import { answered, broken, type Ending, far, outOfBudget, stopped } from './endings';

/**
 * Answers one message of a person: the model is asked, what it asks tools for is looked up, and it is asked again
 * with that, until it answers or a budget is reached. Each call of the model and each tool is a step of its own.
 *
 * One execution a message, under the message's id: the proxy writes the record with whoever asked and starts it, so
 * that nothing waits between messages, a deployment takes effect with the next one, and whose rights the tools have
 * is in the payload. Nothing that a tool does changes anything but the record of this message.
 *
 * Only orchestration: no clock, no network, no randomness.
 */
export const assistantWorkflow =
  (with_: Collaborators) =>
  async (request: AssistantRequest, context: DurableContext): Promise<Ending['status']> => {
    const ending = await endingOf(with_, request, context);
    if (ending.status !== 'STOPPED') {
      await context.step('publish-answer', () => with_.tell(request, LAST, ending), {
        retryStrategy: retryPublish,
      });
    }
    return ending.status;
  };

/** After every publication in between. */
const LAST = MOST_MODEL_TURNS + 1;

async function endingOf(
  with_: Collaborators,
  request: AssistantRequest,
  context: DurableContext,
): Promise<Ending> {
  const turns: ModelTurn[] = [];
  const rounds: Round[] = [];
  try {
    const opening = await context.step('read-conversation', () => with_.opening(request), {
      retryStrategy: retryModelCall,
    });
    for (let number = 1; number <= MOST_MODEL_TURNS; number += 1) {
      const overspent = outOfBudget(request, turns, rounds);
      if (overspent) return overspent;
      const turn = await modelTurn(with_, { request, opening, rounds, number }, context);
      turns.push(turn);
      if (turn.uses.length === 0) return answered(request, turns, rounds);
      rounds.push(await toolRound(with_, request, turn, number, context));
      const { isStopped } = await context.step(
        `tell-${number}`,
        () => with_.tell(request, number, far(turns, rounds)),
        { retryStrategy: retryPublish },
      );
      if (isStopped) return stopped(turns, rounds);
    }
    return answered(request, turns, rounds);
  } catch (error) {
    return broken(turns, rounds, causeOf(error));
  }
}

interface Asked {
  request: AssistantRequest;
  opening: Opening;
  rounds: readonly Round[];
  number: number;
}

const modelTurn = (
  with_: Collaborators,
  { request, opening, rounds, number }: Asked,
  context: DurableContext,
): Promise<ModelTurn> =>
  context.step(
    `model-turn-${number}`,
    () => with_.ask(request, opening, rounds, number === MOST_MODEL_TURNS),
    { retryStrategy: retryModelCall },
  );

/** One tool after the other: what is proposed stays in the order in which it was asked for. */
async function toolRound(
  with_: Collaborators,
  request: AssistantRequest,
  turn: ModelTurn,
  number: number,
  context: DurableContext,
): Promise<Round> {
  const round: Round = { text: turn.text, uses: turn.uses.slice(0, MOST_TOOLS_A_TURN), answers: [] };
  for (const [place, use] of round.uses.entries()) {
    try {
      const answer = await context.step(`tool-${number}-${place + 1}`, () => with_.call(use, request), {
        retryStrategy: retryModelCall,
      });
      round.answers.push(answer);
    } catch (error) {
      // One tool that broke is no reason to say nothing: the model and the screen are told.
      round.answers.push(brokenTool(use, causeOf(error)));
    }
  }
  return round;
}
