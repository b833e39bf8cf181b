import { enhanceWorkflow } from '../../lambda/enhance/workflow';
import { enhanceByMachine, reviewByMachine } from '../../test/docs/runMachines';
import type { Execution } from '../../test/docs/stateMachine';
import { definitionIn, synthesizedFlows } from '../../test/docs/stepFunctionsStack';
import { DurableService } from '../../test/lambda/durableService';
import { collaborators, request, scriptedModels } from '../../test/lambda/enhance/scriptedModels';
import { action, runReview } from '../../test/lambda/review/scriptedReview';
import type { Taken } from './prices';

/** How long a model writes, by experience with Nova: a draft, a verdict, a short message. Assumed, in seconds. */
const SECONDS = { draft: 4, judge: 6, message: 3 } as const;
/** What a step takes beside a model: a read, a write, a mail. Assumed, in seconds. */
const STEP_SECONDS = 0.1;

/** A run on both sides. */
export interface Compared {
  what: string;
  durable: Taken;
  machine: Taken;
  /** Of the machine's history, of which there may be 25,000. */
  events: number;
}

const REVIEW = {
  words: [null, 'APPROVED' as const],
  actions: [
    action('Alert on the queue', '', { owner: 'Ben' }),
    action('Write the runbook', '2026-03-20', { owner: 'Ann' }),
    action('Page somebody', '2026-03-20', { owner: 'Ben' }),
  ],
};

/** Runs both flows on both sides, with scripted people and models, and counts. */
export async function comparedRuns(): Promise<Compared[]> {
  const flows = synthesizedFlows();
  const [enhance, review] = [definitionIn(flows.enhance.machine), definitionIn(flows.review.machine)];
  const judged = await enhanceByMachine(enhance, {});
  const approved = await reviewByMachine(review, REVIEW);
  const declined = await reviewByMachine(review, { words: ['DECLINED'] });
  return [
    {
      what: 'Enhancement: two drafts, both orders',
      // Drafts side by side, then verdicts side by side, within one invocation: it waits for each pair once.
      durable: durableTaken(await durableEnhancement(), 14, SECONDS.draft + SECONDS.judge),
      // Each waits in a function of its own.
      machine: machineTaken(judged.execution, 2 * SECONDS.draft + 2 * SECONDS.judge),
      events: judged.execution.events,
    },
    {
      what: 'Review: approved after the reminder, three follow-ups on two days',
      durable: durableTaken((await runReview(REVIEW)).service, 30, 3 * SECONDS.message),
      machine: machineTaken(approved.execution, 3 * SECONDS.message),
      events: approved.execution.events,
    },
    {
      what: 'Review: declined at once',
      durable: durableTaken((await runReview({ words: ['DECLINED'] })).service, 30, 0),
      machine: machineTaken(declined.execution, 0),
      events: declined.execution.events,
    },
  ];
}

async function durableEnhancement(): Promise<DurableService> {
  const { with_ } = collaborators(scriptedModels().converse);
  const service = new DurableService(request());
  const answer = await service.invoke(enhanceWorkflow(with_) as never);
  if (answer === 'died' || answer.Status !== 'SUCCEEDED')
    throw new Error('The enhancement that is measured did not end.');
  return service;
}

function durableTaken(service: DurableService, daysKept: number, modelSeconds: number): Taken {
  const steps = service.operations.filter(({ Type }) => Type === 'STEP').length;
  return {
    transitions: 0,
    durableOperations: service.operations.length,
    bytesWritten: Buffer.byteLength(JSON.stringify(service.operations)),
    daysKept,
    requests: service.invocations,
    seconds: modelSeconds + steps * STEP_SECONDS,
  };
}

const machineTaken = ({ transitions, invocations }: Execution, modelSeconds: number): Taken => ({
  transitions: transitions.length,
  durableOperations: 0,
  bytesWritten: 0,
  daysKept: 0,
  requests: invocations,
  seconds: modelSeconds + invocations * STEP_SECONDS,
});
