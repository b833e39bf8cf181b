import type { EnhancementProgress } from '../../../domain/enhancement';
import type { GuardrailReport } from '../../../domain/guardrail/report';
import type { ConverseRequest } from '../../../lambda/bedrock/converse';
import { enhanceWorkflow } from '../../../lambda/enhance/workflow';
import { type Crash, DurableService } from '../durableService';
import { MASKED } from './guardrailReports';
import { collaborators, draftOf, type ModelName, request, scriptedModels } from './scriptedModels';

const MODEL_OF_STEP: Record<string, ModelName> = {
  'draft-with-nova-micro': 'micro',
  'draft-with-nova-lite': 'lite',
  'judge-best-version': 'pro',
  'judge-best-version-reversed': 'pro',
};

/** The models whose step is stored as finished. */
const finishedIn = ({ operations }: DurableService): ModelName[] =>
  operations
    .filter(({ Type, Status }) => Type === 'STEP' && Status === 'SUCCEEDED')
    .flatMap(({ Name }) => MODEL_OF_STEP[String(Name)] ?? []);

/** Runs the workflow to its end, killing the first invocation at one checkpoint. */
async function drive(guardrail: GuardrailReport | undefined, crash?: Crash) {
  const answerAfter = (milliseconds: number, name: 'micro' | 'lite') => async (asked: ConverseRequest) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return { text: draftOf(name, asked), ...(name === 'lite' && guardrail && { guardrail }) };
  };
  const models = scriptedModels({ micro: answerAfter(2, 'micro'), lite: answerAfter(12, 'lite') });
  const { with_, published } = collaborators(models.converse);
  const service = new DurableService(request(), crash);
  let finishedAtCrash: ModelName[] = [];
  for (;;) {
    const answer = await service.invoke(enhanceWorkflow(with_) as never);
    if (answer === 'died') {
      finishedAtCrash = finishedIn(service);
      continue;
    }
    return {
      status: answer.Status,
      result: JSON.parse(answer.Result ?? 'null') as EnhancementProgress,
      published,
      invocations: service.invocations,
      stored: service.stored,
      calls: (name: ModelName) => models.count(name),
      finishedAtCrash,
    };
  }
}

type Drive = Awaited<ReturnType<typeof drive>>;

/** How many checkpoints the SDK puts into one request follows the load: a run may end before this one. */
const endedBefore = ({ invocations, stored }: Drive, atCheckpoint: number): boolean =>
  invocations === 1 && stored < atCheckpoint;

/** Drives until a run gets as far as the crash, a few times at most. */
async function driveUpTo(
  guardrail: Parameters<typeof drive>[0],
  crash: NonNullable<Parameters<typeof drive>[1]>,
): Promise<Drive> {
  let run = await drive(guardrail, crash);
  for (let again = 0; again < 9 && endedBefore(run, crash.atCheckpoint); again += 1)
    run = await drive(guardrail, crash);
  return run;
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
    expect(undisturbed.stored).toBeGreaterThanOrEqual(4);
    let crashes = 0;
    for (let atCheckpoint = 1; atCheckpoint <= undisturbed.stored; atCheckpoint++) {
      for (const when of ['before', 'after'] as const) {
        const run = await driveUpTo(guardrail, { atCheckpoint, when });
        const where = `${when} checkpoint ${atCheckpoint}`;
        if (endedBefore(run, atCheckpoint)) continue;
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
