import type { StartRequest } from '../../../domain/enhancement/startRequest';
import type { Enhancement, EnhancementService } from '../../../src/data/types';

type Watcher = Parameters<EnhancementService['watch']>[2];

/** Runs in memory. `calls` are what was asked, in order. */
export class FakeEnhancements implements EnhancementService {
  runs: Enhancement[] = [];
  /** Ids of runs that go on elsewhere. */
  elsewhere: string[] = [];
  readonly calls: string[] = [];
  readonly watchers = new Set<Watcher>();
  /** Thrown by the next call. */
  failure: Error | null = null;

  async start({ id }: StartRequest) {
    this.#called(`start ${id}`);
    const started = this.runs.find((run) => run.id === id);
    if (!started) throw new Error(`No run ${id}.`);
    return started;
  }

  async latest() {
    this.#called('latest');
    return structuredClone(this.runs);
  }

  async marks() {
    this.#called('marks');
    return this.runs.map(({ id, progress }) => ({ id, progress }));
  }

  async goingOn() {
    this.#called('goingOn');
    return this.elsewhere;
  }

  watch(_postMortemId: string, _ownerId: string, watcher: Watcher) {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  #called(call: string) {
    this.calls.push(call);
    const { failure } = this;
    this.failure = null;
    if (failure) throw failure;
  }
}
