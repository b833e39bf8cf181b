import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3VectorsClient } from '@aws-sdk/client-s3vectors';
import type { VectorBucketDefinition, VectorIndexDefinition } from '../../../local/assembly';
import type { Statement } from '../../../local/iam';
import { openS3Vectors } from '../../../local/s3vectors';
import { serveToFunction } from '../services/served';
import { ARCHIVE, PLACE } from './archiveIndex';

/** The local S3 Vectors in a folder of its own, and AWS's client for it. */
export interface VectorsUnderTest {
  readonly folder: string;
  client: S3VectorsClient;
  damage: string[];
  beganEmpty: string[];
  damagedIndexes: string[];
  /** What went wrong without anybody being answered so. */
  failures: unknown[];
  errors: Error[];
  /** Closes it and opens it again, as another start would. */
  again(changed?: Changed): Promise<void>;
  close(): Promise<void>;
  dispose(): Promise<void>;
}

export interface Changed {
  vectorBuckets?: readonly VectorBucketDefinition[];
  vectorIndexes?: readonly VectorIndexDefinition[];
  madeBy?: string;
  policy?: readonly Statement[];
}

const EVERYTHING: readonly Statement[] = [{ Effect: 'Allow', Action: 's3vectors:*', Resource: '*' }];

export async function vectorsUnderTest(first: Changed = {}): Promise<VectorsUnderTest> {
  const folder = join(mkdtempSync(join(tmpdir(), 'nevermore-vectors-')), 's3vectors');
  let close = async () => {};
  const under: Partial<VectorsUnderTest> & { folder: string } = { folder };
  const open = async (changed: Changed) => {
    const { policy = EVERYTHING, madeBy, vectorBuckets = [], vectorIndexes = [ARCHIVE] } = changed;
    const errors: Error[] = [];
    const service = openS3Vectors({
      ...PLACE,
      folder,
      vectorBuckets,
      vectorIndexes,
      ...(madeBy !== undefined && { madeBy }),
      onError: (error) => errors.push(error),
    });
    const served = await serveToFunction('s3vectors', service, policy);
    const client = new S3VectorsClient(served.client);
    close = async () => {
      client.destroy();
      await served.close();
      service.close();
    };
    const { damage, beganEmpty, damagedIndexes } = service;
    Object.assign(under, { client, damage, beganEmpty, damagedIndexes, failures: served.failures, errors });
  };
  await open(first);
  return Object.assign(under, {
    again: async (changed: Changed = first) => {
      await close();
      await open(changed);
    },
    close: () => close(),
    dispose: async () => {
      await close();
      rmSync(join(folder, '..'), { recursive: true });
    },
  }) as VectorsUnderTest;
}

/** What a request is refused with. */
export async function refusal(asked: Promise<unknown>) {
  const error = await asked.then(
    () => undefined,
    (failed: unknown) => failed,
  );
  const { name, message, fieldList, $metadata } = (error ?? {}) as {
    name?: string;
    message?: string;
    fieldList?: { path: string; message: string }[];
    $metadata?: { httpStatusCode?: number };
  };
  return { name, message, paths: fieldList?.map(({ path }) => path), status: $metadata?.httpStatusCode };
}
