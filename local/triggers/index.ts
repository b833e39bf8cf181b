import type { Assembly } from '../assembly';
import type { ChangeListener, LocalDynamoDb } from '../dynamodb';
import { type Clock, type LocalLambda, systemClock } from '../lambda';
import type { StateFolder } from '../stateFolder';
import { fitsPattern } from './eventPattern';
import { startSchedules } from './schedules';
import { changeRecord, startStreams } from './streams';

export { createEventBus } from './eventBus';

/** What must be kept of the changes of tables, for the functions that are mapped to their streams. */
export const listenersOf = ({ streamMappings, tables, region }: Assembly): ChangeListener[] =>
  streamMappings.map((mapping) => ({
    id: mapping.id,
    tableName: mapping.tableName,
    keySchema: (tables.find(({ tableName }) => tableName === mapping.tableName)?.keySchema ?? []).map(
      ({ attributeName }) => ({ AttributeName: attributeName }),
    ),
    wants: (change) => {
      if (mapping.patterns.length === 0) return true;
      const record = changeRecord(change, mapping, region);
      return mapping.patterns.some((pattern) => fitsPattern(record, pattern));
    },
  }));

const FILE = 'schedules.json';

export interface TriggerOptions {
  assembly: Assembly;
  dynamoDb: LocalDynamoDb;
  lambda: LocalLambda;
  /** Keeps when each schedule was last due. */
  state: StateFolder;
  onError: (what: string, error: unknown) => void;
  clock?: Clock;
}

/** Calls functions by schedule and by the changes of tables, as the backend's template says. */
export function startTriggers(options: TriggerOptions): { close(): Promise<void> } {
  const { assembly, lambda, state, onError, clock = systemClock } = options;
  const schedules = startSchedules({
    schedules: assembly.schedules,
    invoke: (functionArn, payload) => lambda.invoke(functionArn, payload, { type: 'Event' }),
    clock,
    lastDue: {
      read: () => readTimes(state, onError),
      write: (last) => state.write(FILE, `${JSON.stringify(last)}\n`),
    },
    onError,
  });
  const streams = startStreams({
    mappings: assembly.streamMappings,
    changes: options.dynamoDb.changes,
    invoke: (functionArn, payload) => lambda.invoke(functionArn, payload),
    clock,
    region: assembly.region,
    onError,
  });
  return {
    close: async () => {
      schedules.close();
      streams.close();
    },
  };
}

/** A damaged file costs no more than times that are made up for: it is said, and written anew. */
function readTimes(state: StateFolder, onError: TriggerOptions['onError']): Record<string, number> {
  try {
    const times = JSON.parse(state.read(FILE) ?? '{}') as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(times).filter((entry): entry is [string, number] => Number.isFinite(entry[1])),
    );
  } catch (error) {
    onError('reading when schedules were last due', error);
    return {};
  }
}
