import type { Draft, ModelCall } from '../../../domain/enhancement';
import type { PostMortem } from '../../../domain/postMortem';
import { NotFoundOrNotYoursError, RevisionConflictError } from '../../../src/data/errors';
import type {
  DocumentContent,
  Enhancement,
  EnhancementService,
  EnhancementWatcher,
  PostMortemStore,
  Services,
} from '../../../src/data/types';

/** Post-mortems in memory, with the server's rules about revisions. */
export class FakePostMortems implements PostMortemStore {
  readonly stored = new Map<string, PostMortem>();
  /** Thrown by the next calls, one each; null lets a call through. */
  failures: (Error | null)[] = [];
  calls: string[] = [];
  #clock = Date.UTC(2026, 2, 4, 12);

  constructor(readonly ownerId: string) {}

  async listOwned() {
    this.#maybeFail('listOwned');
    const items = [...this.stored.values()].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    return { items, next: null };
  }

  async get(id: string) {
    this.#maybeFail('get');
    return structuredClone(this.#find(id));
  }

  async create(id: string, content: DocumentContent, editors: readonly string[]) {
    this.#maybeFail('create');
    if (this.stored.has(id)) throw new RevisionConflictError(id, 0);
    const now = this.#now();
    const document = { ...structuredClone(content), id, owner: this.ownerId, editors: [...editors] };
    this.stored.set(id, { ...document, revision: 1, createdAt: now, updatedAt: now });
    return { revision: 1, updatedAt: now };
  }

  async update(id: string, expected: number, changes: Partial<DocumentContent>) {
    this.#maybeFail('update');
    return this.#write(id, expected, changes);
  }

  async share(id: string, expected: number, editors: readonly string[]) {
    this.#maybeFail('share');
    return this.#write(id, expected, { editors: [...editors] });
  }

  async delete(id: string) {
    this.#maybeFail('delete');
    this.stored.delete(id);
  }

  /** Another person's save. */
  changeElsewhere(id: string, changes: Partial<PostMortem>) {
    this.#write(id, this.#find(id).revision, changes);
  }

  #write(id: string, expected: number, changes: Partial<PostMortem>) {
    const old = this.#find(id);
    if (old.revision !== expected) throw new RevisionConflictError(id, expected);
    const saved = { revision: expected + 1, updatedAt: this.#now() };
    this.stored.set(id, { ...old, ...structuredClone(changes), ...saved });
    return saved;
  }

  #find(id: string): PostMortem {
    const found = this.stored.get(id);
    if (!found) throw new NotFoundOrNotYoursError(id);
    return found;
  }

  #now() {
    this.#clock += 60_000;
    return new Date(this.#clock).toISOString();
  }

  #maybeFail(call: string) {
    this.calls.push(call);
    const failure = this.failures.shift();
    if (failure) throw failure;
  }
}

const call = (model: string, latencyMs: number): ModelCall => ({
  model,
  modelId: `us.amazon.${model.toLowerCase().replace(' ', '-')}-v1:0`,
  writtenBy: 'offline drafter (rules, no model)',
  latencyMs,
  inputTokens: 812,
  outputTokens: 340,
  costUsd: 0,
});

/** Runs in memory: each goes through every stage at the given pace. */
export class FakeEnhancements implements EnhancementService {
  readonly runs = new Map<string, Enhancement>();
  readonly #watchers = new Set<EnhancementWatcher>();

  constructor(private readonly paceMs: number) {}

  async start(request: {
    id: string;
    postMortemId: string;
    section: Enhancement['section'];
    theme: Enhancement['theme'];
    text: string;
  }) {
    const { text, ...rest } = request;
    const run: Enhancement = {
      ...rest,
      source: text,
      status: 'RUNNING',
      stage: 'QUEUED',
      progress: 0,
      drafts: [],
      verdict: null,
      message: null,
      costUsd: 0,
      startedAt: new Date().toISOString(),
      finishedAt: null,
    };
    this.runs.set(run.id, run);
    const draft = (model: string, latencyMs: number, written: string): Draft => ({
      ...call(model, latencyMs),
      text: written,
      truncated: false,
      error: null,
    });
    const micro = draft('Nova Micro', 310, `**In short.** ${text}\n\n- [TODO: how many users?]`);
    const lite = draft('Nova Lite', 620, `${text}\n\n[TODO: When was service restored?]`);
    const steps: Partial<Enhancement>[] = [
      { stage: 'DRAFTING', progress: 1 },
      { stage: 'DRAFTING', progress: 2, drafts: [micro] },
      { stage: 'JUDGING', progress: 4, drafts: [micro, lite] },
      {
        stage: 'FINISHED',
        status: 'SUCCEEDED',
        progress: 5,
        drafts: [micro, lite],
        finishedAt: new Date(Date.now() + 3 * this.paceMs).toISOString(),
        verdict: {
          outcome: 'JUDGED',
          winner: 2,
          reasoning: 'It keeps every figure, and asks for the one thing that is missing.',
          scores: [
            'grounded',
            'completeness',
            'clarity',
            'blameless',
            'fitsSection',
            'actionable',
            'voice',
          ].flatMap((criterion, index) => [
            { draft: 1, criterion: criterion as 'grounded', score: 3 + (index % 2) },
            { draft: 2, criterion: criterion as 'grounded', score: 4 + (index % 2) },
          ]),
          fallbackReason: null,
          judge: call('Nova Pro', 410),
        },
      },
    ];
    steps.forEach((step, index) => {
      setTimeout(
        () => this.publish({ ...(this.runs.get(run.id) as Enhancement), ...step }),
        this.paceMs * (index + 1),
      );
    });
    return run;
  }

  async latest(postMortemId: string) {
    return [...this.runs.values()].filter((run) => run.postMortemId === postMortemId);
  }

  watch(_postMortemId: string, _ownerId: string, watcher: EnhancementWatcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  publish(run: Enhancement) {
    this.runs.set(run.id, run);
    for (const watcher of this.#watchers) watcher.onSnapshot(run);
  }
}

export const fakeServices = (ownerId: string, paceMs: number) => {
  const postMortems = new FakePostMortems(ownerId);
  const enhancements = new FakeEnhancements(paceMs);
  return { postMortems, enhancements } satisfies Services;
};
