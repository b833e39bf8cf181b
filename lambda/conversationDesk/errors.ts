/** Something that cannot be said or done in a conversation. The message is shown to the person. */
export class ConversationRefusedError extends Error {
  override name = 'ConversationRefusedError';
}

/** The request itself is wrong. */
export class InvalidMessageError extends ConversationRefusedError {
  override name = 'InvalidMessageError';
}

/** There is none, or it is somebody else's; the two are not told apart. */
export class NoSuchConversationError extends ConversationRefusedError {
  override name = 'NoSuchConversationError';
  constructor() {
    super('There is no such conversation of yours. Begin a new one.');
  }
}

/** A budget of the conversation is reached. */
export class BudgetReachedError extends ConversationRefusedError {
  override name = 'BudgetReachedError';
}

/** An answer is on its way. */
export class StillAnsweringError extends ConversationRefusedError {
  override name = 'StillAnsweringError';
  constructor() {
    super('Your last message is still being answered. Wait for it, or stop it.');
  }
}

/** Others settled proposals of the same message each time that this one was to be. */
export class ProposalsBusyError extends ConversationRefusedError {
  override name = 'ProposalsBusyError';
  constructor() {
    super('Other proposals of that message were settled at the same moment. Click again.');
  }
}

/** The record is there, but the execution could not be started; sending it again is safe. */
export class AnswerNotStartedError extends ConversationRefusedError {
  override name = 'AnswerNotStartedError';
  constructor(options: ErrorOptions) {
    super('The assistant could not be started. Nothing was lost: wait a moment and send it again.', options);
  }
}
