import type { Origin } from '../../../domain/history/revision';
import type { PostMortem } from '../../../domain/postMortem';
import type { SharedFor } from '../../../domain/postMortem/access';
import type { FieldId } from '../../../domain/postMortem/fields';
import { isLater } from '../../../domain/postMortem/nextRevision';
import { contentOf, emptyContent } from '../../data/content';
import {
  BroughtTogetherError,
  explain,
  NotFoundOrNotYoursError,
  OfflineError,
  RevisionConflictError,
  SessionExpiredError,
} from '../../data/errors';
import type { DocumentContent, StatusChange } from '../../data/types';
import type { UnsavedWork } from '../../data/unsavedWork';
import { accessOf, mayEdit, nobodyElse } from './access';
import { changedBy } from './changedBy';
import { asSent, changedFields, pick, problemWith } from './contentToSave';
import { KeptOnDevice } from './keptOnDevice';
import { bringBack, goneOn, meet } from './meeting';
import { notSendable, whyNotSaved } from './notSaved';
import { OriginLog } from './originLog';
import { readLater } from './readLater';
import { RetryPause } from './retryPause';
import type { ChangedBy, SaveState, WritingState } from './writingState';
import type { WritingTools } from './writingTools';

/** How long after the last keystroke a document is saved. */
const PAUSE_BEFORE_SAVING_MS = 800;

/**
 * One author writing one post-mortem: keeps every change on the device at once, saves it to the server when
 * the author pauses, and merges when somebody else has saved meanwhile. Knows nothing of the screen.
 */
export class WritingSession {
  #state: WritingState;
  /** What the server has at `#state.revision`. */
  #base: DocumentContent;
  /** What was sent and may have been stored, although no answer said so. */
  #unanswered: DocumentContent[] = [];
  readonly #origins = new OriginLog();
  #saving: Promise<void> | null = null;
  #cancelTimer: () => void = () => {};
  readonly #retryPause = new RetryPause();
  #isLeft = false;
  readonly #listeners = new Set<() => void>();
  readonly #device: KeptOnDevice;

  constructor(
    readonly id: string,
    private readonly tools: WritingTools,
    opened: PostMortem | null,
    left: readonly UnsavedWork[],
    private readonly userId: string,
  ) {
    this.#device = new KeptOnDevice(tools.journal, id, left);
    const first = this.#device.takeOver();
    this.#base = opened ? contentOf(opened) : (first?.base ?? emptyContent());
    this.#state = {
      content: this.#base,
      save: { kind: opened ? 'saved' : 'untouched' },
      revision: opened?.revision ?? first?.baseRevision ?? 0,
      ...(opened ? accessOf(opened) : nobodyElse(userId)),
      takenOver: null,
      broughtBack: false,
      keptOnDevice: true,
    };
    if (first) this.#bringBack(first, changedBy(opened, userId));
  }

  readonly state = (): WritingState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get hasUnsavedChanges(): boolean {
    return changedFields(this.#base, this.#state.content).length > 0;
  }

  /** Takes a change of the author's: kept on the device now, saved in a moment. `from` is told by its history. */
  change(change: Partial<DocumentContent>, from: Origin = 'typed'): void {
    this.#origins.note(Object.keys(change) as FieldId[], from);
    this.#set({ content: { ...this.#state.content, ...change } });
    this.#keep();
    const { save, content } = this.#state;
    if (save.kind === 'conflict')
      this.#set({ save: { ...save, conflict: goneOn(save.conflict, this.#base, content) } });
    if (save.kind === 'conflict' || save.kind === 'gone') return;
    if (save.kind !== 'saving') this.#set({ save: { kind: 'unsaved' } });
    this.#schedule(PAUSE_BEFORE_SAVING_MS);
  }

  /**
   * Saves now, and asks again whether the server is there after it was not. True when the server has what
   * was written up to the call; the author may have written on since.
   */
  async flush(): Promise<boolean> {
    this.#cancelTimer();
    while (this.#saving) await this.#saving;
    const { kind } = this.#state.save;
    if (kind === 'conflict' || kind === 'gone') return false;
    if (this.hasUnsavedChanges || this.#state.revision === 0) await this.#during(() => this.#saveOnce());
    else if (kind !== 'saved') await this.refresh();
    return this.#state.revision > 0 && ['saved', 'unsaved', 'saving'].includes(this.#state.save.kind);
  }

  /** Saves for what goes on only with a saved document. @throws NotSavedError and others, saying why it is not */
  async saved(): Promise<void> {
    if (!(await this.flush())) throw whyNotSaved(this.#state.save);
  }

  /** Reads the server's version and takes it over where nothing here is in its way. */
  async refresh(): Promise<void> {
    const { revision, save } = this.#state;
    if (this.#saving || revision === 0 || save.kind === 'conflict' || save.kind === 'gone') return;
    await this.#during(async () => {
      try {
        const theirs = await this.tools.postMortems.get(this.id);
        // Who began to write meanwhile is left alone: the next save brings both together.
        if (isLater(theirs.revision, this.#state.revision) && !this.hasUnsavedChanges) this.#meet(theirs);
        else this.#settle();
      } catch (error) {
        await this.#recover(error);
      }
    });
  }

  /** Goes on after a conflict with what the author chose. */
  resolve(content: DocumentContent): Promise<boolean> {
    const { save } = this.#state;
    if (save.kind !== 'conflict') throw new Error('There is no conflict to resolve.');
    this.#base = save.conflict.theirs;
    this.#set({ content, revision: save.conflict.theirRevision, save: { kind: 'unsaved' } });
    this.#keep();
    return this.flush();
  }

  /** Shares it with somebody, or stops doing so (null). Only the owner may. @throws the store's errors */
  async share(person: string, role: SharedFor | null): Promise<void> {
    await this.saved();
    await this.#during(async () => {
      await this.tools.postMortems.share(this.id, person, role);
      // Read, not counted: somebody may have saved a text in between.
      await this.#meetLater();
    });
  }

  /** Moves it, as it stands here, to another status; never what its author has not seen. @throws the store's errors */
  async setStatus(change: StatusChange): Promise<void> {
    await this.saved();
    await this.#during(async () => {
      try {
        await this.tools.postMortems.setStatus(this.id, this.#state.revision, change);
      } catch (error) {
        if (!(error instanceof RevisionConflictError)) throw error;
        await this.#meetLater();
        throw this.#state.save.kind === 'conflict' ? error : new BroughtTogetherError(error);
      }
      await this.#meetLater();
    });
  }

  dismissNotices(): void {
    this.#set({ takenOver: null, broughtBack: false });
  }

  /** The author leaves the page: the clock stops, and what is unsaved gets a last chance to be sent. */
  leave(): void {
    this.#listeners.clear();
    this.#isLeft = true;
    if (this.hasUnsavedChanges && this.#state.save.kind !== 'failed') void this.flush();
    this.#cancelTimer();
  }

  #during(work: () => Promise<void>): Promise<void> {
    const done = work();
    const over = () => {
      this.#saving = null;
    };
    // Whoever waits for its end goes on after a failure too: that is told to the one who asked for the work.
    this.#saving = done.then(over, over);
    return done;
  }

  async #saveOnce(): Promise<void> {
    const sent = this.#state.content;
    const problem = problemWith(sent, this.#base);
    if (problem !== null) return this.#set({ save: notSendable(problem) });
    this.#set({ save: { kind: 'saving' } });
    this.#unanswered.push(sent);
    const changed = changedFields(this.#base, sent);
    const origins = this.#origins.take(changed);
    try {
      const { revision, editors } = this.#state;
      const saved = await (revision === 0
        ? this.tools.postMortems.create(this.id, asSent(sent), editors, origins)
        : this.tools.postMortems.update(this.id, revision, pick(sent, changed), origins));
      this.#base = sent;
      this.#unanswered = [];
      this.#set({ revision: saved.revision });
      this.#settle();
    } catch (error) {
      this.#origins.putBack(origins);
      await this.#recover(error);
    }
  }

  /** After the server has answered: either everything is safe, or the author has gone on writing. */
  #settle(): void {
    this.#retryPause.reset();
    if (this.hasUnsavedChanges) {
      this.#keep();
      this.#set({ save: { kind: 'unsaved' } });
      this.#schedule(PAUSE_BEFORE_SAVING_MS);
    } else {
      this.#device.forget();
      this.#set({ save: { kind: 'saved' }, broughtBack: false, keptOnDevice: true });
      const next = this.#device.takeOver();
      if (next) this.#bringBack(next, 'self');
    }
  }

  #bringBack(left: UnsavedWork, by: ChangedBy): void {
    if (changedFields(left.base, left.content).length === 0) return;
    this.#origins.putBack(left.origins ?? {});
    const { base, change } = bringBack(this.#state, this.#base, left, by);
    this.#base = base;
    this.#set(change);
    if (change.save?.kind === 'unsaved') this.#schedule(0);
  }

  async #recover(error: unknown): Promise<void> {
    let cause = error;
    if (error instanceof RevisionConflictError) {
      try {
        return await this.#meetLater();
      } catch (second) {
        cause = second;
      }
    }
    if (cause instanceof NotFoundOrNotYoursError) {
      // Whoever was at rest has nothing on the device yet. What one could only read is not one's own to keep.
      if (mayEdit(this.#state, this.userId)) this.#keep();
      return this.#set({ save: { kind: 'gone' } });
    }
    if (cause instanceof SessionExpiredError) return this.#set({ save: { kind: 'signedOut' } });
    const isOffline = cause instanceof OfflineError;
    // Only a look has failed, and another one follows: nothing here waits to be saved.
    if (!isOffline && this.#state.save.kind === 'saved') return;
    const save: SaveState = isOffline ? { kind: 'offline' } : { kind: 'failed', ...explain(cause) };
    this.#set({ save });
    this.#schedule(this.#retryPause.next());
  }

  /** Brings somebody else's version and ours together. */
  #meet(theirs: PostMortem): void {
    // An answer that was lost on its way: what is there is what was sent from here.
    const own = this.#unanswered.find((sent) => changedFields(sent, contentOf(theirs)).length === 0);
    const { base, change } = meet(this.#state, own ?? this.#base, theirs, this.userId);
    this.#base = base;
    this.#unanswered = [];
    this.#set(change);
    if (change.save?.kind === 'conflict') this.#keep();
    else this.#settle();
    if (change.save?.kind !== 'conflict' && this.hasUnsavedChanges) this.#schedule(0);
  }

  async #meetLater(): Promise<void> {
    this.#meet(await readLater(this.tools, this.id, this.#state.revision));
  }

  #keep(): void {
    const keptOnDevice = this.#device.keep({
      baseRevision: this.#state.revision,
      base: this.#base,
      content: this.#state.content,
      origins: this.#origins.pending,
      changedAt: this.tools.now().toISOString(),
    });
    if (keptOnDevice !== this.#state.keptOnDevice) this.#set({ keptOnDevice });
  }

  #schedule(milliseconds: number): void {
    this.#cancelTimer();
    // What is kept on the device is the next visit's, which may have changed it by then, or another person's.
    if (this.#isLeft) return;
    this.#cancelTimer = this.tools.after(milliseconds, () => {
      if (this.#saving) this.#schedule(PAUSE_BEFORE_SAVING_MS);
      else void this.flush();
    });
  }

  #set(change: Partial<WritingState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
