import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutVectorsCommand, QueryVectorsCommand, S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { openS3Vectors } from '../local/s3vectors';
import { startServices } from '../local/services';
import { seeded } from './factsCorpus';
import { type Bench, type Measurement, ratios } from './report';

const VECTORS = 100_000;
const DIMENSIONS = 256;
const AT_ONCE = 500;
const ROUNDS = 15;
const FOUND = 20;

const INDEX = { vectorBucketName: 'archive', indexName: 'passages' };

/**
 * Queries of 100,000 vectors through AWS's client against the local S3 Vectors, beside a plain loop over one
 * array of them, which is the least that an exact answer takes; and how long a start takes that reads them.
 */
export const vectors: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nevermore-bench-vectors-'));
  try {
    const random = seeded(41);
    const all = Float32Array.from({ length: VECTORS * DIMENSIONS }, () => random() - 0.5);
    const filled = await serve(folder);
    for (let from = 0; from < VECTORS; from += AT_ONCE) await filled.put(all, from);
    await filled.close();
    const starting = performance.now();
    const served = await serve(folder);
    const started = performance.now() - starting;
    const queries = Array.from({ length: ROUNDS }, () =>
      Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5),
    );
    // Once for nothing: what is compiled at first is not what is measured.
    for (const query of queries) {
      plainly(all, query);
      await served.query(query);
    }
    const times = { floor: [] as number[], query: [] as number[], filtered: [] as number[] };
    for (const query of queries) {
      times.floor.push(await timed(() => plainly(all, query)));
      times.query.push(await timed(() => served.query(query)));
      times.filtered.push(await timed(() => served.query(query, { severity: { $eq: 'SEV1' } })));
    }
    await served.close();
    const row = (what: string, values: readonly number[], aim?: string): Measurement[] => [
      { what, unit: 'ms', values, ...(aim && { aim }) },
      { what: '— ÷ floor', unit: '×', values: ratios(values, times.floor) },
    ];
    return [
      {
        what: `start with ${VECTORS.toLocaleString('en')} vectors`,
        aim: 'a few s',
        unit: 'ms',
        values: [started],
      },
      { what: 'floor: one loop over one array, the nearest', unit: 'ms', values: times.floor },
      ...row(`query, ${FOUND} nearest, through AWS’s client`, times.query, 'tens of ms'),
      ...row('— one in four fits its filter', times.filtered),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

async function timed(act: () => unknown): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

/** The nearest by the least that it takes. */
function plainly(all: Float32Array, query: Float32Array): number {
  let [nearest, best] = [-1, Number.NEGATIVE_INFINITY];
  for (let from = 0, at = 0; from < all.length; from += DIMENSIONS, at += 1) {
    let sum = 0;
    for (let place = 0; place < DIMENSIONS; place += 1)
      sum += (all[from + place] as number) * (query[place] as number);
    if (sum > best) [nearest, best] = [at, sum];
  }
  return nearest;
}

async function serve(folder: string) {
  const service = openS3Vectors({
    region: 'us-east-1',
    account: '000000000000',
    folder,
    vectorBuckets: [],
    vectorIndexes: [
      { bucket: 'archive', name: 'passages', dimension: DIMENSIONS, metric: 'cosine', notFilterable: [] },
    ],
    onError: (error) => {
      throw error;
    },
  });
  const services = await startServices({
    port: 0,
    services: { s3vectors: service },
    authorize: () => {},
    onRefused: () => {},
    onInternalError: (error) => process.stderr.write(`${error}\n`),
  });
  const client = new S3VectorsClient({
    endpoint: services.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'secret' },
  });
  return {
    put: (all: Float32Array, from: number) =>
      client.send(
        new PutVectorsCommand({
          ...INDEX,
          vectors: Array.from({ length: AT_ONCE }, (_, at) => ({
            key: `1|pm-${from + at}|rootCause/0`,
            data: { float32: [...all.subarray((from + at) * DIMENSIONS, (from + at + 1) * DIMENSIONS)] },
            metadata: { document: `pm-${from + at}`, service: `s${at % 20}`, severity: `SEV${at % 4}` },
          })),
        }),
      ),
    query: (query: Float32Array, filter?: { [name: string]: { $eq: string } }) =>
      client.send(
        new QueryVectorsCommand({
          ...INDEX,
          topK: FOUND,
          queryVector: { float32: [...query] },
          returnMetadata: true,
          returnDistance: true,
          ...(filter && { filter }),
        }),
      ),
    close: async () => {
      client.destroy();
      await services.close();
      service.close();
    },
  };
}
