import { WITHHELD, whyNoAnswer } from '../modelFailure';

/** A question that was not answered. The message is shown to whoever asked: what is wrong, and what to do. */
export class AskRefusedError extends Error {
  override name = 'AskRefusedError';
}

/** Nobody is signed in, or the request names nothing that an answer could be kept under. Only the log hears of it. */
export class NobodyAskedError extends AskRefusedError {
  override name = 'NobodyAskedError';
  constructor() {
    super('A question needs an id and somebody who is signed in.');
  }
}

/** Something in the request cannot be used. */
export class InvalidQuestionError extends AskRefusedError {
  override name = 'InvalidQuestionError';
  constructor(
    readonly argument: string,
    message: string,
  ) {
    super(message);
  }
}

/** The answer that it asks on about is not the caller's, or is gone; the two are not told apart. */
export class NoEarlierAnswerError extends AskRefusedError {
  override name = 'NoEarlierAnswerError';
  constructor() {
    super('What you asked before is not there any more. Ask again in whole words.');
  }
}

/** The passages could not be looked for. */
export class ArchiveNotReachedError extends AskRefusedError {
  override name = 'ArchiveNotReachedError';
  constructor(options: { cause: unknown }) {
    super('The archive could not be searched. Nothing is lost: wait a moment and ask again.', options);
  }
}

/** The model could not be asked, was too slow, or broke off. */
export class AnswererNotReachedError extends AskRefusedError {
  override name = 'AnswererNotReachedError';
  constructor(
    readonly model: string,
    options: { cause: unknown },
  ) {
    super(`${model} could not answer (${whyNoAnswer(options.cause)}). Ask again in a moment.`, options);
  }
}

/** The model's answer was withheld. `stopReason` is Bedrock's. */
export class AnswerWithheldError extends AskRefusedError {
  override name = 'AnswerWithheldError';
  constructor(
    readonly model: string,
    readonly stopReason: string,
  ) {
    super(`${model} ${NO_ANSWER[stopReason] ?? 'gave no answer'}. Ask in other words.`);
  }
}

/** Stop reasons after which there is no answer, whatever has come. */
export const NO_ANSWER: Readonly<Record<string, string>> = {
  ...WITHHELD,
  model_context_window_exceeded: 'has no room for so many passages',
};
