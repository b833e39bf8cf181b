import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
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
    settle(file);
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
    kind: Kind<First>,
  ): (JournalContent<First, Later> & { journal: Journal<First, Later> }) | undefined {
    const records: Later[] = [];
    const recovered = Journal.replay<First, Later>(file, kind, {
      onRecord: (record) => records.push(record),
      onDamaged: (error) => {
        throw error;
      },
    });
    return recovered && { ...recovered, records };
  }

  /**
   * The same for a journal of which a damaged line costs only itself, and which may be longer than one string
   * can be: its records are handed on one by one.
   * @throws JournalCorruptError when the first line is damaged
   */
  static replay<First extends object, Later extends object>(
    file: string,
    { isFirst, lost }: Kind<First>,
    told: {
      onFirst?(first: First): void;
      onRecord(record: Later): void;
      onDamaged(error: JournalCorruptError): void;
    },
  ): { first: First; journal: Journal<First, Later> } | undefined {
    let first: First | undefined;
    let count = 0;
    const begin = (record: unknown) => {
      if (!isFirst(record)) {
        throw new JournalCorruptError(file, 1, lost, new Error('the first record is not one of this kind'));
      }
      first = record;
      told.onFirst?.(record);
    };
    const whole = eachLine(file, (line) => {
      count += 1;
      try {
        const record = parse(line, file, count, lost);
        if (count === 1) begin(record);
        else told.onRecord(record as Later);
      } catch (error) {
        if (count === 1 || !(error instanceof JournalCorruptError)) throw error;
        told.onDamaged(error);
      }
    });
    if (whole < statSync(file).size) truncateSync(file, whole);
    if (first === undefined) {
      rmSync(file);
      return undefined;
    }
    return { first, journal: new Journal<First, Later>(file) };
  }

  /** Bytes of it on disk. */
  get size(): number {
    return this.descriptor === undefined ? statSync(this.file).size : fstatSync(this.descriptor).size;
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

  /** Puts this journal in the place of another, in one step: after a crash the name holds one of the two. */
  takePlaceOf(other: Journal<First, Later>): void {
    this.close();
    other.close();
    renameSync(this.file, other.file);
    settle(other.file);
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

/** A name itself must be on disk too, or the whole file may be gone after a power cut. */
function settle(file: string): void {
  const folder = openSync(dirname(file), constants.O_RDONLY);
  fsyncSync(folder);
  closeSync(folder);
}

/** How much is read at once, in bytes. */
const CHUNK = 4 * 1024 * 1024;

/** Hands on every line that ends in a line break, without it. @returns the bytes of all of them */
function eachLine(file: string, onLine: (line: string) => void): number {
  const descriptor = openSync(file, 'r');
  try {
    let open: Buffer[] = [];
    let whole = 0;
    let read = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(descriptor, chunk, 0, CHUNK, null);
      if (length === 0) return whole;
      const bytes = chunk.subarray(0, length);
      let from = 0;
      for (let end = bytes.indexOf(LINE_BREAK); end >= 0; end = bytes.indexOf(LINE_BREAK, from)) {
        const line = bytes.subarray(from, end);
        onLine((open.length > 0 ? Buffer.concat([...open, line]) : line).toString('utf8'));
        open = [];
        from = end + 1;
        whole = read + from;
      }
      if (from < length) open.push(bytes.subarray(from));
      read += length;
    }
  } finally {
    closeSync(descriptor);
  }
}

const LINE_BREAK = 10;

function parse(line: string, file: string, number: number, lost: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new JournalCorruptError(file, number, lost, cause);
  }
}
