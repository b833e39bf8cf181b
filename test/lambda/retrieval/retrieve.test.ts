import { enterablesOf } from '../../../domain/archive/keys';
import { emptyPostMortem } from '../../../domain/postMortem';
import type { Stored } from '../../../domain/postMortem/stored';
import type { Embed } from '../../../lambda/bedrock/embed';
import { ArchiveQuestionError } from '../../../lambda/retrieval/errors';
import { type Retrieval, retrieveWith } from '../../../lambda/retrieval/retrieve';
import { CASES } from '../../cases/cases';
import { embedByWords, memoryVectors, memoryWords } from '../archive/memoryArchive';

const POOL = 'https://pool';
const ann = { sub: 'ann', issuer: POOL };

const document = (id: string, more: object = {}): Stored => ({
  ...emptyPostMortem(`Title of ${id}`),
  ...{ id, owner: 'ann', status: 'PUBLISHED', audience: [POOL], createdAt: '2026-03-04T10:00:00.000Z' },
  ...more,
});

/** An archive in which these documents are, with an index that somebody may have left behind or poisoned. */
async function archiveOf(stored: readonly Stored[], embed: Embed = embedByWords) {
  const documents = new Map(stored.map((one) => [String(one.id), one]));
  const { vectors, held, failing } = memoryVectors();
  const warnings: string[] = [];
  /** Puts the vectors of a record into the index, published or not, as it would be were it published. */
  const enter = async (one: Stored) => {
    const enterables = [
      ...enterablesOf({
        ...one,
        status: 'PUBLISHED',
        isPrivate: false,
        owner: 'x',
        audience: [POOL],
      }).values(),
    ];
    const { vectors: made, embeddedBy } = await embedByWords(enterables.map(({ passage }) => passage.text));
    await vectors.put(
      enterables.map(({ key, facts }, at) => ({
        ...{ key, vector: made[at] as Float32Array, metadata: { ...facts, embedder: embeddedBy } },
      })),
    );
  };
  for (const one of stored) await enter(one);
  const retrieval: Retrieval = {
    words: memoryWords(documents),
    vectors,
    embed,
    warn: (message, error) => warnings.push(`${message}: ${String(error)}`),
  };
  return { retrieve: retrieveWith(retrieval), documents, held, failing, warnings, enter };
}

const lock = document('lock', {
  title: 'Checkout stood still',
  service: 'checkout',
  severity: 'SEV1',
  startedAt: '2026-03-04T10:00:00.000Z',
  rootCause: 'A migration took a lock on the orders table, and every write waited behind it.',
  actionItems: [{ text: 'Set a lock timeout', owner: 'Ligeia', dueDate: '', done: false }],
});
const certificate = document('certificate', {
  title: 'Calls between services failed',
  service: 'gateway',
  severity: 'SEV2',
  startedAt: '2025-11-02T03:00:00.000Z',
  rootCause: 'A certificate expired, and clients logged ERR_CERT_DATE_INVALID on gw-7.internal.',
  timeline: [{ at: '03:04', text: 'The pager rang.' }],
});

it('finds a passage by meaning and by words, and says where it stands and what it was found by', async () => {
  const { retrieve, warnings } = await archiveOf([lock, certificate]);
  const { passages, meaning, embeddedBy } = await retrieve(
    { text: 'migration lock on the orders table' },
    ann,
  );
  expect(passages[0]).toMatchObject({
    ...{ documentId: 'lock', place: 'rootCause/0', section: 'rootCause', title: 'Checkout stood still' },
    ...{ service: 'checkout', severity: 'SEV1', startedAt: '2026-03-04T10:00:00.000Z' },
    text: lock.rootCause,
    by: ['meaning', 'words'],
    words: expect.arrayContaining(['migration', 'lock', 'orders', 'table']),
  });
  expect([meaning, embeddedBy, warnings]).toEqual(['used', 'words of the test', []]);
});

it('puts an error code and a host that stand to the letter first, whatever else sounds alike', async () => {
  const alike = CASES.map(({ id, title, description, rootCause }) =>
    document(id, { title, description, rootCause }),
  );
  const { retrieve } = await archiveOf([...alike, lock, certificate]);
  for (const text of ['ERR_CERT_DATE_INVALID', 'what happened on gw-7.internal when clients failed?']) {
    const { passages } = await retrieve({ text }, ann);
    expect([text, passages[0]?.documentId, passages[0]?.place]).toEqual([text, 'certificate', 'rootCause/0']);
  }
});

it('finds nothing where nothing is about the question, though some vector is always the nearest', async () => {
  const { retrieve } = await archiveOf([lock, certificate]);
  const { passages, meaning } = await retrieve({ text: 'Why did the elevator stop?' }, ann);
  expect([passages, meaning]).toEqual([[], 'used']);
});

it.each([
  [{ service: 'Gateway' }, ['certificate']],
  [{ severities: ['SEV1' as const] }, ['lock']],
  [{ from: '2026-01-01' }, ['lock']],
  [{ to: '2025-12-31' }, ['certificate']],
  [{ service: 'gateway', severities: ['SEV1' as const] }, []],
])('asks only what the filters %j let through', async (filters, ids) => {
  const { retrieve } = await archiveOf([lock, certificate]);
  const { passages } = await retrieve({ text: 'certificate migration lock pager', filters }, ann);
  expect([...new Set(passages.map(({ documentId }) => documentId))]).toEqual(ids);
});

it('filters by what a record says now, where the index is behind', async () => {
  const { retrieve, documents } = await archiveOf([lock]);
  documents.set('lock', { ...lock, service: 'orders' });
  // The words still stand under the new service; the vector is filtered by the one before.
  const { passages } = await retrieve({ text: 'migration lock', filters: { service: 'checkout' } }, ann);
  expect(passages).toEqual([]);
});

it('leaves out the document that is asked about', async () => {
  const { retrieve } = await archiveOf([lock, certificate]);
  const { passages } = await retrieve({ text: 'lock certificate', exceptDocument: 'lock' }, ann);
  expect(passages.map(({ documentId }) => documentId)).not.toContain('lock');
});

it('shows what a record says now, whatever the index still has of it', async () => {
  const { retrieve, documents } = await archiveOf([lock]);
  documents.set('lock', { ...lock, rootCause: 'Rewritten: a deadlock.', actionItems: [] });
  const { passages } = await retrieve({ text: 'lock migration orders timeout' }, ann);
  expect(passages.map(({ text }) => text)).toEqual(['Rewritten: a deadlock.']);
});

describe('nothing comes out that is not published for the caller, with an index that is stale or poisoned', () => {
  const people = {
    owner: 'ann',
    editor: 'ben',
    commenter: 'cleo',
    reader: 'dan',
    colleague: 'eve',
    stranger: 'mallory',
  };
  const shared = { editors: ['ben'], commenters: ['cleo'], readers: ['dan'] };
  const kinds = {
    draft: { status: 'DRAFT', audience: [] },
    'shared draft': { status: 'DRAFT', audience: [], ...shared },
    'in review, for every colleague to decide': { status: 'IN_REVIEW', audience: [POOL], ...shared },
    private: { isPrivate: true, audience: [], ...shared },
    'private, with an audience that was forgotten': { isPrivate: true, ...shared },
    withdrawn: { status: 'WITHDRAWN', audience: [], ...shared },
    'withdrawn, with an audience that was forgotten': { status: 'WITHDRAWN', ...shared },
    'in the bin': { owner: 'bin:ann', audience: [], keptAudience: [POOL] },
  };
  const text = 'Nevermore is the secret word of this passage';

  it.each(Object.entries(kinds))('%s', async (kind, more) => {
    const secret = document('secret', { rootCause: text, ...more });
    const { retrieve, documents, held } = await archiveOf([secret, lock]);
    expect([...held.keys()].some((key) => key.includes('secret'))).toBe(true);
    for (const [role, sub] of Object.entries(people)) {
      const issuer = role === 'stranger' ? 'https://another-pool' : POOL;
      const answer = await retrieve({ text: 'Nevermore secret word', limit: 50 }, { sub, issuer });
      expect([kind, role, JSON.stringify(answer).includes('secret word')]).toEqual([kind, role, false]);
    }
    // The same record, published, is found: so the passage was there to leak.
    documents.set('secret', document('secret', { rootCause: text }));
    const { passages } = await retrieve({ text: 'Nevermore secret word' }, { sub: 'eve', issuer: POOL });
    expect(passages[0]?.text).toBe(text);
    const other = await retrieve(
      { text: 'Nevermore secret word' },
      { sub: 'eve', issuer: 'https://another-pool' },
    );
    expect(other.passages).toEqual([]);
  });

  it('a deleted one, and keys that no cutting has made', async () => {
    const { retrieve, documents, held } = await archiveOf([lock]);
    const [vector] = (await embedByWords(['lock'])).vectors;
    for (const key of ['1|lock|rootCause/9|x', '1|ghost|rootCause/0|x', 'junk', '0|lock|rootCause/0|x'])
      held.set(key, {
        ...{ key, vector: vector as Float32Array },
        metadata: { pools: [POOL], embedder: 'words of the test', text: 'poison' },
      });
    documents.delete('lock');
    expect((await retrieve({ text: 'lock migration' }, ann)).passages).toEqual([]);
  });
});

describe('answers by words alone, says so, and logs why', () => {
  it.each([
    ['the index is missing', 'NotFoundException'],
    ['it is throttled', 'TooManyRequestsException'],
    ['its vectors have another dimension', 'ValidationException'],
    ['it may not be read', 'AccessDeniedException'],
  ])('when %s', async (_why, type) => {
    const { retrieve, failing, warnings } = await archiveOf([lock]);
    failing.with = type;
    const { passages, meaning, embeddedBy } = await retrieve({ text: 'lock on orders' }, ann);
    expect([meaning, embeddedBy, passages[0]?.place, passages[0]?.by]).toEqual([
      ...['missing', null, 'rootCause/0', ['words']],
    ]);
    expect(warnings).toEqual([expect.stringContaining(type)]);
  });

  it('when nobody embeds', async () => {
    const { retrieve, warnings } = await archiveOf([lock], async () => {
      throw new Error('The model is away.');
    });
    const { passages, meaning } = await retrieve({ text: 'lock on orders' }, ann);
    expect([meaning, passages.length > 0]).toEqual(['missing', true]);
    expect(warnings[0]).toContain('The model is away.');
  });

  it('when nothing was entered yet, and not when there is only nothing alike', async () => {
    const { retrieve, held } = await archiveOf([lock]);
    expect((await retrieve({ text: 'lock', filters: { service: 'none' } }, ann)).meaning).toBe('used');
    held.clear();
    expect((await retrieve({ text: 'lock' }, ann)).meaning).toBe('missing');
  });

  it('when what is there was made by another embedder, whose vectors mean something else', async () => {
    const other: Embed = async (texts) => ({ ...(await embedByWords(texts)), embeddedBy: 'another' });
    const { retrieve } = await archiveOf([lock], other);
    const { passages, meaning } = await retrieve({ text: 'lock on orders' }, ann);
    expect(passages.every(({ by }) => by.join() === 'words')).toBe(true);
    expect(meaning).toBe('missing');
  });
});

it('refuses what is no question, with what to do', async () => {
  const { retrieve } = await archiveOf([lock]);
  for (const asked of [
    { text: ' ' },
    { text: 'x'.repeat(5_000_000) },
    { text: 'lock', filters: { from: 'tomorrow' } },
    { text: 'lock', limit: 0 },
  ])
    await expect(retrieve(asked, ann)).rejects.toThrow(ArchiveQuestionError);
});

it('a passage comes with what another part of its document says is a secret', async () => {
  const { retrieve } = await archiveOf([
    document('pasted', {
      description: 'The admin password: Winter2026!x',
      rootCause: 'Somebody pasted Winter2026!x into the channel of checkout.',
    }),
  ]);
  const { passages } = await retrieve({ text: 'pasted into the channel', limit: 5 }, ann);
  expect(passages.find(({ section }) => section === 'rootCause')?.named).toEqual(['Winter2026!x']);
});
