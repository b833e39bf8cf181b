/** A journal cannot be read: something other than a crash in mid-write has changed it. */
export class JournalCorruptError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    /** What cannot be had because of it, such as `this one execution cannot go on`. */
    lost: string,
    cause: unknown,
  ) {
    super(
      `Line ${line} of the journal ${file} is not readable, so ${lost}. ` +
        'The file is kept beside it, with the ending ".damaged".',
      { cause },
    );
    this.name = 'JournalCorruptError';
  }
}

/** The disk took no record, or only a part of one; what is journaled stands where the last whole record left it. */
export class JournalNotWrittenError extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(
      `The journal ${file} could not be written (${cause instanceof Error ? cause.message : cause}). ` +
        'What was saved before is safe. Make room on the disk, or make the folder writable, and try again.',
      { cause },
    );
    this.name = 'JournalNotWrittenError';
  }
}
