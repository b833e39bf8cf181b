import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  ListIndexesCommand,
  ListVectorBucketsCommand,
  ListVectorsCommand,
  S3VectorsClient,
} from '@aws-sdk/client-s3vectors';
import { SIMILAR, SIMILAR_TO_TEXT } from '../../../domain/postMortem/searchQueries';
import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import { demoPerson, newPerson, type Person, writePostMortem } from './people';
import { until } from './processes';

jest.setTimeout(180_000);

const SET = `mutation Set($id: ID!, $revision: Int!, $status: PostMortemStatus!) {
  setStatus(postMortemId: $id, revision: $revision, status: $status) { revision }
}`;
const LOCK = 'A migration took a lock on the orders table and every write waited behind it.';

let place: Place;
let cloud: ComposedCloud;
beforeAll(async () => {
  place = await newPlace();
  cloud = await place.start();
});
afterAll(() => place?.dispose());

/** What `npm run archive` prints last. */
async function archive(...options: string[]) {
  const root = resolve(__dirname, '../../..');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['local/bootstrap.mjs', 'local/nevermore/commandLine/archive.ts', ...options],
    { cwd: root, env: { ...process.env, ...place.environment } },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) as string);
}

/** The keys of the index of passages, asked of S3 Vectors itself. */
async function keysInIndex(): Promise<string[]> {
  const { region, credentials } = JSON.parse(readFileSync(join(place.state, 'cloud.json'), 'utf8'));
  const client = new S3VectorsClient({ endpoint: cloud.endpoints.services, region, credentials });
  const { vectorBuckets = [] } = await client.send(new ListVectorBucketsCommand({}));
  const [vectorBucketName] = vectorBuckets.map((bucket) => bucket.vectorBucketName);
  const { indexes = [] } = await client.send(new ListIndexesCommand({ vectorBucketName }));
  const indexName = indexes.find((index) => index.indexName?.startsWith('passages'))?.indexName;
  const { vectors = [] } = await client.send(new ListVectorsCommand({ vectorBucketName, indexName }));
  return vectors.map(({ key }) => String(key));
}

const move = async (who: Person, id: string, revision: number, status: string) => {
  const { errors } = await who.ask(SET, { id, revision, status });
  expect(errors).toBeUndefined();
};

interface Alike {
  id: string;
  closest: { own: { text: string }; other: { text: string } } | null;
}
const alike = async (who: Person, postMortemId: string): Promise<Alike[]> => {
  const { data, errors } = await who.ask(SIMILAR, { postMortemId });
  expect(errors).toBeUndefined();
  return data.similarPostMortems;
};
const toText = async (who: Person, text: string): Promise<{ id: string }[]> => {
  const { data, errors } = await who.ask(SIMILAR_TO_TEXT, { text });
  expect(errors).toBeUndefined();
  return data.similarToText;
};

test('what is published is found by its meaning within moments, and what is withdrawn is gone at once and then out of the index', async () => {
  const owner = await demoPerson(cloud);
  const colleague = await newPerson(cloud, 'colleague@example.com');
  const published = await writePostMortem(owner, { title: 'Checkout stood still', rootCause: LOCK });
  await writePostMortem(owner, { title: 'A secret draft', rootCause: LOCK });
  // Few words in common, and the same meaning: by the synonyms that the offline embedder knows.
  const draft = await writePostMortem(colleague, {
    title: 'Shop',
    rootCause: 'The schema change locked the order table; writes were blocked behind the migration.',
  });
  await move(owner, published, 1, 'PUBLISHED');
  const [found] = await until(async () => {
    const some = await alike(colleague, draft);
    return some.some(({ closest }) => closest) && some;
  });
  expect(found).toMatchObject({ id: published, closest: { other: { text: LOCK } } });
  expect((await toText(colleague, 'Writes to the orders table wait for a lock')).map(({ id }) => id)).toEqual(
    [published],
  );

  expect(await keysInIndex()).toEqual([expect.stringContaining(published)]);
  // A rebuild finds the one that is published, and nothing that should not be there.
  expect(await archive('--rebuild')).toMatchObject({
    ...{ isDone: true, documents: 1, passages: 1, removed: 0, failed: [] },
    madeBy: expect.stringContaining('256 dimensions'),
  });

  await move(owner, published, 2, 'WITHDRAWN');
  expect(await alike(colleague, draft)).toEqual([]);
  expect(await toText(colleague, 'Writes to the orders table wait for a lock')).toEqual([]);
  await until(async () => (await keysInIndex()).length === 0);
  expect(await archive('--rebuild')).toMatchObject({ documents: 0, passages: 0, removed: 0 });
});
