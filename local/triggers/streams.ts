import type { StreamMapping } from '../assembly/types';
import type { Change, Changes } from '../dynamodb';
import type { Clock } from '../lambda';

export interface StreamOptions {
  mappings: readonly StreamMapping[];
  changes: Changes;
  /** Invokes a function and waits for its answer; rejects when it failed. */
  invoke: (functionArn: string, payload: unknown) => Promise<unknown>;
  clock: Clock;
  region: string;
  onError: (functionArn: string, error: unknown) => void;
}

/** Pause before a failed batch is delivered again, in milliseconds; it doubles up to a minute. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Delivers the changes of tables to the functions that are mapped to their streams: in order, at least once,
 * the same batch again until its function has taken it. Changes wait on disk, so a crash loses none.
 */
export function startStreams(options: StreamOptions): { close(): void } {
  const { mappings, changes, clock } = options;
  let closed = false;
  const cancels = new Map<string, () => void>();
  const running = new Set<string>();

  const deliver = async (mapping: StreamMapping): Promise<void> => {
    let pause = FIRST_PAUSE;
    while (!closed) {
      const batch = await changes.next(mapping.id, mapping.batchSize);
      if (batch.length === 0) return;
      try {
        await options.invoke(mapping.functionArn, {
          Records: batch.map((change) => changeRecord(change, mapping, options.region)),
        });
        if (!closed) await changes.forget(mapping.id, batch);
        pause = FIRST_PAUSE;
      } catch (error) {
        if (closed) return;
        options.onError(mapping.functionArn, error);
        await new Promise<void>((resolve) => {
          const cancel = clock.schedule(pause, resolve);
          cancels.set(mapping.id, () => {
            cancel();
            resolve();
          });
        });
        pause = Math.min(LONGEST_PAUSE, pause * 2);
      }
    }
  };
  const wake = (mapping: StreamMapping): void => {
    if (closed || running.has(mapping.id)) return;
    running.add(mapping.id);
    deliver(mapping)
      .catch((error: unknown) => options.onError(mapping.functionArn, error))
      .finally(() => {
        running.delete(mapping.id);
        // One that came between the last look and now.
        if (!closed && changes.waiting(mapping.id)) wake(mapping);
      });
  };

  changes.onChange((id) => {
    const mapping = mappings.find((one) => one.id === id);
    if (mapping) wake(mapping);
  });
  for (const mapping of mappings) wake(mapping);
  return {
    // What is under way is not waited for: it is delivered again after the next start.
    close: () => {
      closed = true;
      for (const cancel of cancels.values()) cancel();
    },
  };
}

/** One change in the words of DynamoDB Streams. */
export function changeRecord(change: Change, mapping: StreamMapping, awsRegion: string): object {
  const { kind, sequence, at, keys, before, after } = change;
  const view = mapping.viewType;
  return {
    eventID: `${mapping.id}-${sequence}`,
    eventName: kind,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      Keys: keys,
      ...(view.includes('OLD') && before && { OldImage: before }),
      ...(view.includes('NEW') && after && { NewImage: after }),
      SequenceNumber: sequence,
      // Every save of a followed table is held against the filters, and few of them ask how large it is.
      get SizeBytes() {
        return Buffer.byteLength(JSON.stringify({ keys, before, after }));
      },
      StreamViewType: view,
    },
    eventSourceARN: mapping.streamArn,
  };
}
