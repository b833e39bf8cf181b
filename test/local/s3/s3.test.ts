import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openS3 } from '../../../local/s3';
import { sdk, serveToFunction } from '../services/served';

const root = mkdtempSync(join(tmpdir(), 'nevermore-s3-'));
const folder = join(root, 's3');
const deployed = join(root, 'deployed');
mkdirSync(join(deployed, 'a'), { recursive: true });
writeFileSync(join(deployed, 'a', 'schema.json'), '{}');

const open = () => openS3({ buckets: [{ name: 'files', deployedFrom: [deployed] }], folder });
const EVERYTHING = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] as const;
const Bucket = 'files';

let served: Awaited<ReturnType<typeof serveToFunction>>;
// biome-ignore lint/suspicious/noExplicitAny: see `sdk`.
let ask: (command: string, input: object, changed?: object) => Promise<any>;

async function serve(): Promise<string[]> {
  const s3 = open();
  served = await serveToFunction('s3', s3, EVERYTHING);
  const { S3Client, ...commands } = await sdk('s3');
  ask = (command, input, changed) =>
    new S3Client({ ...served.client, ...changed }).send(
      new commands[`${command}Command`]({ Bucket, ...input }),
    );
  return s3.damage;
}

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await serve();
});
afterEach(() => served.close());
afterAll(() => rmSync(root, { recursive: true }));

const put = (Key: string, Body: unknown = Key, more: object = {}) => ask('PutObject', { Key, Body, ...more });
const get = async (Key: string, more: object = {}) =>
  (await ask('GetObject', { Key, ...more })).Body.transformToString();
const again = async () => {
  await served.close();
  return serve();
};

test('an object comes back whole, with what was said of it, also after a restart', async () => {
  const { ETag } = await put('a/ä +%.txt', 'Nothing more.', {
    ContentType: 'text/plain',
    CacheControl: 'no-store',
    Metadata: { by: 'clerk' },
  });
  await put('streamed', Readable.from([Buffer.from('never'), Buffer.from('more')]), { ContentLength: 9 });
  await again();
  expect(await ask('HeadObject', { Key: 'a/ä +%.txt' })).toMatchObject({
    ETag,
    ContentLength: 13,
    ContentType: 'text/plain',
    CacheControl: 'no-store',
    Metadata: { by: 'clerk' },
  });
  expect(await get('a/ä +%.txt')).toBe('Nothing more.');
  expect(await get('streamed')).toBe('nevermore');
  expect(await get('streamed', { Range: 'bytes=2-4' })).toBe('ver');
  expect((await ask('GetObject', { Key: 'streamed' })).ContentEncoding).toBeUndefined();
});

test('a later object replaces the earlier one, and a deleted one is gone, with its content', async () => {
  await put('one', 'first');
  await put('one', 'second');
  expect(await get('one')).toBe('second');
  await ask('DeleteObject', { Key: 'one' });
  await ask('DeleteObject', { Key: 'one' });
  await expect(get('one')).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(ask('HeadObject', { Key: 'one' })).rejects.toMatchObject({ name: 'NotFound' });
  const contents = readdirSync(join(folder, Bucket)).filter((name) => name.endsWith('.content'));
  expect(contents).toHaveLength(1);
});

test('what a deployment puts into a bucket is in it', async () => {
  expect(await get('a/schema.json')).toBe('{}');
});

test.each(['../../outside', '..', '/etc/passwd', 'con', 'x'.repeat(1000), '<&>"\r\n'])(
  'a key is no name of a file: %j',
  async (key) => {
    const around = readdirSync(root);
    await put(key, 'x');
    expect(await get(key)).toBe('x');
    const { Contents } = await ask('ListObjectsV2', { Prefix: key });
    expect(Contents.map(({ Key }: { Key: string }) => Key)).toEqual([key]);
    expect(readdirSync(root)).toEqual(around);
  },
);

test.each([1, 2, 3, 100])(
  'a listing in pages of %i tells every key and folder once, in order',
  async (MaxKeys) => {
    for (const key of ['b', 'c/1', 'c/2', 'c/3', 'd', 'e/1', 'é', '𝕏']) await put(key);
    const told: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await ask('ListObjectsV2', {
        Delimiter: '/',
        StartAfter: 'a0',
        MaxKeys,
        ContinuationToken,
      });
      told.push(...(page.Contents ?? []).map(({ Key }: { Key: string }) => Key));
      told.push(...(page.CommonPrefixes ?? []).map(({ Prefix }: { Prefix: string }) => Prefix));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect([...told].sort()).toEqual(['b', 'c/', 'd', 'e/', 'é', '𝕏'].sort());
  },
);

test('what a crash left half-written is cleared, and what is damaged is named and kept', async () => {
  await put('whole', 'whole');
  const bucket = join(folder, Bucket);
  writeFileSync(join(bucket, 'torn.content.new'), 'ha');
  writeFileSync(join(bucket, 'nobodys.content'), 'half');
  expect(await again()).toEqual([]);
  expect(await get('whole')).toBe('whole');
  expect(readdirSync(bucket).filter((name) => /torn|nobody/.test(name))).toEqual([]);

  await put('damaged', 'kept');
  const before = readdirSync(bucket);
  const description = before.find((name) => name.endsWith('.json')) as string;
  writeFileSync(join(bucket, description), '{"key":');
  expect(await again()).toEqual([expect.stringContaining(`${description}.damaged`)]);
  expect(readdirSync(bucket)).toContain(`${description}.damaged`);
  expect(readdirSync(bucket)).toEqual(
    expect.arrayContaining(before.filter((name) => name.endsWith('.content'))),
  );
});

test('an object that could not be written leaves the one before it as it was', async () => {
  await put('one', 'first');
  const bucket = join(folder, Bucket);
  const before = readdirSync(bucket).sort();
  const description = before.find(
    (name) => name.endsWith('.json') && readFileSync(join(bucket, name)).includes('"one"'),
  );
  // Where the new description would be written first: as on a disk that takes no more.
  mkdirSync(join(bucket, `${description}.new`));
  await expect(put('one', 'second')).rejects.toMatchObject({ name: 'InternalError' });
  expect(served.failures).toHaveLength(1);
  expect(await get('one')).toBe('first');
  expect(await again()).toEqual([]);
  expect(await get('one')).toBe('first');
  expect(readdirSync(bucket).sort()).toEqual(before);
  await put('one', 'third');
  expect(await get('one')).toBe('third');
});

test('content that is not what its checksum says is refused, and nothing is stored', async () => {
  await expect(put('x', 'sent', { ChecksumSHA256: 'AAAA' })).rejects.toMatchObject({ name: 'BadDigest' });
  await expect(put('x', 'sent', { ContentMD5: 'AAAA' })).rejects.toMatchObject({ name: 'BadDigest' });
  await expect(get('x')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test.each([
  ['CopyObject', { Key: 'x', CopySource: 'files/y' }],
  ['CreateMultipartUpload', { Key: 'x' }],
  ['PutObjectTagging', { Key: 'x', Tagging: { TagSet: [] } }],
  ['ListObjects', {}],
  ['DeleteBucket', {}],
])('what is not served is refused by name: %s', async (command, input) => {
  await expect(ask(command, input)).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('The local S3 does not serve'),
  });
});

test('there are no buckets but the backend’s, and nothing for who signs badly', async () => {
  await expect(ask('PutObject', { Bucket: 'other', Key: 'x', Body: 'x' })).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
  const credentials = { ...served.client.credentials, secretAccessKey: 'wrong' };
  await expect(ask('PutObject', { Key: 'x', Body: 'x' }, { credentials })).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  });
  const foreign = await fetch(`${served.endpoint}/files/x`, { headers: { origin: 'https://example.com' } });
  expect(foreign.status).toBe(403);
  expect((await fetch(`${served.endpoint}/files/x`)).status).toBe(501);
});
