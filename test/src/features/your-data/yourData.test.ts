import type { Stored } from '../../../../domain/postMortem/stored';
import { NotFoundOrNotYoursError, OfflineError } from '../../../../src/data/errors';
import type { OwnDataStore } from '../../../../src/data/ownData';
import type { ShownReview } from '../../../../src/data/reviews';
import { collectOwnData, type OwnServices } from '../../../../src/features/your-data/collect';
import { eraseOwnData, isHalfErased } from '../../../../src/features/your-data/erase';
import { comment } from '../../fakes/fakeTalk';
import { MemoryStorage } from '../../fakes/memoryStorage';

const ME = { id: 'sub-me', name: 'me@example.com' };

/**
 * Somebody with two post-mortems, two in the bin (on two pages), one that is shared with them, a template, a question, and
 * comments on their own and on those of others, of which they no longer see one.
 */
function account() {
  const owned = new Set(['one', 'two']);
  const deleted = new Set(['three', 'four']);
  const runs = new Map([
    ['one', ['run-1']],
    ['theirs', ['run-2']],
  ]);
  const comments = new Map(
    ['one', 'theirs', 'closed'].map((on) => [`said-${on}`, comment(`said-${on}`, { postMortemId: on })]),
  );
  const templates = new Set(['Payments']);
  const reviews = new Set(['one', 'theirs', 'closed']);
  const questions = new Set(['why-so']);
  const conversations = new Set(['talk']);
  const memories = new Map([
    ['own', false],
    ['ours', true],
  ]);
  const erased: string[] = [];
  let callsLeft = Number.POSITIVE_INFINITY;
  const dieAfter = (calls: number) => {
    callsLeft = calls;
  };
  const mortal = () => {
    callsLeft -= 1;
    if (callsLeft < 0) throw new OfflineError();
  };
  // An index that shows for a while what is gone.
  let late: string[] = [];
  const ownData: OwnDataStore = {
    owned: async () => {
      mortal();
      const shown = [...owned, ...late];
      late = [];
      return shown;
    },
    published: async () => ['one'],
    memberships: async () => [{ postMortemId: 'theirs', role: 'EDITOR', title: 'Theirs' }],
    runsOn: async (id) => (runs.get(id) ?? []).map((run): Stored => ({ id: run, source: 'db fell over' })),
    binned: async (id) => ({ id, title: `Deleted ${id}` }),
    delete: async (id) => {
      mortal();
      owned.delete(id);
      late.push(id);
      // The server's part.
      comments.delete(`said-${id}`);
      reviews.delete(id);
    },
    comments: async () => [...comments.values()],
    eraseComment: async (on, id) => {
      mortal();
      comments.delete(id);
      erased.push(`${on} ${id}`);
    },
    reviews: async () => [...reviews].map((on) => ({ id: `of-${on}`, postMortemId: on }) as ShownReview),
    eraseFromReview: async (id) => {
      mortal();
      reviews.delete(id.replace('of-', ''));
      erased.push(id);
    },
    templates: async () => [...templates].map((name) => ({ name, owner: ME.id })),
    memories: async () => [...memories].map(([id, isTeams]) => ({ id, isTeams, text: `Of ${id}.` })),
    conversations: async () => [...conversations].map((id) => ({ id, messages: [] })),
    deleteConversation: async (id) => {
      mortal();
      conversations.delete(id);
    },
    forget: async ({ id, isTeams }) => {
      mortal();
      if (memories.get(id) === isTeams) memories.delete(id);
    },
    deleteTemplate: async (name) => {
      mortal();
      templates.delete(name);
    },
    answers: async () => [...questions].map((id) => ({ id, question: 'Why?' })),
    deleteAnswer: async (id) => {
      mortal();
      questions.delete(id);
    },
    deleteRun: async (id) => {
      mortal();
      for (const [of, ids] of runs)
        runs.set(
          of,
          ids.filter((one) => one !== id),
        );
    },
  };
  const services = {
    ownData,
    bin: {
      list: async (next: string | null) => {
        const items = [...deleted].slice(next === null ? 0 : 1, next === null ? 1 : undefined);
        const item = { title: '', deletedAt: '', goneAt: '' };
        return {
          items: items.map((id) => ({ id, ...item })),
          next: next === null && deleted.size > 1 ? '2' : null,
        };
      },
      deleteForGood: async (id: string) => {
        mortal();
        deleted.delete(id);
      },
    },
    history: { of: async (id: string) => [{ place: '1', changes: { title: id } }] },
    postMortems: {
      get: async (id: string) => {
        if (id === 'two') throw new NotFoundOrNotYoursError(id);
        return { id, title: `Title of ${id}`, summary: 'What “happened”\n' };
      },
    },
  } as unknown as OwnServices;
  /** What is still somebody's. */
  const left = () => [
    ...owned,
    ...deleted,
    ...(runs.get('theirs') ?? []),
    ...comments.keys(),
    ...templates,
    ...reviews,
    ...memories.keys(),
    ...questions,
    ...conversations,
  ];
  return { erased, services, dieAfter, left };
}

test('the file holds every post-mortem with its saves and runs, also deleted ones, what is shared, comments, templates, reviews, memories, questions, conversations, and what could not be read', async () => {
  const seen: string[] = [];
  const now = () => new Date('2026-03-04T12:00:00.000Z');
  const { services } = account();
  const text = await collectOwnData(ME, services, now, (done, all) => seen.push(`${done}/${all}`));
  const save = (id: string) => [{ place: '1', changes: { title: id } }];
  expect(JSON.parse(text)).toEqual({
    format: 'nevermore-own-data-1',
    collectedAt: '2026-03-04T12:00:00.000Z',
    person: ME,
    postMortems: [
      {
        id: 'one',
        title: 'Title of one',
        summary: 'What “happened”\n',
        saves: save('one'),
        runs: [{ id: 'run-1', source: 'db fell over' }],
      },
      { id: 'two', cannotBeRead: expect.stringContaining('no such post-mortem') },
    ],
    recentlyDeleted: [
      { id: 'three', title: 'Deleted three', saves: save('three'), runs: [] },
      { id: 'four', title: 'Deleted four', saves: save('four'), runs: [] },
    ],
    sharedWithMe: [
      {
        postMortemId: 'theirs',
        role: 'EDITOR',
        title: 'Theirs',
        runs: [{ id: 'run-2', source: 'db fell over' }],
      },
    ],
    comments: ['one', 'theirs', 'closed'].map((on) =>
      expect.objectContaining({ postMortemId: on, text: `said-${on}` }),
    ),
    templates: [{ name: 'Payments', owner: ME.id }],
    reviews: ['one', 'theirs', 'closed'].map((on) => ({ id: `of-${on}`, postMortemId: on })),
    questions: [{ id: 'why-so', question: 'Why?' }],
    memories: [
      { id: 'own', isTeams: false, text: 'Of own.' },
      { id: 'ours', isTeams: true, text: 'Of ours.' },
    ],
    conversations: [{ id: 'talk', messages: [] }],
  });
  expect(seen).toEqual(['0/5', '1/5', '2/5', '3/5', '4/5', '5/5']);
});

test('erasing that dies anywhere says so, and goes on with what is left until nothing is, on the device too', async () => {
  for (let calls = 0; ; calls += 1) {
    const { erased, services, dieAfter, left } = account();
    const storage = new MemoryStorage();
    for (const key of [
      'nevermore.unsaved.sub-me.x',
      'nevermore.decided.one',
      'nevermore.unsaved.sub-other.y',
    ])
      storage.setItem(key, '{}');
    dieAfter(calls);
    const progress: number[] = [];
    const erase = () => eraseOwnData(ME, services, storage, (done, all) => progress.push(done / all));
    const died = await erase().then(
      () => false,
      (error: unknown) => error instanceof OfflineError,
    );
    expect(isHalfErased(storage, ME.id)).toBe(died);
    dieAfter(Number.POSITIVE_INFINITY);
    if (died) await erase();
    expect(left()).toEqual([]);
    // What was said about one's own goes with that, and is not touched one by one.
    expect([...new Set(erased)]).toEqual([
      'theirs said-theirs',
      'closed said-closed',
      'of-theirs',
      'of-closed',
    ]);
    const kept = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    expect(kept).toEqual(['nevermore.unsaved.sub-other.y']);
    if (!died) {
      expect(progress.at(-1)).toBe(1);
      return;
    }
  }
});

test('a record that cannot be read is in the file as such, and erasing does not say that everything is gone', async () => {
  const { services, left } = account();
  const storage = new MemoryStorage();
  const lost = { cannotBeRead: 'It breaks the schema.' };
  const { ownData } = services;
  const [answers, memberships, runsOn] = [ownData.answers, ownData.memberships, ownData.runsOn];
  ownData.answers = async (id) => [...(await answers(id)), lost];
  ownData.memberships = async (id) => [...(await memberships(id)), lost];
  ownData.runsOn = async (id) => [...(await runsOn(id)), lost];
  const told = JSON.parse(
    await collectOwnData(
      ME,
      services,
      () => new Date(),
      () => {},
    ),
  );
  expect(told.questions).toContainEqual(lost);
  expect(told.sharedWithMe).toContainEqual(lost);
  await expect(eraseOwnData(ME, services, storage, () => {})).rejects.toThrow(
    '3 of your records cannot be read',
  );
  expect(isHalfErased(storage, ME.id)).toBe(true);
  expect(left()).toEqual([]);
});
