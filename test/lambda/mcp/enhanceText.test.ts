import { AppSyncError, type Graphql } from '../../../lambda/appsync';
import {
  ApiFailedError,
  ApiRefusedError,
  NoSuchPostMortemError,
  NoSuchRunError,
} from '../../../lambda/mcp/errors';
import { type Library, libraryOf, type Run } from '../../../lambda/mcp/library';
import { enhanceText } from '../../../lambda/mcp/tools/enhanceText';

const NOW = new Date('2026-03-04T15:00:00Z');
const ASKED = { section: 'summary', theme: 'addams', text: 'x' };
const MADE = '2026-03-04T09:00:00Z';
const draft = (id: string, more: object = {}) => ({
  ...{ id, title: 'A text of an assistant', createdAt: MADE, updatedAt: MADE },
  ...more,
});
const unreachable = () => new ApiFailedError({ cause: new Error('no answer') });

const run = (more: Partial<Run> = {}): Run => ({
  ...{ id: 'run', postMortemId: 'run', section: 'summary', theme: 'addams' },
  ...{ status: 'RUNNING', stage: 'DRAFTING', progress: 1, drafts: [], verdict: null, message: null },
  ...{ costUsd: 0, finishedAt: null },
  ...more,
});
const over = { stage: 'FINISHED', status: 'SUCCEEDED', finishedAt: '2026-03-04T14:59:00Z' } as const;

/** A library with one person in it. `tidied` is what was to be done with drafts, in order. */
function atWork(more: Partial<Library>) {
  const tidied: string[] = [];
  const warned: string[] = [];
  const noted = (what: string) => async (id: string) => {
    tidied.push(`${what} ${id}`);
  };
  const library = {
    ...{ caller: 'poe', create: async (_: unknown, id?: string) => id ?? '' },
    start: async ({ id, postMortemId }: { id: string; postMortemId: string }) => run({ id, postMortemId }),
    run: async (id: string) => run({ id, postMortemId: id, ...over }),
    document: async (id: string) => draft(id),
    ...{ latest: async () => [], binned: async () => [] },
    ...{ forgetUntouched: noted('forget'), binUntouched: noted('bin') },
    forgetBinned: async (id: string) => {
      tidied.push(`forget binned ${id}`);
      return true;
    },
    ...more,
  } as unknown as Library;
  const tool = enhanceText({
    ...{ forMs: 30, everyMs: 5, now: () => NOW },
    warn: (message) => {
      warned.push(message);
    },
  });
  return { tool, library, tidied, warned };
}

test('a run that takes longer than a call is named, with how to look again', async () => {
  const { tool, library, tidied } = atWork({ run: async (id) => run({ id, postMortemId: id }) });
  const first = (await tool.run(ASKED, library)) as { run: string };
  expect(first).toMatchObject({
    isFinished: false,
    next: expect.stringContaining(`{"run": "${first.run}"}`),
  });
  expect(tidied).toEqual([]);
});

test('an answer that got lost on its way can be fetched again: reading a run deletes neither it nor its text', async () => {
  const { tool, library, tidied } = atWork({});
  const first = (await tool.run(ASKED, library)) as { run: string };
  expect(first).toMatchObject({ isFinished: true, next: expect.stringContaining('A text of an assistant') });
  expect(await tool.run({ run: first.run }, library)).toMatchObject({ isFinished: true, run: first.run });
  expect(tidied).toEqual([`bin ${first.run}`, `bin ${first.run}`]);
});

test('a text that its person has begun to write in stays where it is, whatever counts its revisions', async () => {
  const written = atWork({
    document: (async (id: string) => draft(id, { updatedAt: '2026-03-04T10:00:00Z' })) as never,
  });
  expect(await written.tool.run({ run: 'mine' }, written.library)).toMatchObject({ isFinished: true });
  const gone = atWork({ document: (id) => Promise.reject(new NoSuchPostMortemError(id)) });
  expect(await gone.tool.run({ run: 'mine' }, gone.library)).toMatchObject({ isFinished: true });
  expect([written.tidied, gone.tidied, gone.warned]).toEqual([[], [], []]);
});

test('texts of an hour ago go with a later call: those that nobody has read, and those that lie in the bin', async () => {
  const long = { ...over, finishedAt: '2026-03-04T13:59:00Z' };
  const { tool, library, tidied } = atWork({
    latest: (async () => [
      draft('old'),
      draft('just-over'),
      draft('working'),
      draft('never-started'),
      draft('made-just-now', { createdAt: '2026-03-04T14:30:00Z', updatedAt: '2026-03-04T14:30:00Z' }),
      draft('written-in', { updatedAt: '2026-03-04T09:30:00Z' }),
      draft('named', { title: 'Checkout down' }),
    ]) as never,
    run: async (id) => {
      if (id === 'never-started') throw new NoSuchRunError(id);
      const ended = { 'just-over': over, working: {}, mine: over }[id] ?? long;
      return run({ id, postMortemId: id, ...ended });
    },
    binned: async () => [
      { ...draft('binned'), deletedAt: MADE },
      { ...draft('just-binned'), deletedAt: '2026-03-04T14:30:00Z' },
      { ...draft('binned-by-hand', { title: 'Checkout down' }), deletedAt: MADE },
    ],
  });
  expect(await tool.run({ run: 'mine' }, library)).toMatchObject({ isFinished: true });
  expect(tidied).toEqual(['bin mine', 'bin old', 'bin never-started', 'forget binned binned']);
});

test('a text is deleted or put into the bin only as it was made', async () => {
  const asked: unknown[] = [];
  const answering = (answer: object | Error) =>
    libraryOf(
      (async (query: string, variables: object) => {
        asked.push([/(\w+)\((input|postMortemId):/.exec(query)?.[1], variables]);
        if (answer instanceof Error) throw answer;
        return answer;
      }) as Graphql,
      'poe',
    );
  const inBin = (revision: number) => answering({ binnedDocument: JSON.stringify({ revision }) });
  await answering({}).forgetUntouched('a');
  await answering({}).binUntouched('a');
  expect(await inBin(3).forgetBinned('a')).toBe(false);
  expect(await inBin(2).forgetBinned('a')).toBe(true);
  expect(asked).toEqual([
    ['deletePostMortem', { id: 'a', condition: { revision: { eq: 1 } } }],
    ['binPostMortem', { id: 'a', revision: 1 }],
    ['binnedDocument', { id: 'a' }],
    ['binnedDocument', { id: 'a' }],
    ['deleteForGood', { id: 'a' }],
  ]);
  const errorOf = (errorType: string) => new AppSyncError('no', [{ message: 'no', errorType }]);
  await answering(errorOf('DynamoDB:ConditionalCheckFailedException')).binUntouched('a');
  await answering(errorOf('Unauthorized')).forgetUntouched('a');
  await expect(answering(new AppSyncError('gone')).binUntouched('a')).rejects.toThrow(ApiFailedError);
});

test('the answer is told though nothing can be tidied up, and the log says so', async () => {
  for (const broken of [
    { latest: () => Promise.reject(unreachable()) },
    { binUntouched: () => Promise.reject(new ApiRefusedError('It is under review.')) },
    { document: () => Promise.reject(unreachable()) },
  ]) {
    const { tool, library, warned } = atWork(broken);
    expect(await tool.run({ run: 'mine' }, library)).toMatchObject({ isFinished: true, run: 'mine' });
    expect(warned).toEqual([expect.stringContaining('tidied up by a later call')]);
  }
});

test('an API that is silent for a moment while a run is waited for loses no run', async () => {
  let looks = 0;
  const { tool, library } = atWork({
    run: async (id) => {
      looks += 1;
      if (looks < 3) throw unreachable();
      return run({ id, postMortemId: id, ...over });
    },
  });
  expect(await tool.run(ASKED, library)).toMatchObject({ isFinished: true });
});

test('a text whose run could not be started leaves nothing behind, and the reason stays the reason', async () => {
  const refusing = { start: () => Promise.reject(new Error('not now')) };
  const { tool, library, tidied } = atWork(refusing);
  await expect(tool.run(ASKED, library)).rejects.toThrow('not now');
  expect(tidied).toHaveLength(1);
  const broken = atWork({ ...refusing, forgetUntouched: () => Promise.reject(unreachable()) });
  await expect(broken.tool.run(ASKED, broken.library)).rejects.toThrow('not now');
  expect(broken.warned).toEqual([expect.stringContaining('tidied up by a later call')]);
});

test('a run whose start was answered by nothing is looked for before its text is given up', async () => {
  const lost = { start: () => Promise.reject(unreachable()) };
  const begun = atWork(lost);
  expect(await begun.tool.run(ASKED, begun.library)).toMatchObject({ isFinished: true });
  expect(begun.tidied).toEqual([expect.stringMatching(/^bin /)]);
  const never = atWork({ ...lost, run: (id) => Promise.reject(new NoSuchRunError(id)) });
  await expect(never.tool.run(ASKED, never.library)).rejects.toThrow(ApiFailedError);
  expect(never.tidied).toHaveLength(1);
});
