import { maskedCrc32c } from './crc32c';

/** LevelDB's log: blocks of 32 KB, records of a 7 byte header (checksum, length, type) and data. */
const BLOCK = 32_768;
const HEADER = 7;
const [FULL, FIRST, MIDDLE, LAST] = [1, 2, 3, 4];

/** One saved change: a batch, put together from its pieces. */
interface Change {
  /** The pieces as they stand in the file, headers included. */
  pieces: Buffer[];
  data: Buffer;
  whole: boolean;
}

export interface LogReport {
  /** Changes that can be read. */
  whole: number;
  /** What is left of those that cannot. */
  damaged: Buffer[];
  /** The data of the readable changes, in order. */
  readable: Buffer[];
}

/**
 * Reads a log and says which of its changes are damaged. A last one that is cut off is none: it was being
 * written when the process died, and nobody was told that it was saved.
 */
export function readLog(file: Buffer): LogReport {
  const changes: Change[] = [];
  let open: Change | undefined;
  const close = (whole: boolean) => {
    if (!open) return;
    changes.push({ ...open, data: Buffer.concat(open.pieces), whole: open.whole && whole });
    open = undefined;
  };
  for (const { type, data, whole } of recordsOf(file)) {
    if (type === FULL || type === FIRST) close(false);
    open ??= { pieces: [], data: Buffer.alloc(0), whole: type === FULL || type === FIRST };
    open.pieces.push(data);
    open.whole &&= whole;
    if (type === FULL || type === LAST || !isKnown(type)) close(isKnown(type));
  }
  // Without its last piece: torn, as a kill leaves it.
  open = undefined;
  return {
    whole: changes.filter(({ whole }) => whole).length,
    damaged: changes.filter(({ whole }) => !whole).map(({ data }) => data),
    readable: changes.filter(({ whole }) => whole).map(({ data }) => data),
  };
}

const isKnown = (type: number) => type === FULL || type === FIRST || type === MIDDLE || type === LAST;

function* recordsOf(file: Buffer): Generator<{ type: number; data: Buffer; whole: boolean }> {
  let at = 0;
  while (at + HEADER <= file.length) {
    const leftInBlock = BLOCK - (at % BLOCK);
    if (leftInBlock < HEADER) {
      at += leftInBlock;
      continue;
    }
    const length = file.readUInt16LE(at + 4);
    const type = file.readUInt8(at + 6);
    // Space that was set aside and never written.
    if (type === 0 && length === 0) {
      at += leftInBlock;
      continue;
    }
    const end = at + HEADER + length;
    const fits = length + HEADER <= leftInBlock && end <= file.length;
    if (fits && isWhole(file, at, end)) {
      yield { type, data: file.subarray(at + HEADER, end), whole: true };
      at = end;
      continue;
    }
    const next = nextWhole(file, at + 1);
    // Nothing follows and the end is missing: torn by a kill.
    if (next === undefined && !fits) return;
    const until = next ?? end;
    yield { type: fits && end === until ? type : -1, data: file.subarray(at + HEADER, until), whole: false };
    at = until;
  }
}

const isWhole = (file: Buffer, at: number, end: number) =>
  file.readUInt32LE(at) === maskedCrc32c(file.subarray(at + 6, end));

/** Where the next whole record begins, in this block or at the start of the next: a damaged length hides it. */
function nextWhole(file: Buffer, from: number): number | undefined {
  const endOfBlock = Math.min(file.length, from + BLOCK - (from % BLOCK));
  for (let at = from; at + HEADER <= endOfBlock; at += 1) {
    const end = at + HEADER + file.readUInt16LE(at + 4);
    if (isKnown(file.readUInt8(at + 6)) && end <= endOfBlock && isWhole(file, at, end)) return at;
  }
  return endOfBlock < file.length ? endOfBlock : undefined;
}

/** A log of these changes, as LevelDB writes it. */
export function writeLog(changes: readonly Buffer[]): Buffer {
  const written: Buffer[] = [];
  let at = 0;
  const put = (bytes: Buffer) => {
    written.push(bytes);
    at += bytes.length;
  };
  for (const change of changes) {
    let from = 0;
    do {
      let room = BLOCK - (at % BLOCK);
      if (room < HEADER) {
        put(Buffer.alloc(room));
        room = BLOCK;
      }
      const piece = change.subarray(from, from + room - HEADER);
      const isLast = from + piece.length === change.length;
      const type = from === 0 ? (isLast ? FULL : FIRST) : isLast ? LAST : MIDDLE;
      put(recordOf(type as number, piece));
      from += piece.length;
    } while (from < change.length);
  }
  return Buffer.concat(written);
}

function recordOf(type: number, data: Buffer): Buffer {
  const record = Buffer.alloc(HEADER + data.length);
  record.writeUInt16LE(data.length, 4);
  record.writeUInt8(type, 6);
  data.copy(record, HEADER);
  record.writeUInt32LE(maskedCrc32c(record.subarray(6)), 0);
  return record;
}
