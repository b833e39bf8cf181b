import { type EnhanceTask, enhanceTasks } from '../../docs/step-functions/tasks/enhance';
import { type ReviewTask, reviewTasks } from '../../docs/step-functions/tasks/review';
import type { EnhancementProgress, EnhancementRequest } from '../../domain/enhancement';
import type { ReviewOutcome } from '../../domain/humanReview';
import { collaborators, request, type Script, scriptedModels } from '../lambda/enhance/scriptedModels';
import { collaboratorsOf, newWorld, type Script as ReviewScript } from '../lambda/review/scriptedReview';
import type { Machine } from './definition';
import { execute } from './stateMachine';

/** Where a function dies once: at one of its invocations, before its work or after it, so that its answer is lost. */
export interface Death {
  at: number;
  when: 'before' | 'after';
}

/** A function that dies once, as Step Functions hears of it. */
function dying<Payload>(invoke: (payload: Payload) => Promise<unknown>, death: Death | undefined) {
  let invocations = 0;
  const dead = () => Object.assign(new Error('The process is gone.'), { name: 'Lambda.Unknown' });
  return async (payload: unknown) => {
    invocations += 1;
    const isHere = invocations === death?.at;
    if (isHere && death.when === 'before') throw dead();
    const answer = await invoke(payload as Payload);
    if (isHere) throw dead();
    return answer;
  };
}

/** One enhancement through the state machine, by the script that the durable workflow is run by. */
export async function enhanceByMachine(
  machine: Machine,
  script: Script,
  asked: EnhancementRequest = request(),
  death?: Death,
) {
  const models = scriptedModels(script);
  const { with_, published } = collaborators(models.converse);
  const tasks = enhanceTasks(with_);
  const execution = await execute(machine, { request: asked }, { invoke: dying<EnhanceTask>(tasks, death) });
  return { execution, published, models, result: execution.output as EnhancementProgress };
}

/** One review through the state machine, in the world that the durable workflow is run in. */
export async function reviewByMachine(machine: Machine, script: Omit<ReviewScript, 'crash'>, death?: Death) {
  const woken = new Set<string>();
  const wake = (token: string) => {
    woken.add(token);
  };
  const { world, request: asked } = await newWorld(script, wake);
  await script.atStart?.(world);
  if (script.early) await world.decide(script.words[0] as ReviewOutcome);
  const tasks = reviewTasks(collaboratorsOf(world, script, wake));
  let [words, waits] = [0, 0];
  const execution = await execute(
    machine,
    { state: { request: asked, progress: 0 } },
    {
      invoke: dying<ReviewTask>(tasks, death),
      waitForToken: async (token, seconds) => {
        if (woken.has(token)) return true;
        const word = script.words[words];
        words += 1;
        if (word) {
          script.beforeWord?.(world);
          await world.decide(word);
          script.afterWord?.(world);
        } else world.now = new Date(world.now.getTime() + seconds * 1_000);
        return woken.has(token);
      },
      waitUntil: async (moment) => {
        await script.onWait?.(world, waits);
        waits += 1;
        world.now = new Date(Math.max(world.now.getTime(), Date.parse(moment)));
      },
    },
  );
  return { execution, world, review: await world.review() };
}
