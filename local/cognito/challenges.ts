/** How long a person has to answer a challenge: three minutes, as in an app client made by default. */
const LIFETIME = 3 * 60 * 1000;
/** Open challenges at any time; beyond it the oldest is dropped, so that a flood cannot fill memory. */
const MAX_OPEN = 1000;

/** Questions that were asked and not yet answered. In memory only: after a restart people sign in again. */
export class Challenges<Challenge> {
  private readonly open = new Map<string, { challenge: Challenge; expiresAt: number }>();

  constructor(private readonly clock: () => number) {}

  add(id: string, challenge: Challenge): void {
    const now = this.clock();
    for (const [key, { expiresAt }] of this.open) {
      if (expiresAt > now && this.open.size < MAX_OPEN) break;
      this.open.delete(key);
    }
    this.open.set(id, { challenge, expiresAt: now + LIFETIME });
  }

  find(id: string): Challenge | undefined {
    const entry = this.open.get(id);
    return entry && entry.expiresAt > this.clock() ? entry.challenge : undefined;
  }

  /** Finds a challenge and makes sure that nobody can answer it again. */
  take(id: string): Challenge | undefined {
    const challenge = this.find(id);
    this.open.delete(id);
    return challenge;
  }
}
