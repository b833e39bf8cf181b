import { WITHHELD, whyNoAnswer } from '../modelFailure';

/** A document on which a model did not remark. The message is shown to the reader: what is wrong, and what to do. */
export class RemarksRefusedError extends Error {
  override name = 'RemarksRefusedError';
}

/** The caller may not read it, or there is no such record; the two are not told apart. */
export class NotYoursToReadError extends RemarksRefusedError {
  override name = 'NotYoursToReadError';
  constructor() {
    super('There is no such post-mortem among those you may read. Open it from your list and try again.');
  }
}

/** The model could not be asked, or was too slow. */
export class ModelNotReachedError extends RemarksRefusedError {
  override name = 'ModelNotReachedError';
  constructor(
    readonly model: string,
    options: { cause: unknown },
  ) {
    super(
      `${model} could not be asked for remarks (${whyNoAnswer(options.cause)}). What the rules found stands; try again later.`,
      options,
    );
  }
}

/** The model answered with something that holds no remarks. `stopReason` is Bedrock's. */
export class UnreadableRemarksError extends RemarksRefusedError {
  override name = 'UnreadableRemarksError';
  constructor(
    readonly model: string,
    readonly stopReason: string,
  ) {
    super(
      `${model} ${WHY[stopReason] ?? 'gave an answer that holds no remarks'}. What the rules found stands.`,
    );
  }
}

const WHY: Readonly<Record<string, string>> = {
  ...WITHHELD,
  model_context_window_exceeded: 'has no room for a document of this length',
  max_tokens: 'was cut off in the middle of its answer; ask again',
};
