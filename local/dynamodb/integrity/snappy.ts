/** Takes a block apart that Snappy compressed: literals, and copies of what came before (format_description.txt). */
export function uncompressSnappy(bytes: Buffer): Buffer {
  let at = 0;
  let length = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[at++] ?? 0;
    length += (byte & 127) * factor;
    if (byte < 128) break;
  }
  const out = Buffer.alloc(length);
  let to = 0;
  while (at < bytes.length) {
    const tag = bytes[at++] as number;
    if ((tag & 3) === 0) {
      let size = (tag >>> 2) + 1;
      // 60 to 63 say how many bytes hold the size.
      if (size > 60) {
        const width = size - 60;
        size = bytes.readUIntLE(at, width) + 1;
        at += width;
      }
      bytes.copy(out, to, at, at + size);
      at += size;
      to += size;
      continue;
    }
    let size: number;
    let back: number;
    if ((tag & 3) === 1) {
      size = ((tag >>> 2) & 7) + 4;
      back = ((tag >>> 5) << 8) | (bytes[at++] as number);
    } else {
      const width = (tag & 3) === 2 ? 2 : 4;
      size = (tag >>> 2) + 1;
      back = bytes.readUIntLE(at, width);
      at += width;
    }
    // Byte by byte: a copy may overlap what it makes.
    for (let end = to + size; to < end; to += 1) out[to] = out[to - back] as number;
  }
  return out;
}
