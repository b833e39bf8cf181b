import {
  BEAT_MS,
  isNew,
  type Presence,
  type Sightings,
  type Somebody,
  whoIsThere,
  withHeard,
} from '../../../domain/comments/presence';
import { OfflineError, SessionExpiredError } from '../../data/errors';
import type { PresenceService } from '../../data/talk';

/** How often those who have fallen silent are looked for. */
const LOOK_MS = 5_000;
/** Whoever moves on at once was never there. */
const SETTLED_MS = 800;
/** Several who greet at once are answered together. */
const ANSWER_MS = 600;

export interface PresenceTools {
  postMortemId: string;
  userId: string;
  /** Names this page among those that the person has open. */
  page: string;
  presence: PresenceService;
  now(): number;
  after(milliseconds: number, callback: () => void): () => void;
  /** Whether the page is in front of somebody. */
  isSeen(): boolean;
  onSessionExpired(): void;
}

type Where = Pick<Presence, 'place' | 'isWriting'>;

/**
 * Who else has the document in front of them. One greets when one comes, and whoever is there answers; from then on
 * each says every 20 seconds that they still are. Somebody who is alone says nothing more. What cannot be sent is
 * not sent again: the next beat says the same.
 */
export class PresenceDesk {
  #others: readonly Somebody[] = [];
  #sightings: Sightings = new Map();
  #where: Where = { place: null, isWriting: false };
  #isConnected = false;
  #toldAt = Number.NEGATIVE_INFINITY;
  #callOffTelling = () => {};
  #callOffLooking = () => {};
  readonly #listeners = new Set<() => void>();

  constructor(private readonly tools: PresenceTools) {}

  /** Comes to the document. @returns what leaves it */
  open(): () => void {
    const { presence, postMortemId } = this.tools;
    const stop = presence.watch(postMortemId, {
      onTold: (heard) => this.#hear(heard),
      onConnected: () => {
        this.#isConnected = true;
        void this.#tell();
      },
      onInterrupted: () => {
        this.#isConnected = false;
      },
    });
    this.#look();
    return () => {
      stop();
      this.#callOffLooking();
      this.#callOffTelling();
      if (this.#others.length > 0) void this.#tell(true);
      this.#isConnected = false;
      this.#sightings = new Map();
      this.#show();
    };
  }

  /** The others who are there; the same list as long as nothing has changed. */
  readonly others = (): readonly Somebody[] => this.#others;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** This person is somewhere else in the document now. */
  move(where: Where): void {
    if (where.place === this.#where.place && where.isWriting === this.#where.isWriting) return;
    this.#where = where;
    if (this.#others.length > 0) this.#tellIn(SETTLED_MS);
  }

  /** The page is seen again, or no longer. */
  turn(): void {
    if (this.tools.isSeen()) this.#tellIn(0);
  }

  #hear(heard: Presence): void {
    if (heard.person === this.tools.userId) return;
    const now = this.tools.now();
    const isGreeting = isNew(this.#sightings, heard, now);
    this.#sightings = withHeard(this.#sightings, heard, now);
    this.#show();
    if (isGreeting) this.#tellIn(ANSWER_MS);
  }

  /** Looks for those who have fallen silent, and says when it is time that one is still there. */
  #look(): void {
    this.#callOffLooking = this.tools.after(LOOK_MS, () => {
      this.#show();
      if (this.#others.length > 0 && this.tools.now() - this.#toldAt >= BEAT_MS) void this.#tell();
      this.#look();
    });
  }

  #tellIn(milliseconds: number): void {
    this.#callOffTelling();
    this.#callOffTelling = this.tools.after(milliseconds, () => void this.#tell());
  }

  async #tell(isLeaving = false): Promise<void> {
    const { presence, postMortemId, page, now, isSeen, onSessionExpired } = this.tools;
    if (!this.#isConnected || (!isLeaving && !isSeen())) return;
    this.#toldAt = now();
    try {
      await presence.announce(postMortemId, { page, isLeaving, ...this.#where });
    } catch (error) {
      if (error instanceof SessionExpiredError) onSessionExpired();
      // Until the live connection is back there is no need to try.
      if (error instanceof OfflineError) this.#isConnected = false;
    }
  }

  #show(): void {
    const others = whoIsThere(this.#sightings, this.tools.now());
    if (JSON.stringify(others) === JSON.stringify(this.#others)) return;
    this.#others = others;
    for (const listener of this.#listeners) listener();
  }
}
