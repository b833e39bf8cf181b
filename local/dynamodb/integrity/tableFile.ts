import { maskedCrc32c } from './crc32c';
import { uncompressSnappy } from './snappy';

/** LevelDB's table files end in a footer of two block handles, padding and this number (doc/table_format.md). */
const FOOTER = 48;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');
/** Behind each block: one byte for its compression, four for its checksum. */
const TRAILER = 5;
const SNAPPY = 1;

interface Handle {
  offset: number;
  size: number;
}

/** How many blocks of a table file there are, and how many of them are damaged. */
export function checkTable(file: Buffer): { blocks: number; damaged: number } {
  const footer = file.subarray(-FOOTER);
  if (footer.length < FOOTER || !footer.subarray(-8).equals(MAGIC)) return { blocks: 1, damaged: 1 };
  const reader = new Reader(footer);
  const metaIndex = reader.handle();
  const index = reader.handle();
  const body = readBlock(file, index);
  if (!body) return { blocks: 1, damaged: 1 };
  const handles = [metaIndex, ...handlesIn(body)];
  const damaged = handles.filter((handle) => !readBlock(file, handle)).length;
  return { blocks: handles.length + 1, damaged };
}

/** A block's content, or undefined when its checksum says that it is not what was written. */
function readBlock(file: Buffer, { offset, size }: Handle): Buffer | undefined {
  const end = offset + size;
  if (end + TRAILER > file.length) return undefined;
  if (file.readUInt32LE(end + 1) !== maskedCrc32c(file.subarray(offset, end + 1))) return undefined;
  const content = file.subarray(offset, end);
  return file.readUInt8(end) === SNAPPY ? uncompressSnappy(content) : content;
}

/** The values of an index block: entries with shared prefixes, then the restart points and their number. */
function handlesIn(block: Buffer): Handle[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - restarts * 4;
  const reader = new Reader(block.subarray(0, end));
  const handles: Handle[] = [];
  while (reader.at < end) {
    reader.varint();
    const keyLength = reader.varint();
    const valueLength = reader.varint();
    reader.at += keyLength;
    const value = new Reader(block.subarray(reader.at, reader.at + valueLength));
    handles.push(value.handle());
    reader.at += valueLength;
  }
  return handles;
}

class Reader {
  at = 0;
  constructor(private readonly bytes: Buffer) {}

  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  handle(): Handle {
    return { offset: this.varint(), size: this.varint() };
  }
}
