import type { StreamRecord } from './streamRecord';

/** What keeps an index of what is in a table. */
interface Keeping<Progress> {
  follow(records: readonly StreamRecord[]): Promise<void>;
  catchUp(options: { rebuild: boolean; hasTime: () => boolean }): Promise<Progress>;
}

interface Event {
  Records?: StreamRecord[];
  /** Asked for by a command: from the beginning, whatever was done before. */
  rebuild?: boolean;
}

/** Well within the five minutes that such a function has. */
const PATIENCE_MS = 200_000;

/** The handler of a function that is called by the stream of its table, by a schedule, and to make its index anew. */
export const keeperOf =
  <Progress>({ follow, catchUp }: Keeping<Progress>) =>
  async ({ Records: records, rebuild = false }: Event): Promise<Progress | undefined> => {
    if (records) {
      await follow(records);
      return undefined;
    }
    const until = Date.now() + PATIENCE_MS;
    return catchUp({ rebuild, hasTime: () => Date.now() < until });
  };
