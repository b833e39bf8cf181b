import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetDurableExecutionCommand,
  GetDurableExecutionHistoryCommand,
  InvokeCommand,
  LambdaClient,
  SendDurableExecutionCallbackSuccessCommand,
} from '@aws-sdk/client-lambda';
import type { JournalRecord, StartedRecord } from '../../../local/lambda/records';
import type { Place } from '../cloud/composedCloud';
import { until } from '../cloud/processes';

/** One journal on the disk, as a kill left it. */
export interface DiskJournal {
  started: StartedRecord;
  records: JournalRecord[];
}

/** Runs of the fixture's function in a local cloud that comes and goes: each call finds it where it is now. */
export function waitersOf(place: Place) {
  const file = join(place.state, 'calls');
  const folder = join(place.state, 'lambda');

  const lambda = async <Answer>(ask: (client: LambdaClient) => Promise<Answer>): Promise<Answer> => {
    const {
      lambda: endpoint,
      region,
      credentials,
    } = JSON.parse(readFileSync(join(place.state, 'cloud.json'), 'utf8'));
    const client = new LambdaClient({ endpoint, region, credentials, maxAttempts: 1 });
    try {
      return await ask(client);
    } finally {
      client.destroy();
    }
  };

  /** Lines that the attempts of steps have left, of one run. */
  const lines = (run: string): string[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line.startsWith(`${run} `))
          .map((line) => line.slice(run.length + 1))
      : [];

  return {
    lines,
    /** @param wait seconds of the run's wait */
    start: (run: string, wait: number) =>
      lambda(async (client) => {
        const { DurableExecutionArn } = await client.send(
          new InvokeCommand({
            FunctionName: 'waiter',
            Qualifier: 'live',
            InvocationType: 'Event',
            DurableExecutionName: run,
            Payload: JSON.stringify({ file, run, wait }),
          }),
        );
        return DurableExecutionArn as string;
      }),
    /** Answers the callback that a run has handed out. */
    answer: async (run: string) => {
      const CallbackId = await until(() =>
        lines(run)
          .find((line) => line.startsWith('ask '))
          ?.slice('ask '.length),
      );
      const Result = Buffer.from(`"approved ${run}"`);
      await lambda((client) =>
        client.send(new SendDurableExecutionCallbackSuccessCommand({ CallbackId, Result })),
      );
    },
    /** Waits until a run's history holds an event so often, and hands it out. */
    event: (DurableExecutionArn: string, type: string, times = 1) =>
      until(() =>
        lambda(async (client) => {
          const { Events = [] } = await client.send(
            new GetDurableExecutionHistoryCommand({ DurableExecutionArn, MaxItems: 1000 }),
          );
          return Events.filter(({ EventType }) => EventType === type)[times - 1];
        }),
      ),
    ended: (DurableExecutionArn: string) =>
      until(() =>
        lambda(async (client) => {
          const execution = await client.send(new GetDurableExecutionCommand({ DurableExecutionArn }));
          return execution.Status !== 'RUNNING' && execution;
        }),
      ),
    journals: (): DiskJournal[] =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => {
          // The last line may be torn: nobody was told that it was saved.
          const whole = readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1);
          const [started, ...records] = whole.map((line) => JSON.parse(line));
          return { started, records };
        }),
  };
}
