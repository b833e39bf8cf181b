import { type ArchiveAnswer, hasDied } from '../../../domain/archive/answerRecord';
import type { ArchiveQuestion, ArchiveService } from '../../data/archive';
import { say } from '../../language/say';

/** What the page knows of somebody's questions. */
export interface Answers {
  /** The latest first. */
  items: readonly ArchiveAnswer[];
  kind: 'loading' | 'read' | 'failed';
  /** What went wrong last, with a question, a list or a deletion. */
  error: unknown;
  /** What reads on in the list; null where it has ended. */
  next: string | null;
}

/** How often an answer that is coming is looked at, in case nothing is heard of it, in milliseconds. */
const LOOK_MS = 2_000;
/** A function begins within moments; after so long there will be none. */
const BEGINS_WITHIN_MS = 60_000;

/** Asks, hears and keeps what somebody asks the archive. */
export class AnswerDesk {
  private answers: Answers = { items: [], kind: 'loading', error: null, next: null };
  private readonly listeners = new Set<() => void>();
  /** Asked here, and not yet told of by the server. */
  private readonly sent = new Set<string>();

  constructor(
    private readonly service: () => Promise<ArchiveService>,
    private readonly now: () => number = Date.now,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): Answers => this.answers;

  /** Listens until what it returns is called. */
  open(): () => void {
    let isOpen = true;
    let stop = () => {};
    const watch = async () => {
      const service = await this.service();
      if (!isOpen) return;
      stop = service.watch({
        onTold: (answer) => this.hear(answer),
        onConnected: () => void this.look(),
        onInterrupted: () => {},
      });
    };
    watch().catch((error: unknown) => this.fail(error));
    void this.more();
    const timer = setInterval(() => void this.look(), LOOK_MS);
    return () => {
      isOpen = false;
      clearInterval(timer);
      stop();
    };
  }

  /** Whether the question is on its way. */
  async ask(question: ArchiveQuestion): Promise<boolean> {
    this.set({ error: null });
    this.sent.add(question.id);
    this.hear(begun(question, this.now()));
    try {
      await (await this.service()).ask(question);
      return true;
    } catch (error) {
      this.drop(question.id);
      this.fail(error);
      return false;
    }
  }

  async stop(id: string): Promise<void> {
    try {
      this.hear(await (await this.service()).stop(id));
    } catch (error) {
      // It may have ended meanwhile, which is as well.
      await this.look();
      if (this.answers.items.some((one) => one.id === id && one.status === 'RUNNING')) this.fail(error);
    }
  }

  async remove(id: string): Promise<void> {
    try {
      await (await this.service()).remove(id);
      this.drop(id);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Reads the next page of what was asked before. */
  async more(): Promise<void> {
    try {
      const { items, next } = await (await this.service()).list(this.answers.next);
      this.set({ kind: 'read', next, error: null });
      for (const item of items) this.hear(item);
    } catch (error) {
      this.set({ kind: this.answers.kind === 'loading' ? 'failed' : this.answers.kind, error });
    }
  }

  /** Reads those that are still said to come. */
  private async look(): Promise<void> {
    const coming = this.answers.items.filter((one) => one.status === 'RUNNING' && !hasDied(one, this.now()));
    for (const { id, askedAt } of coming) {
      try {
        const answer = await (await this.service()).get(id);
        if (answer) this.hear(answer);
        else if (!this.sent.has(id)) this.drop(id);
        else if (this.now() - Date.parse(askedAt) > BEGINS_WITHIN_MS) this.neverBegan(id);
      } catch {
        // Without a connection there is nothing to read; it is looked at again in a moment.
        return;
      }
    }
  }

  private neverBegan(id: string): void {
    const message = say('The question was sent, and nothing has begun to answer it. Ask again.');
    this.set({
      items: this.answers.items.map((one) => (one.id === id ? { ...one, status: 'FAILED', message } : one)),
    });
  }

  private hear(answer: ArchiveAnswer): void {
    const known = this.answers.items.find(({ id }) => id === answer.id);
    if (known && !isFurther(answer, known)) return;
    const others = this.answers.items.filter(({ id }) => id !== answer.id);
    const items = [...others, answer].sort((a, b) => b.askedAt.localeCompare(a.askedAt));
    this.set({ items });
  }

  private drop(id: string): void {
    this.set({ items: this.answers.items.filter((one) => one.id !== id) });
  }

  private fail(error: unknown): void {
    this.set({ error });
  }

  private set(change: Partial<Answers>): void {
    this.answers = { ...this.answers, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Snapshots come late or twice: what has ended stays ended, and what was said stays said. */
const isFurther = (one: ArchiveAnswer, other: ArchiveAnswer): boolean => progressOf(one) >= progressOf(other);
const progressOf = ({ status, sentences, left, passages }: ArchiveAnswer): number =>
  (status === 'RUNNING' ? 0 : 1_000_000) +
  (passages > 0 ? 1 : 0) +
  sentences.length +
  left.reduce((sum, { count }) => sum + count, 0);

const begun = ({ id, question, followUpOf, filters }: ArchiveQuestion, now: number): ArchiveAnswer => ({
  ...{ id, question, followUpOf, owner: '', status: 'RUNNING', sentences: [], left: [], passages: 0 },
  service: filters.service || null,
  severities: filters.severity ? [filters.severity] : [],
  from: filters.from || null,
  to: filters.to || null,
  ...{ message: null, call: null, embeddedBy: null, meaning: null, finishedAt: null },
  askedAt: new Date(now).toISOString(),
});

/** An answer with all that it goes on from, the first one first. */
export function threadOf(id: string, items: readonly ArchiveAnswer[]): ArchiveAnswer[] {
  const thread: ArchiveAnswer[] = [];
  for (let at: string | null = id; at !== null; ) {
    const one: ArchiveAnswer | undefined = items.find((item) => item.id === at);
    if (!one || thread.includes(one)) break;
    thread.unshift(one);
    at = one.followUpOf;
  }
  return thread;
}

/** The answers that nothing goes on from: one for each thread, the latest first. */
export const lastOfThreads = (items: readonly ArchiveAnswer[]): ArchiveAnswer[] =>
  items.filter(({ id }) => !items.some(({ followUpOf }) => followUpOf === id));
