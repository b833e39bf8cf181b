import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { JournalCorruptError, JournalNotWrittenError } from './errors';

export * from './errors';

/** What a journal file holds: its first line, and the rest in order. */
interface JournalContent<First, Later> {
  first: First;
  records: Later[];
}

/** What a file must be to be one of these journals. */
interface Kind<First> {
  /** Whether a line of JSON is what such a journal begins with. */
  isFirst(record: unknown): record is First;
  /** What is lost with a damaged one, for its message, such as `this one execution cannot go on`. */
  readonly lost: string;
}

/**
 * A journal of one thing, such as an execution or a message: a file of JSON lines, only ever appended to. A
 * record that `append` has returned for survives both a killed process and a power cut.
 */
export class Journal<First extends object, Later extends object> {
  private descriptor: number | undefined;
  /** Bytes of whole records, after a write that failed and may have left a part of one. */
  private wholeUpTo: number | undefined;

  private constructor(readonly file: string) {}

  /** Creates the file, readable by its owner only, with its first line. @throws when it exists already */
  static create<First extends object, Later extends object>(
    file: string,
    first: First,
  ): Journal<First, Later> {
    const journal = new Journal<First, Later>(file);
    journal.descriptor = openSync(file, 'ax', 0o600);
    try {
      journal.write(first);
    } catch (error) {
      // A file without its first line would stand in the way of the next try.
      closeSync(journal.descriptor);
      rmSync(file);
      throw error;
    }
    // The new name itself must be on disk too, or the whole file may be gone after a power cut.
    const folder = openSync(dirname(file), constants.O_RDONLY);
    fsyncSync(folder);
    closeSync(folder);
    return journal;
  }

  /**
   * Reads a journal after a restart. A last line without its line break was being written when the process
   * died; nobody was ever told that it was saved, so it is cut off. A file without one whole line is removed.
   * @returns nothing for a file that was removed
   * @throws JournalCorruptError when any other line is not JSON
   */
  static recover<First extends object, Later extends object>(
    file: string,
    { isFirst, lost }: Kind<First>,
  ): (JournalContent<First, Later> & { journal: Journal<First, Later> }) | undefined {
    const bytes = readFileSync(file);
    const whole = bytes.lastIndexOf('\n') + 1;
    if (whole < bytes.length) truncateSync(file, whole);
    const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
    const [first, ...records] = lines.map((line, index) => parse(line, file, index + 1, lost));
    if (first === undefined) {
      rmSync(file);
      return undefined;
    }
    if (!isFirst(first)) {
      throw new JournalCorruptError(file, 1, lost, new Error('the first record is not one of this kind'));
    }
    return { first, records: records as Later[], journal: new Journal<First, Later>(file) };
  }

  /** Writes one record and waits until the disk has it. */
  append(record: Later): void {
    this.descriptor ??= openSync(this.file, 'a');
    this.write(record);
  }

  /** Lets go of the file; `append` opens it again. */
  close(): void {
    if (this.descriptor === undefined) return;
    const descriptor = this.descriptor;
    this.descriptor = undefined;
    try {
      this.cutTornLine(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  remove(): void {
    this.close();
    rmSync(this.file);
  }

  private write(record: First | Later): void {
    const descriptor = this.descriptor as number;
    this.cutTornLine(descriptor);
    const before = fstatSync(descriptor).size;
    const line = Buffer.from(`${JSON.stringify(record)}\n`);
    let written = 0;
    try {
      while (written < line.length) written += writeSync(descriptor, line, written);
      fdatasyncSync(descriptor);
    } catch (cause) {
      // A full disk: take the torn line back, or the next record would be glued to it.
      this.wholeUpTo = before;
      throw new JournalNotWrittenError(this.file, cause);
    }
  }

  /** Removes what a failed write left behind; as long as that fails too, nothing is appended. */
  private cutTornLine(descriptor: number): void {
    if (this.wholeUpTo === undefined) return;
    try {
      ftruncateSync(descriptor, this.wholeUpTo);
      fdatasyncSync(descriptor);
    } catch (cause) {
      throw new JournalNotWrittenError(this.file, cause);
    }
    this.wholeUpTo = undefined;
  }
}

function parse(line: string, file: string, number: number, lost: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new JournalCorruptError(file, number, lost, cause);
  }
}
