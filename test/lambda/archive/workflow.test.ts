import { settle } from '../../../lambda/archive/workflow';
import { published, runArchive, type Script, type World, wantedOf, withdrawn } from './scriptedArchive';

const changed = published({ rootCause: 'A lock, and a retry storm.', title: 'Another title', revision: 4 });
const shorter = published({ actionItems: [], revision: 4 });

const SCRIPTS: Record<string, Script> = {
  'is published': { now: published() },
  'is published and was not changed since it was entered': { before: published(), now: published() },
  'has other words': { before: published(), now: changed },
  'has fewer passages': { before: published(), now: shorter },
  'is withdrawn': { before: published(), now: withdrawn() },
  'is made private': { before: published(), now: published({ isPrivate: true, audience: [] }) },
  'lies in the bin': { before: published(), now: published({ owner: 'bin:ann', audience: [] }) },
  'is deleted': { before: published(), now: null },
  'is a draft': { now: published({ status: 'DRAFT', audience: [] }) },
};

describe.each(Object.entries(SCRIPTS))('a post-mortem that %s', (_name, script) => {
  it('is in the index as its record is, and as nothing else', async () => {
    const { world, status, ending } = await runArchive(script);
    const wanted = wantedOf(script.now ?? undefined);
    expect([status, world.inIndex()]).toEqual(['SUCCEEDED', wanted]);
    expect(ending?.passages).toBe(wanted.length);
    expect([...(world.entered.get('pm-1') ?? [])].sort()).toEqual(wanted);
  });

  it('ends at the same index after a crash before or after any checkpoint', async () => {
    const undisturbed = await runArchive(script);
    let crashes = 0;
    for (let atCheckpoint = 1; atCheckpoint <= undisturbed.service.stored; atCheckpoint += 1)
      for (const when of ['before', 'after'] as const) {
        const crashed = await runArchive({ ...script, crash: { atCheckpoint, when } });
        if (crashed.service.invocationsDied === 0) continue;
        crashes += 1;
        expect([when, atCheckpoint, crashed.status, crashed.world.inIndex()]).toEqual([
          ...[when, atCheckpoint, 'SUCCEEDED', undisturbed.world.inIndex()],
        ]);
        expect(crashed.world.entered).toEqual(undisturbed.world.entered);
      }
    expect(crashes).toBeGreaterThanOrEqual(undisturbed.service.stored);
  });
});

it('keeps every step’s result below what Lambda takes, and no word of the document in it', async () => {
  const { service } = await runArchive({ now: published() });
  const results = service.operations.map(({ StepDetails: details }) => JSON.stringify(details ?? {}));
  for (const result of results) expect(result.length).toBeLessThan(256_000);
  expect(results.join(' ')).not.toMatch(/migration|raven/);
  expect(service.operations.map(({ Name }) => Name).filter(Boolean)).toEqual([
    'read-document',
    ...['embed-passages', 'put-passages', 'embed-passages', 'put-passages'],
    'read-document',
  ]);
});

it('embeds only what is new: an action that is done costs one passage', async () => {
  const items = published().actionItems as object[];
  const now = published({ actionItems: items.map((one, at) => (at === 3 ? { ...one, done: true } : one)) });
  const { ending } = await runArchive({ before: published(), now });
  expect(ending).toEqual({ passages: items.length + 1, entered: 1, removed: 1 });
});

/** Does something to the world once, just before the so-manieth call of a kind. */
const once = (call: string, nth: number, then: (world: World) => void): Script['onCall'] => {
  let seen = 0;
  return (world, heard) => {
    if (heard !== call) return;
    seen += 1;
    if (seen === nth) then(world);
  };
};

describe('whatever somebody does to the record meanwhile, wherever the execution is', () => {
  const endings = { 'is withdrawn': withdrawn(), 'has other words': changed, 'is deleted': null };
  it.each(Object.entries(endings))('it %s, and the index ends as the record', async (_name, then) => {
    const { world: calm } = await runArchive({ now: published() });
    for (let nth = 1; nth <= calm.calls.length; nth += 1) {
      let heard = 0;
      const { world, status } = await runArchive({
        now: published(),
        onCall: ({ documents }) => {
          heard += 1;
          if (heard !== nth) return;
          if (then) documents.set('pm-1', then);
          else documents.delete('pm-1');
        },
      });
      // After the last look, which reads the record and the list at once, the execution that the change has started has it.
      const isSeen = nth <= calm.calls.lastIndexOf('list') + 1;
      const wanted = wantedOf(isSeen ? (then ?? undefined) : published());
      expect([nth, status, world.inIndex()]).toEqual([nth, 'SUCCEEDED', wanted]);
    }
  });

  it('puts nothing of what was withdrawn while it was embedded', async () => {
    const { world } = await runArchive({
      now: published(),
      onCall: once('embed', 1, ({ documents }) => documents.set('pm-1', withdrawn())),
    });
    expect(world.calls).not.toContain('put');
  });

  it('takes out at once what was withdrawn while it was put', async () => {
    const { world } = await runArchive({
      now: published(),
      onCall: once('put', 2, ({ documents }) => documents.set('pm-1', withdrawn())),
    });
    expect(world.calls.slice(world.calls.lastIndexOf('put'))).toEqual(
      expect.arrayContaining(['put', 'read', 'delete']),
    );
    expect(world.inIndex()).toEqual([]);
  });
});

it('ends right when an older execution comes after a newer one, in the middle of it', async () => {
  const { calls } = (await runArchive({ before: published(), now: changed })).world;
  for (let nth = 1; nth <= calls.length; nth += 1) {
    let heard = 0;
    const { world } = await runArchive({
      before: published(),
      now: changed,
      onCall: async ({ documents, collaborators }) => {
        heard += 1;
        if (heard !== nth) return;
        // The newest change, with its execution from beginning to end while the older one waits.
        documents.set('pm-1', shorter);
        await settle(collaborators, { documentId: 'pm-1' }, (_name, work) => work());
      },
    });
    expect([nth, world.inIndex()]).toEqual([nth, wantedOf(shorter)]);
  }
});

it('tries a throttled service again, and owes what it gives up', async () => {
  let left = 3;
  const throttled = await runArchive({
    now: published(),
    onCall: ({ failing }, call) => {
      delete failing.with;
      if (call === 'put' && left > 0) {
        failing.with = 'TooManyRequestsException';
        left -= 1;
      }
    },
  });
  expect([throttled.status, throttled.world.inIndex()]).toEqual(['SUCCEEDED', wantedOf(published())]);

  const refused = await runArchive({
    now: published(),
    onCall: ({ failing }, call) => {
      if (call === 'put') failing.with = 'ValidationException';
    },
  });
  expect([refused.status, [...refused.world.owed]]).toEqual(['FAILED', ['pm-1']]);
  expect(refused.world.calls.filter((call) => call === 'put')).toHaveLength(1);
});
