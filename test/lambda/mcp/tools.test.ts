import { emptyPostMortem, type PostMortem } from '../../../domain/postMortem';
import { AppSyncError, type Graphql } from '../../../lambda/appsync';
import { NoSuchPostMortemError } from '../../../lambda/mcp/errors';
import { type Library, libraryOf, type Run } from '../../../lambda/mcp/library';
import { createDraft } from '../../../lambda/mcp/tools/createDraft';
import { enhanceText } from '../../../lambda/mcp/tools/enhanceText';
import { findSimilar } from '../../../lambda/mcp/tools/findSimilar';
import { getPostMortem } from '../../../lambda/mcp/tools/getPostMortem';
import { listOpenActions } from '../../../lambda/mcp/tools/listOpenActions';
import { reviewPostMortem } from '../../../lambda/mcp/tools/reviewPostMortem';
import { searchPostMortems } from '../../../lambda/mcp/tools/searchPostMortems';

type Json = Record<string, unknown>;
const library = (more: Partial<Library>): Library => ({ caller: 'poe', ...more }) as Library;
const run = (more: Partial<Run> = {}): Run => ({
  ...{
    id: 'run',
    postMortemId: 'run',
    section: 'summary',
    theme: 'addams',
    status: 'RUNNING',
    stage: 'DRAFTING',
  },
  ...{ progress: 1, drafts: [], verdict: null, message: null, costUsd: 0, finishedAt: null },
  ...more,
});

test('of any number of actions each is told once, page by page, in one order', async () => {
  const item = (row: number) => ({ text: `Action ${row}`, owner: 'Kim', dueDate: '', done: row % 10 === 0 });
  const listing = (id: number) => ({
    ...{
      id: `pm-${id}`,
      title: 'Many',
      severity: 'SEV3',
      status: 'DRAFT',
      owner: 'poe',
      editors: [],
      createdAt: '',
    },
    actionItems: Array.from({ length: 100 }, (_, row) => item(row)),
  });
  const listings = Array.from({ length: 7 }, (_, id) => listing(id)) as never;
  // The same documents stand on both shelves once they are published.
  const both = library({
    actions: async () => ({ listings, isWhole: true }),
    document: async (id) => ({ ...emptyPostMortem('Many'), id }) as PostMortem,
  });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const asked = listOpenActions.input.parse({ limit: 199, ...(cursor && { cursor }) });
    const page = (await listOpenActions.run(asked, both)) as {
      items: Json[];
      count: number;
      nextCursor: string | null;
    };
    expect(page.count).toBe(630);
    seen.push(...page.items.map(({ postMortem, action }) => `${(postMortem as Json).id} ${action}`));
    cursor = page.nextCursor;
  } while (cursor);
  expect([seen.length, new Set(seen).size]).toEqual([630, 630]);
});

test('a draft keeps to what a document may hold, and names what found no place', async () => {
  let stored: Json = {};
  const storing = library({
    create: async (content) => {
      stored = content as unknown as Json;
      return 'new';
    },
  });
  const draft = async (asked: Json) =>
    (await createDraft.run(createDraft.input.parse(asked), storing)) as {
      left: string[];
      sections: string[];
    };
  const published = await draft({
    notes: '# T\n\n- **Status:** Published\n\n## Summary\n\nIt broke.',
    title: 'Mine\nown',
  });
  expect(stored).toMatchObject({ title: 'Mine own', status: 'DRAFT' });
  expect(published.left.join()).toContain('Status: PUBLISHED');

  const many = Array.from(
    { length: 600 },
    (_, at) =>
      `2026-03-04T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00Z step ${at}`,
  );
  const long = await draft({
    title: 'T',
    timeline: many.join('\n'),
    sections: { summary: 'a\u0007b', impact: 'x' },
  });
  expect((stored.timeline as unknown[]).length).toBe(500);
  expect(long.left).toHaveLength(100);
  expect([stored.summary, long.sections]).toEqual(['ab', ['summary', 'impact']]);

  const security = await draft({ title: 'T', template: 'Security incident' });
  expect(security.left.join()).toContain('Make it private');
  await expect(
    draft({ title: 'T', notes: '## Summary\n\nx', sections: { summary: 'y'.repeat(20_000) } }),
  ).rejects.toThrow('summary: Keep this section under');
});

test('what the API hides is not there, what it refuses is said in its words, and its silence is no refusal', async () => {
  const answering = (error: Error): Library => libraryOf((() => Promise.reject(error)) as Graphql, 'poe');
  const hidden = new AppSyncError('Not Authorized', [
    { message: 'Not Authorized', errorType: 'Unauthorized' },
  ]);
  const refused = new AppSyncError('Search for fewer words.', [
    { message: 'Search for fewer words.', errorType: 'x' },
  ]);
  await expect(answering(hidden).document('a')).rejects.toThrow('There is no such post-mortem');
  await expect(answering(hidden).run('a')).rejects.toThrow('There is no such run');
  await expect(answering(refused).document('a')).rejects.toThrow('Search for fewer words.');
  await expect(answering(new AppSyncError('AppSync could not be reached.')).document('a')).rejects.toThrow(
    'could not be asked just now',
  );
});

describe('a password that one part of a post-mortem names', () => {
  const pasted = 'Somebody pasted Winter2026!x into the channel';
  const action = { text: `Rotate it: ${pasted}`, owner: 'Kim', dueDate: '', done: false };
  const document = {
    ...emptyPostMortem('Checkout down'),
    ...{ id: 'pm-1', owner: 'poe', isPrivate: false, revision: 1, createdAt: '', updatedAt: '' },
    description: 'The admin password: Winter2026!x',
    timeline: [{ at: '14:02', text: pasted }],
    actionItems: [action],
  } as unknown as PostMortem;
  const listing = { id: 'pm-1', title: 'Checkout down', severity: 'SEV2', status: 'PUBLISHED', service: '' };
  const whole = library({
    document: async (id) => (id === 'pm-1' ? document : Promise.reject(new NoSuchPostMortemError(id))),
    actions: async () => ({ listings: [{ ...document, title: pasted }] as never, isWhole: true }),
    search: async () => ({
      items: [
        { ...listing, startedAt: null, tags: [], passage: { field: 'timeline', text: pasted } },
      ] as never,
      ...{ count: 1, isWhole: true, next: null },
    }),
    run: async (id) =>
      run({ id, postMortemId: 'pm-1', stage: 'FINISHED', drafts: [{ text: pasted }] as never }),
    similarToText: (async () => [
      { ...listing, startedAt: null, words: [], section: 'timeline', quote: pasted },
    ]) as never,
  });

  test.each([
    ['get_post_mortem', () => getPostMortem.run({ id: 'pm-1', format: 'json' }, whole)],
    ['review_post_mortem', () => reviewPostMortem.run({ id: 'pm-1', theme: 'professional' }, whole)],
    ['search_post_mortems', () => searchPostMortems.run({ query: 'pasted', limit: 10 }, whole)],
    ['find_similar', () => findSimilar.run({ text: 'pasted' }, whole)],
    ['list_open_actions', () => listOpenActions.run(listOpenActions.input.parse({}), whole)],
    ['enhance_text', () => enhanceText().run({ run: 'page' }, whole)],
  ])('is told to no assistant by %s, where it stands bare', async (_, asked) => {
    const told = JSON.stringify(await asked());
    expect(told).toContain('removed]');
    expect(told).not.toContain('Winter2026');
  });
});
