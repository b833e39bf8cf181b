import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { reasonOf } from '../fetchFailure';
import { PublisherError, WrongFileError } from './errors';
import type { PublishedFile } from './publisher';

/** Told how many bytes of the file are there. */
export type OnProgress = (bytes: number, of: number) => void;

/**
 * Fetches a file and holds it against the size and SHA-256 that its publisher names. What an interrupted
 * download left is taken up where it stopped.
 * @throws PublisherError, WrongFileError
 */
export async function download(file: PublishedFile, to: string, onProgress: OnProgress): Promise<void> {
  const part = `${to}.part`;
  if (sizeOf(part) > file.size) rmSync(part, { force: true });
  if (sizeOf(part) < file.size) await fetchRest(file, part, onProgress);
  await check(file, part);
  renameSync(part, to);
}

async function fetchRest(file: PublishedFile, part: string, onProgress: OnProgress): Promise<void> {
  const from = sizeOf(part);
  let response: Response;
  try {
    response = await fetch(file.url, from > 0 ? { headers: { range: `bytes=${from}-` } } : {});
  } catch (cause) {
    throw new PublisherError(file.url, reasonOf(cause), { cause });
  }
  if (!response.ok || !response.body) throw new PublisherError(file.url, `HTTP ${response.status}`);
  // A server that knows no ranges sends everything again.
  const resumes = response.status === 206;
  let there = resumes ? from : 0;
  const kept = await open(part, resumes ? 'a' : 'w', 0o600);
  try {
    // Piece by piece, so that all that arrived is kept when the connection ends.
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      await kept.write(piece);
      there += piece.length;
      onProgress(there, file.size);
    }
  } catch (cause) {
    throw new PublisherError(file.url, `the connection ended at ${there} of ${file.size} bytes`, { cause });
  } finally {
    await kept.close();
  }
}

async function check(file: PublishedFile, part: string): Promise<void> {
  const size = sizeOf(part);
  if (size < file.size)
    throw new PublisherError(file.url, `the connection ended at ${size} of ${file.size} bytes`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(part), hash);
  const sha256 = hash.digest('hex');
  if (size === file.size && sha256 === file.sha256) return;
  rmSync(part, { force: true });
  const [expected, found] =
    size === file.size ? [`SHA-256 ${file.sha256}`, sha256] : [`${file.size} bytes`, `${size} bytes`];
  throw new WrongFileError(file.url, expected, found);
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
