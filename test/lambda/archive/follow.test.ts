import { nameOfChange } from '../../../domain/archive/change';
import type { Stored } from '../../../domain/postMortem/stored';
import type { ArchiveRequest } from '../../../lambda/archive/workflow';
import { followArchived } from '../../../lambda/archivist/follow';
import { type Image, itemOf } from '../../../lambda/plainValue';
import { published, withdrawn } from './scriptedArchive';

const draft = published({ status: 'DRAFT', audience: [], revision: 1 });

/** What is started for some changes of records, each told with what it was before. */
async function startedFor(...changes: [Stored | null, Stored | null][]) {
  const started: [string, ArchiveRequest][] = [];
  const records = changes.map(([before, after]) => ({
    dynamodb: {
      Keys: { id: { S: String((after ?? before)?.id) } },
      ...(before && { OldImage: itemOf(before) as Image }),
      ...(after && { NewImage: itemOf(after) as Image }),
    },
  }));
  await followArchived(records, async (name, request) => void started.push([name, request]));
  return started;
}

it.each<[string, Stored | null, Stored | null]>([
  ['publication', draft, published()],
  ['a change of its text', published(), published({ rootCause: 'Another.', revision: 4 })],
  ['a change of its severity', published(), published({ severity: 'SEV1', revision: 4 })],
  ['withdrawal', published(), withdrawn()],
  ['being made private', published(), published({ isPrivate: true, audience: [], revision: 4 })],
  ['the bin', published(), published({ owner: 'bin:ann', audience: [], revision: 4 })],
  ['its restoration', published({ owner: 'bin:ann', audience: [] }), published({ revision: 4 })],
  ['deletion', published(), null],
  ['being written as published', null, published()],
])('starts one execution for %s', async (_name, before, after) => {
  const started = await startedFor([before, after]);
  expect(started).toHaveLength(1);
  const [[name, { documentId, change }] = ['', { documentId: '', change: '' }]] = started;
  expect([documentId, change]).toEqual(['pm-1', name]);
  expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
});

it.each<[string, Stored | null, Stored | null]>([
  ['a save of a draft', draft, { ...draft, rootCause: 'More.', revision: 2 }],
  ['a deleted draft', draft, null],
  ['what stands about the page', published(), published({ archived: true, readers: ['x'], revision: 4 })],
])('starts nothing for %s', async (_name, before, after) => {
  expect(await startedFor([before, after])).toEqual([]);
});

it('starts the same execution for the same change, and another for the next one', async () => {
  const [one] = await startedFor([draft, published()]);
  expect(await startedFor([draft, published()])).toEqual([one]);
  const names = [
    published(),
    published({ revision: 4 }),
    withdrawn(),
    published({ updatedAt: '2026-03-05T00:00:00Z' }),
  ].map((after) => nameOfChange('pm-1', null, after));
  names.push(nameOfChange('pm-1', published(), null));
  expect(new Set(names).size).toBe(names.length);
});

it('starts one for all changes of a batch, also where they end as they began: an earlier attempt may have begun one', async () => {
  expect(await startedFor([draft, published()], [published(), withdrawn()])).toHaveLength(1);
  const back = published({ revision: 5 });
  expect(await startedFor([published(), withdrawn()], [withdrawn(), back])).toHaveLength(1);
});

it('names executions as Lambda takes it, whatever an id looks like', () => {
  for (const id of ['x'.repeat(300), 'a b/c', '漢字', 'fe1c3a6e-8b1d-4a57-9c70-111111111111'])
    expect(nameOfChange(id, null, published({ revision: 2_147_483_647 }))).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
});
