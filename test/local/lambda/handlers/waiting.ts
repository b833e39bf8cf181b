import { appendFileSync, existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createRetryStrategy,
  type DurableContext,
  JitterStrategy,
  withDurableExecution,
} from '@aws/durable-execution-sdk-js';

type Event = {
  kind: string;
  /** Items of a map. */
  items?: string[];
  /** A file that a step waits for. */
  gate?: string;
  /** Seconds: of a callback, of its heartbeat, of a wait. */
  timeout?: number;
  heartbeat?: number;
  wait?: number;
};

const say = (line: string) => appendFileSync(process.env.CALLS as string, `${line}\n`);

/** Hands out a callback's id, as a message to a reviewer would. */
const handOut = (name: string) => async (id: string) => say(`${name} ${id}`);

const limits = ({ timeout, heartbeat }: Event) => ({
  timeout: { seconds: timeout ?? 600 },
  ...(heartbeat && { heartbeatTimeout: { seconds: heartbeat } }),
});

const retryStrategy = createRetryStrategy({
  maxAttempts: 2,
  initialDelay: { seconds: 60 },
  jitter: JitterStrategy.NONE,
});

let sent = 0;

const workflows: Record<string, (event: Event, context: DurableContext) => Promise<unknown>> = {
  /** The shape of a review: a person decides, days pass, a message goes out at the second try. */
  async review(event, context) {
    await context.step('record-submission', async () => say('record'));
    const decision = await context.waitForCallback('wait-for-review', handOut('review'), limits(event));
    return await context.runInChildContext('follow-up', async (child) => {
      await child.wait('wait-before-follow-up', { seconds: event.wait ?? 172_800 });
      const text = await child.step('write-follow-up', async () => {
        say('write');
        return `written after ${decision}`;
      });
      await child.step(
        'send-follow-up',
        async () => {
          say('send');
          sent += 1;
          if (sent === 1) throw new Error('the mail server is asleep');
        },
        { retryStrategy },
      );
      return text;
    });
  },

  /** One callback for each item, all at once: what issue 510 of the SDK is about. */
  async many(event, context) {
    const batch = await context.map('reviewers', event.items ?? [], (item, name) =>
      item.waitForCallback(`ask-${name}`, handOut(name), limits(event)),
    );
    return await context.step('count', async () => {
      say('count');
      return [batch.successCount, batch.failureCount, batch.getResults()];
    });
  },

  /** The id is out while the process still works: an answer comes before anything is suspended. */
  async busy(event, context) {
    const [answer, id] = await context.createCallback('early', limits(event));
    await context.step('work', async () => {
      say(`early ${id}`);
      while (!existsSync(event.gate as string)) await pause(5);
    });
    return await answer;
  },

  /** Two callbacks and a timer; the run needs all three. */
  async all(event, context) {
    const [one, oneId] = await context.createCallback('one', limits(event));
    const [other, otherId] = await context.createCallback('other', limits(event));
    await context.step('hand out', async () => say(`one ${oneId}\nother ${otherId}`));
    const pauseOver = context.wait('pause', { seconds: event.wait ?? 60 });
    const results = await context.promise.all('both', [one, other]);
    await pauseOver;
    return results;
  },

  /** A decision, or a reminder when half of the time is over. */
  async reminded(event, context) {
    const [answer, id] = await context.createCallback('decision', limits(event));
    await context.step('hand out', async () => say(`decision ${id}`));
    const first = await context.promise.race('first', [
      answer,
      context.runInChildContext('half', async (child) => {
        await child.wait({ seconds: event.wait ?? 60 });
        return 'half';
      }),
    ]);
    if (first !== 'half') return first;
    await context.step('remind', async () => say('remind'));
    return await answer;
  },
};

export const handler = withDurableExecution(async (event: Event, context: DurableContext) => {
  const workflow = workflows[event.kind];
  if (!workflow) throw new Error(`no workflow ${event.kind}`);
  return await workflow(event, context);
});
