import {
  DurableExecutionClientError,
  DurableExecutionClientErrorScope,
  DurableExecutionInvocationInputWithClient,
  withDurableExecution,
} from '@aws/durable-execution-sdk-js';
import type { EnhancementProgress } from '../../../domain/enhancement';
import type { GuardrailReport } from '../../../domain/guardrail/report';
import type { ConverseRequest } from '../../../lambda/bedrock';
import { enhanceWorkflow } from '../../../lambda/enhance/workflow';
import { MASKED } from './guardrailReports';
import { collaborators, draftOf, type ModelName, request, scriptedModels } from './scriptedModels';

type Update = Record<string, unknown> & { Id: string; Type: string; Action: string };
type Operation = Record<string, unknown> & { Id: string; Type: string; Status: string };
interface Crash {
  atCheckpoint: number;
  /** Before the checkpoint is stored (its reply is lost with it), or after. */
  when: 'before' | 'after';
}

const crashed = () =>
  new DurableExecutionClientError('the process is gone', {
    scope: DurableExecutionClientErrorScope.INVOCATION,
  });

/** The service's side of the protocol: what it remembers between two invocations. */
class Checkpoints {
  readonly operations = new Map<string, Operation>();
  stored = 0;

  constructor(payload: unknown) {
    const details = { InputPayload: JSON.stringify(payload) };
    this.operations.set('execution', {
      Id: 'execution',
      Type: 'EXECUTION',
      Status: 'STARTED',
      ExecutionDetails: details,
    });
  }

  store(updates: readonly Update[]): Operation[] {
    this.stored++;
    return updates.map((update) => {
      const known = this.operations.get(update.Id);
      const operation: Operation = { ...known, ...pick(update), Status: STATUS[update.Action] ?? 'STARTED' };
      const outcome = { Result: update.Payload, Error: update.Error };
      if (update.Type === 'STEP' && update.Action !== 'START')
        operation.StepDetails = { Attempt: 1, ...outcome };
      if (update.Type === 'CONTEXT' && update.Action !== 'START') operation.ContextDetails = outcome;
      this.operations.set(update.Id, operation);
      return operation;
    });
  }

  /** The models whose step is stored as finished. */
  finishedModels(): ModelName[] {
    return [...this.operations.values()]
      .filter(({ Type, Status }) => Type === 'STEP' && Status === 'SUCCEEDED')
      .flatMap(({ Name }) => MODEL_OF_STEP[String(Name)] ?? []);
  }
}

const MODEL_OF_STEP: Record<string, ModelName> = {
  'draft-with-nova-micro': 'micro',
  'draft-with-nova-lite': 'lite',
  'judge-best-version': 'pro',
  'judge-best-version-reversed': 'pro',
};

const STATUS: Record<string, string> = {
  START: 'STARTED',
  SUCCEED: 'SUCCEEDED',
  FAIL: 'FAILED',
  RETRY: 'READY',
};
const pick = ({ Id, ParentId, Name, Type, SubType }: Update) => ({ Id, ParentId, Name, Type, SubType });

/** Runs the workflow to its end, killing the first invocation at one checkpoint. */
async function drive(guardrail: GuardrailReport | undefined, crash?: Crash) {
  const answerAfter = (milliseconds: number, name: 'micro' | 'lite') => async (asked: ConverseRequest) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return { text: draftOf(name, asked), ...(name === 'lite' && guardrail && { guardrail }) };
  };
  const models = scriptedModels({ micro: answerAfter(2, 'micro'), lite: answerAfter(12, 'lite') });
  const { with_, published } = collaborators(models.converse);
  const handler = withDurableExecution(enhanceWorkflow(with_));
  const checkpoints = new Checkpoints(request());
  let finishedAtCrash: ModelName[] = [];
  for (let invocation = 1; ; invocation++) {
    let dead = false;
    const die = () => {
      dead = true;
      finishedAtCrash = checkpoints.finishedModels();
    };
    const client = {
      getExecutionState: async () => ({ Operations: [] }),
      checkpoint: async ({ Updates = [] }: { Updates?: Update[] }) => {
        if (dead) throw crashed();
        const now =
          invocation === 1 && crash?.atCheckpoint === checkpoints.stored + 1 ? crash.when : undefined;
        if (now === 'before') {
          die();
          throw crashed();
        }
        const Operations = checkpoints.store(Updates);
        if (now === 'after') {
          die();
          throw crashed();
        }
        return { CheckpointToken: `token-${checkpoints.stored}`, NewExecutionState: { Operations } };
      },
    };
    const state = { Operations: structuredClone([...checkpoints.operations.values()]) };
    const event = { DurableExecutionArn: 'arn', CheckpointToken: 'token', InitialExecutionState: state };
    try {
      const answer = (await handler(
        new DurableExecutionInvocationInputWithClient(event as never, client as never) as never,
        { awsRequestId: 'r', getRemainingTimeInMillis: () => 900_000 } as never,
      )) as { Status: string; Result: string };
      const result = JSON.parse(answer.Result) as EnhancementProgress;
      const calls = (name: ModelName) => models.count(name);
      return {
        status: answer.Status,
        result,
        published,
        invocations: invocation,
        checkpoints,
        calls,
        finishedAtCrash,
      };
    } catch (error) {
      if (!dead) throw error;
    }
  }
}

it.each([
  ['without a guardrail', undefined],
  ['with one that masked in a draft', MASKED],
])(
  'ends the same after a crash before or after any checkpoint %s, and never calls a finished model again',
  async (_, guardrail) => {
    const undisturbed = await drive(guardrail);
    expect(undisturbed.result.drafts[1]?.guardrail).toEqual(guardrail);
    expect(undisturbed.status).toBe('SUCCEEDED');
    expect(undisturbed.checkpoints.stored).toBeGreaterThanOrEqual(4);
    let crashes = 0;
    for (let atCheckpoint = 1; atCheckpoint <= undisturbed.checkpoints.stored; atCheckpoint++) {
      for (const when of ['before', 'after'] as const) {
        const run = await drive(guardrail, { atCheckpoint, when });
        const where = `${when} checkpoint ${atCheckpoint}`;
        // How many checkpoints the SDK puts into one request follows the load; a run may end before this one.
        if (run.invocations === 1 && run.checkpoints.stored < atCheckpoint) continue;
        crashes += 1;
        expect([where, run.invocations]).toEqual([where, 2]);
        expect([where, run.result]).toEqual([where, undisturbed.result]);
        // The author's screen ends on the whole verdict, and never steps back on the way.
        const progress = run.published.map((snapshot) => snapshot.progress);
        expect([where, progress]).toEqual([where, [...progress].sort((a, b) => a - b)]);
        expect(run.published.at(-1)).toMatchObject({ stage: 'FINISHED', progress: 5 });
        // At least once: a call whose reply was not yet stored is made again, one that was stored is not.
        for (const model of ['micro', 'lite', 'pro'] as const) {
          const steps = model === 'pro' ? 2 : 1;
          const finished = run.finishedAtCrash.filter((one) => one === model).length;
          expect([where, model, run.calls(model) <= 2 * steps - finished]).toEqual([where, model, true]);
        }
      }
    }
    expect(crashes).toBeGreaterThanOrEqual(8);
  },
);
