/** A model answered, but with nothing a reader could use. `stopReason` is Bedrock's. */
export class UnusableDraftError extends Error {
  constructor(
    readonly model: string,
    readonly stopReason: string,
    what: string,
  ) {
    super(`${model} ${what}`);
    this.name = 'UnusableDraftError';
  }
}

/** The judge answered twice without a verdict that can be read. The drafts are fine; a rule chooses. */
export class UnreadableVerdictError extends Error {
  constructor(readonly why: string) {
    super(`No usable verdict: ${why}.`);
    this.name = 'UnreadableVerdictError';
  }
}
