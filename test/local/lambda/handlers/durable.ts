import { appendFileSync } from 'node:fs';
import {
  createRetryStrategy,
  type DurableContext,
  JitterStrategy,
  withDurableExecution,
} from '@aws/durable-execution-sdk-js';

type Event = { kind: string; seconds?: number; bytes?: number; target?: string; times?: number };

const retryStrategy = createRetryStrategy({
  maxAttempts: 3,
  initialDelay: { seconds: 1 },
  jitter: JitterStrategy.NONE,
});

/** Leaves a trace of each attempt outside of the process, for the test to count. */
function called(name: string): number {
  const file = process.env.CALLS as string;
  appendFileSync(file, `${name}\n`);
  if (process.env.PIDS) appendFileSync(process.env.PIDS, `${process.pid}\n`);
  return Number(process.env.DRAFT_MS ?? 0);
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let attempts = 0;

const workflows: Record<string, (event: Event, context: DurableContext) => Promise<unknown>> = {
  /** The shape of the product's run: two drafts in parallel, then a judge. */
  async drafts(_event, context) {
    const batch = await context.map('drafts', ['micro', 'lite'], (item, model) =>
      item.step(`draft-${model}`, async () => {
        await later(called(`draft-${model}`));
        return `text of ${model}`;
      }),
    );
    const verdict = await context.step('judge', async () => {
      called('judge');
      return batch.getResults().length;
    });
    return { drafts: batch.getResults(), verdict };
  },

  async retries(event, context) {
    return await context.step(
      'flaky',
      async () => {
        called('flaky');
        attempts += 1;
        if (attempts <= (event.times ?? 1)) throw new Error(`attempt ${attempts}`);
        return attempts;
      },
      { retryStrategy },
    );
  },

  async waits(event, context) {
    const before = await context.step('before', async () => called('before'));
    await context.wait('pause', { seconds: event.seconds ?? 1 });
    await context.step('after', async () => called('after'));
    return { before, done: true };
  },

  async callback(event, context) {
    return await context.waitForCallback(
      'approval',
      async (callbackId) => {
        appendFileSync(process.env.CALLS as string, `callback ${callbackId}\n`);
      },
      {
        timeout: { seconds: event.seconds ?? 600 },
        ...(event.times && { heartbeatTimeout: { seconds: event.times } }),
      },
    );
  },

  async large(event, context) {
    try {
      return (await context.step('large', async () => 'x'.repeat(event.bytes ?? 0))).length;
    } catch (error) {
      return `caught ${error}`;
    }
  },

  async result(event) {
    return 'x'.repeat(event.bytes ?? 0);
  },

  async fails() {
    throw new TypeError('no way');
  },

  async crashes(event, context) {
    await context.step('finished', async () => called('finished'));
    if (called('handler') === 0 && Number(process.env.CRASHES ?? event.times) > 0) {
      const { readFileSync } = await import('node:fs');
      const runs = readFileSync(process.env.CALLS as string, 'utf8').split('handler').length - 1;
      if (runs <= (event.times ?? 0)) process.kill(process.pid, 'SIGKILL');
    }
    return 'survived';
  },

  async hangs(_event, context) {
    await context.step('loop', async () => {
      called('loop');
      for (;;);
    });
  },

  async many(event, context) {
    let sum = 0;
    for (let index = 0; index < (event.times ?? 0); index += 1) {
      sum += await context.step(`step-${index}`, async () => index);
    }
    await context.wait({ seconds: 1 });
    return sum;
  },

  async chained(event, context) {
    try {
      return await context.invoke('other', event.target as string, { kind: 'waits', seconds: 1 });
    } catch (error) {
      return { caught: (error as Error).message };
    }
  },
};

export const handler = withDurableExecution(async (event: Event, context: DurableContext) => {
  const workflow = workflows[event.kind];
  if (!workflow) throw new Error(`no workflow ${event.kind}`);
  return await workflow(event, context);
});
