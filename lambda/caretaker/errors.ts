/** Some runs could not be looked after; the next sweep tries them again. `runs` are their ids. */
export class SweepIncompleteError extends Error {
  override name = 'SweepIncompleteError';
  constructor(readonly runs: readonly string[]) {
    super(
      `${runs.length} run(s) could not be looked after; the warnings above say why. The next sweep tries again.`,
    );
  }
}
