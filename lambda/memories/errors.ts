/** A question about memories that cannot be answered as it was asked. The message is for the person. */
export class MemoryRefusedError extends Error {
  override name = 'MemoryRefusedError';
}

/** Without a signed-in person there is nothing that may be found. */
export class NobodyRemembersError extends MemoryRefusedError {
  override name = 'NobodyRemembersError';
  constructor() {
    super('Sign in to find what is remembered: it depends on who asks.');
  }
}

/** The question is no question, or too long for one. */
export class InvalidQuestionError extends MemoryRefusedError {
  override name = 'InvalidQuestionError';
}
