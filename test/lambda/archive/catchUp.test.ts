import type { Stored } from '../../../domain/postMortem/stored';
import { type ArchiveProgress, type Archivist, catchUp } from '../../../lambda/archivist/catchUp';
import type { Embed } from '../../../lambda/bedrock/embed';
import { VectorIndexError } from '../../../lambda/vectors';
import { embedByWords } from './memoryArchive';
import { newWorld, published, type World, wantedOf } from './scriptedArchive';

const always = { rebuild: false, hasTime: () => true };

/** An archivist over some records, which are read three at a time. */
function archivistOver(records: readonly Stored[], embed: Embed = embedByWords) {
  const world = newWorld();
  for (const one of records) world.documents.set(String(one.id), one);
  const kept: { progress: ArchiveProgress | null } = { progress: null };
  const with_: Archivist = {
    ...world.collaborators,
    embed,
    dimensions: 64,
    progress: async () => structuredClone(kept.progress),
    keepProgress: async (progress) => {
      kept.progress = structuredClone(progress);
    },
    some: async (after) => {
      const ids = [...world.documents.keys()].sort().filter((id) => after === null || id > after);
      const some = ids.slice(0, 3);
      return {
        documents: some.map((id) => world.documents.get(id) as Stored),
        after: ids.length > 3 ? (some.at(-1) as string) : null,
      };
    },
  };
  return { world, with_, kept };
}

const LIBRARY = [
  ...Array.from({ length: 7 }, (_, at) => published({ id: `p${at}`, actionItems: [] })),
  published({ id: 'draft', status: 'DRAFT' }),
  published({ id: 'private', isPrivate: true }),
];
const allWanted = ({ documents }: World) => [...documents.values()].flatMap(wantedOf).sort();

it('enters what was published before there was an index, and nothing else', async () => {
  const { world, with_ } = archivistOver(LIBRARY);
  const progress = await catchUp(with_, always);
  expect(progress).toMatchObject({ isDone: true, documents: 7, passages: 7, removed: 0, failed: [] });
  expect(world.inIndex()).toEqual(allWanted(world));
  expect(world.inIndex().join()).not.toMatch(/draft|private/);
});

it('goes on where it stopped, when its time is over and when it dies', async () => {
  const { world, with_, kept } = archivistOver(LIBRARY);
  for (let call = 0; call < 20 && !kept.progress?.isDone; call += 1) {
    let steps = 0;
    await catchUp(with_, {
      rebuild: false,
      hasTime: () => {
        steps += 1;
        return steps < 2;
      },
    });
  }
  expect(kept.progress).toMatchObject({ isDone: true, documents: 7 });
  expect(world.inIndex()).toEqual(allWanted(world));
});

it('does nothing more once it is done, but to look who embeds', async () => {
  const { world, with_ } = archivistOver(LIBRARY);
  await catchUp(with_, always);
  world.calls.splice(0);
  await catchUp(with_, always);
  expect(world.calls).toEqual([]);
});

it('enters everything again for another embedder or dimension, under the same keys', async () => {
  const { world, with_ } = archivistOver(LIBRARY);
  await catchUp(with_, always);
  const before = world.inIndex();
  world.calls.splice(0);
  const other: Embed = async (texts) => ({ ...(await embedByWords(texts)), embeddedBy: 'another' });
  const progress = await catchUp({ ...with_, embed: other }, always);
  expect(progress).toMatchObject({ isDone: true, documents: 7, madeBy: expect.stringContaining('another') });
  expect(world.calls.filter((call) => call === 'put')).toHaveLength(7);
  expect(world.inIndex()).toEqual(before);
});

it('fills an index by itself that has lost everything it held', async () => {
  const { world, with_ } = archivistOver(LIBRARY);
  await catchUp(with_, always);
  await with_.vectors.delete(allWanted(world));
  expect(world.inIndex()).toEqual([]);
  expect(await catchUp(with_, always)).toMatchObject({ isDone: true, documents: 7 });
  expect(world.inIndex()).toEqual(allWanted(world));
});

it('takes out what stands there for nothing, wherever it comes from, when it is asked to rebuild', async () => {
  const { world, with_ } = archivistOver(LIBRARY);
  await catchUp(with_, always);
  const [vector] = (await embedByWords(['x'])).vectors;
  const stray = [
    'junk',
    '0|p1|rootCause/0|x',
    '1|private|rootCause%2F0|x',
    '1|ghost|rootCause%2F0|x',
    '1|p1|rootCause%2F7|x',
  ];
  await with_.vectors.put(stray.map((key) => ({ key, vector: vector as Float32Array, metadata: {} })));
  const progress = await catchUp(with_, { ...always, rebuild: true });
  expect(progress).toMatchObject({ isDone: true, documents: 7, removed: stray.length });
  expect(world.inIndex()).toEqual(allWanted(world));
});

it('is not held up by one document that nobody can embed: it says so, and comes back to it', async () => {
  let isAway = true;
  const { world, with_ } = archivistOver(LIBRARY, async (texts) => {
    if (isAway && texts.some((text) => text.includes('Poisoned'))) throw new Error('It cannot be embedded.');
    return embedByWords(texts);
  });
  world.documents.set('p3', published({ id: 'p3', rootCause: 'Poisoned.', actionItems: [] }));
  const progress = await catchUp(with_, always);
  expect(progress.failed).toEqual([
    { documentId: 'p3', why: expect.stringContaining('It cannot be embedded.') },
  ]);
  expect(world.inIndex()).toEqual(allWanted(world).filter((key) => !key.includes('|p3|')));
  isAway = false;
  expect((await catchUp(with_, always)).failed).toEqual([]);
  expect([world.inIndex(), world.owed.size]).toEqual([allWanted(world), 0]);
});

it('says clearly that the vectors have another dimension than the index, and stops', async () => {
  const { with_ } = archivistOver(LIBRARY);
  const cause = new Error('Invalid record for key: vector must have length 512, but has length 64');
  const put = () =>
    Promise.reject(new VectorIndexError('PutVectors', 'passages-512', 'ValidationException', { cause }));
  await expect(catchUp({ ...with_, vectors: { ...with_.vectors, put } }, always)).rejects.toThrow(
    'NEVERMORE_EMBEDDING_DIMENSIONS',
  );
});
