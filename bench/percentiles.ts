/** Rounds that give one value each, and the requests in them. */
const ROUNDS = 5;
const REQUESTS = 40;

/** The value below or at which a part of some values lies: 0.95 for the 95th percentile. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

/**
 * How long requests take, in milliseconds: the 50th and the 95th percentile of each round.
 * @param once makes one request; it is told which of its round
 */
export async function percentilesOf(
  once: (request: number) => Promise<unknown>,
): Promise<{ p50: number[]; p95: number[] }> {
  const p50: number[] = [];
  const p95: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const taken: number[] = [];
    for (let request = 0; request < REQUESTS; request += 1) {
      const started = performance.now();
      await once(request);
      taken.push(performance.now() - started);
    }
    p50.push(percentile(taken, 0.5));
    p95.push(percentile(taken, 0.95));
  }
  return { p50, p95 };
}
