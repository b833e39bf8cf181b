import { LONGEST_RUN_MINUTES } from '../../../../domain/enhancement';
import type { Enhancement, EnhancementService } from '../../../data/types';
import type { EnhanceEvent } from '../enhanceState';
import { isOver, type Runs } from './runs';
import { unstarted } from './unheard';

/** How often a colleague's run that goes on is looked at, in milliseconds. */
const LOOK_AGAIN_MS = 4_000;
/** How often a shared document is asked for runs that a colleague has started, in milliseconds. */
const LOOK_FOR_NEW_MS = 20_000;
/** What has not begun to draft by then may stand in a line, in milliseconds. */
const WAITS_AFTER_MS = 3_000;
const LONGEST_RUN_MS = LONGEST_RUN_MINUTES * 60_000;

export interface FollowerCollaborators {
  postMortemId: string;
  userId: string;
  service: EnhancementService;
  tell(event: EnhanceEvent): void;
  /** By this device's clock, in milliseconds. */
  now(): number;
  /** Calls back after so many milliseconds. Returns what calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Whether anybody can see the page: what nobody sees is not asked for. */
  isSeen(): boolean;
}

/** Follows every run on a post-mortem: live, and by reading again whenever something may have been missed. */
export class RunFollower {
  #runs: Runs = new Map();
  #isShared = false;
  #stopWatching: (() => void) | null = null;
  #nextLook: { everyMs: number; callOff: () => void } | null = null;
  #nextPlace: (() => void) | null = null;
  readonly #startsAgain = new Map<string, () => void>();

  constructor(private readonly with_: FollowerCollaborators) {}

  /** Reads the runs and listens from now on. Done again, it reads again and renews the live connection. */
  follow(): void {
    const { service, postMortemId, userId, tell } = this.with_;
    this.#stopWatching?.();
    void this.reload();
    this.#stopWatching = service.watch(postMortemId, userId, {
      onSnapshot: (run) => tell({ type: 'told', run }),
      onConnected: () => {
        tell({ type: 'connected' });
        void this.reload();
      },
      onInterrupted: () => tell({ type: 'interrupted' }),
    });
    this.#arrange();
  }

  stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#nextLook?.callOff();
    this.#nextLook = null;
    this.#nextPlace?.();
    this.#nextPlace = null;
    for (const callOff of this.#startsAgain.values()) callOff();
    this.#startsAgain.clear();
  }

  /** Takes note of what the page knows now, and of whether others may work on the document. */
  attend(runs: Runs, isShared: boolean): void {
    this.#runs = runs;
    this.#isShared = isShared;
    if (this.#stopWatching) this.#arrange();
  }

  /** The page is seen again, or the network is back: a tab that slept may have missed something. */
  comeBack(): void {
    if (this.with_.isSeen() && (this.#isShared || this.#anyGoesOn())) void this.reload();
  }

  async reload(): Promise<void> {
    const { service, postMortemId, tell } = this.with_;
    try {
      tell({ type: 'read', runs: await service.latest(postMortemId) });
    } catch (error) {
      tell({ type: 'unreadable', error });
    }
  }

  #arrange(): void {
    this.#arrangeStarts();
    this.#arrangeLooks();
    this.#arrangePlace();
  }

  /** What was recorded and never began is started again. */
  #arrangeStarts(): void {
    const { after, now, userId } = this.with_;
    const open = unstarted(this.#runs, userId, now());
    for (const [id, callOff] of this.#startsAgain) {
      if (!open.some(({ run }) => run.id === id)) callOff();
    }
    for (const { run, dueIn } of open) {
      // Once is enough: the proxy marks what could not be started.
      if (this.#startsAgain.has(run.id)) continue;
      this.#startsAgain.set(
        run.id,
        after(dueIn, () => void this.#startAgain(run)),
      );
    }
  }

  async #startAgain({ id, section, theme, source, material }: Enhancement): Promise<void> {
    const { service, postMortemId, tell } = this.with_;
    try {
      const again = { id, postMortemId, section, theme, text: source, ...(material && { material }) };
      tell({ type: 'told', run: await service.start(again) });
    } catch {
      // The proxy has marked it as not started, or says why it cannot be: the record tells.
      await this.reload();
    }
  }

  /** The API tells live of one's own runs only; colleagues' are looked for while somebody sees the page. */
  #arrangeLooks(): void {
    const colleaguesGoOn = [...this.#runs.values()].some((run) => this.#isColleagues(run) && !isOver(run));
    const everyMs = colleaguesGoOn ? LOOK_AGAIN_MS : this.#isShared ? LOOK_FOR_NEW_MS : null;
    if (this.#nextLook?.everyMs === everyMs) return;
    this.#nextLook?.callOff();
    this.#nextLook = null;
    if (everyMs === null) return;
    const look = async () => {
      if (this.with_.isSeen()) await (colleaguesGoOn ? this.reload() : this.#lookForNew());
      // While the answer was on its way this may have become another interval, or the end.
      if (this.#nextLook === mine) mine.callOff = this.with_.after(everyMs, () => void look());
    };
    const mine = { everyMs, callOff: this.with_.after(everyMs, () => void look()) };
    this.#nextLook = mine;
  }

  /** Asks for numbers alone, and for texts only when they say something new. */
  async #lookForNew(): Promise<void> {
    const { service, postMortemId, tell } = this.with_;
    try {
      const marks = await service.marks(postMortemId);
      const isNew = marks.some(({ id, progress }) => progress > (this.#runs.get(id)?.progress ?? -1));
      if (isNew) await this.reload();
      else tell({ type: 'read', runs: [] });
    } catch (error) {
      tell({ type: 'unreadable', error });
    }
  }

  /** A run that does not begin to be drafted may wait for others: its place in the line is looked up. */
  #arrangePlace(): void {
    const waiting = this.#waiting();
    if (waiting.length === 0) {
      this.#nextPlace?.();
      this.#nextPlace = null;
      return;
    }
    if (this.#nextPlace) return;
    const youngest = Math.min(...waiting.map((run) => this.with_.now() - Date.parse(run.startedAt)));
    const look = async () => {
      if (this.with_.isSeen()) for (const run of this.#waiting()) await this.#lookUpPlace(run);
      if (this.#nextPlace === null) return;
      this.#nextPlace = null;
      if (this.#waiting().length > 0) this.#nextPlace = this.with_.after(LOOK_AGAIN_MS, () => void look());
    };
    this.#nextPlace = this.with_.after(Math.max(0, WAITS_AFTER_MS - youngest), () => void look());
  }

  async #lookUpPlace({ id, startedAt }: Enhancement): Promise<void> {
    const { service, tell, now } = this.with_;
    // What is said to go on for longer than a run can live is about to be ended by the caretaker.
    const earliest = new Date(now() - LONGEST_RUN_MS).toISOString();
    try {
      const going = await service.goingOn(earliest, startedAt);
      tell({ type: 'inLine', runId: id, ahead: going.filter((other) => other !== id).length });
    } catch (error) {
      tell({ type: 'unreadable', error });
    }
  }

  /** One's own runs of which nothing is drafted. */
  #waiting(): Enhancement[] {
    const earliest = this.with_.now() - LONGEST_RUN_MS;
    return [...this.#runs.values()]
      .filter((run) => !this.#isColleagues(run) && !isOver(run) && run.drafts.length === 0)
      .filter(({ startedAt }) => Date.parse(startedAt) > earliest);
  }

  #anyGoesOn(): boolean {
    return [...this.#runs.values()].some((run) => !isOver(run));
  }

  #isColleagues(run: Enhancement): boolean {
    return run.owner !== this.with_.userId;
  }
}
