/**
 * A local Lambda in a process of its own, for tests that kill it. Its options come as JSON in the first
 * argument; it prints one line of JSON once it listens.
 */
import { type LambdaOptions, startLambda } from '../../../local/lambda';
import { systemClock } from '../../../local/lambda/clock';

/** Dies at this checkpoint of the run (counted from 1): before it is applied, or after, but before the answer. */
export type EndpointOptions = Pick<LambdaOptions, 'stateDir' | 'functions'> & {
  kill?: { checkpoint: number; when: 'before' | 'after' };
};

const { stateDir, functions, kill } = JSON.parse(process.argv[2] ?? '{}') as EndpointOptions;
let checkpoints = 0;

const die = () => process.kill(process.pid, 'SIGKILL');
let armed = false;

const { endpoint, resumed } = await startLambda({
  port: 0,
  stateDir,
  functions,
  endpoints: {},
  onLog: ({ line }) => process.stderr.write(`${line}\n`),
  authorize: async (_request, action) => {
    if (action !== 'lambda:CheckpointDurableExecution') return;
    checkpoints += 1;
    if (checkpoints !== kill?.checkpoint) return;
    if (kill.when === 'before') die();
    armed = true;
  },
  // An alarm is set right after a checkpoint is on disk, before its answer goes out.
  clock: {
    now: systemClock.now,
    schedule: (delayMs, task) => {
      if (armed) die();
      return systemClock.schedule(delayMs, task);
    },
  },
});
process.stdout.write(`${JSON.stringify({ endpoint, resumed })}\n`);
