/** A question that the archive cannot be asked. The message says what is wrong and what to do. */
export class ArchiveQuestionError extends Error {
  override name = 'ArchiveQuestionError';
}
