import { type Assistant, assistantFor, type ToolAnswer } from './assistants';
import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import { demoPerson, newPerson, type Person, writePostMortem } from './people';
import { until } from './processes';

jest.setTimeout(400_000);

const STATUS = `mutation Status($id: ID!, $revision: Int!, $status: PostMortemStatus!, $isPrivate: Boolean) {
  setStatus(postMortemId: $id, revision: $revision, status: $status, isPrivate: $isPrivate) { revision }
}`;
const BIN = 'mutation Bin($id: ID!) { binPostMortem(postMortemId: $id) { id } }';

const DOCUMENTS = ['draft', 'shared', 'published', 'private', 'withdrawn', 'binned', 'foreign'] as const;
type Which = (typeof DOCUMENTS)[number];

/** What each may read, said once more and by hand: the rules under test stand in `amplify/data`. */
const MAY_READ: Record<string, Which[]> = {
  owner: ['draft', 'shared', 'published', 'private', 'withdrawn'],
  editor: ['shared', 'published'],
  commenter: ['shared', 'published'],
  reader: ['shared', 'published', 'private'],
  colleague: ['published', 'foreign'],
};
/** Of what they see, what stands on the shelves whose open actions are listed: their own, and what is published. */
const ACTIONS_OF: Record<string, Which[]> = {
  owner: MAY_READ.owner as Which[],
  editor: ['published'],
  commenter: ['published'],
  reader: ['published', 'private'],
  colleague: ['published', 'foreign'],
};

let place: Place;
let cloud: ComposedCloud;
const people: Record<string, Person> = {};
const ids = {} as Record<Which, string>;

/** A word that stands in one document and nowhere else: whoever hears it has read there. */
const wordOf = (which: Which) => `quoth${which}`;
const wordsIn = (told: unknown): Which[] =>
  DOCUMENTS.filter((which) => JSON.stringify(told).toLowerCase().includes(wordOf(which)));

const content = (which: Which) => ({
  title: `Down: ${wordOf(which)}`,
  service: 'checkout',
  tags: ['ravens', 'plutonian'],
  summary: `The ${wordOf(which)} bust of Pallas fell on the tapping chamber door at 14:02 UTC.`,
  actionItems: [{ text: `Mend ${wordOf(which)}`, owner: 'Lenore', dueDate: '2026-01-01', done: false }],
});

async function move(person: Person, id: string, revision: number, status: string, isPrivate = false) {
  const { errors } = await person.ask(STATUS, { id, revision, status, isPrivate });
  if (errors) throw new Error(JSON.stringify(errors));
}

beforeAll(async () => {
  place = await newPlace();
  cloud = await place.start();
  const owner = await demoPerson(cloud);
  people.owner = owner;
  for (const name of ['editor', 'commenter', 'reader', 'colleague'])
    people[name] = await newPerson(cloud, `${name}@example.com`);
  const sub = (name: string) => [(people[name] as Person).sub];
  const everybody = { editors: sub('editor'), commenters: sub('commenter'), readers: sub('reader') };
  for (const which of DOCUMENTS) {
    const writer = which === 'foreign' ? (people.colleague as Person) : owner;
    const shared = which === 'shared' ? everybody : which === 'private' ? { readers: sub('reader') } : {};
    ids[which] = await writePostMortem(writer, { ...content(which), ...shared });
  }
  await move(owner, ids.published, 1, 'PUBLISHED');
  await move(owner, ids.private, 1, 'PUBLISHED', true);
  await move(owner, ids.binned, 1, 'PUBLISHED');
  await move(owner, ids.withdrawn, 1, 'PUBLISHED');
  // Once the index has what is taken back, it must not be found any more.
  const found = (which: Which) =>
    people.colleague?.ask(`{ searchPostMortems(text: "${wordOf(which)}") { count } }`);
  await until(async () => (await found('withdrawn'))?.data.searchPostMortems.count === 1);
  await until(async () => (await found('binned'))?.data.searchPostMortems.count === 1);
  await move(owner, ids.withdrawn, 2, 'DRAFT');
  await owner.ask(BIN, { id: ids.binned });
});
afterAll(() => place.dispose());

/** Tools that are asked about one document. */
const ABOUT_ONE: [tool: string, more: object][] = [
  ['get_post_mortem', { format: 'markdown' }],
  ['get_post_mortem', { format: 'json' }],
  ['review_post_mortem', {}],
  ['find_similar', {}],
];

test.each(Object.keys(MAY_READ))(
  'as %s an assistant reads what this person may read, through every tool and resource',
  async (name) => {
    const assistant = await assistantFor(cloud, people[name] as Person);
    const mine = MAY_READ[name] as Which[];
    for (const which of DOCUMENTS) {
      const uri = `nevermore://post-mortem/${ids[which]}`;
      for (const [tool, more] of ABOUT_ONE) {
        const answer = await assistant.call(tool, { id: ids[which], ...more });
        expect([tool, which, answer.isError ?? false]).toEqual([tool, which, !mine.includes(which)]);
        const allowed = mine.includes(which) ? mine : [];
        expect(wordsIn(answer).filter((word) => !allowed.includes(word))).toEqual([]);
        if (tool === 'get_post_mortem' && mine.includes(which)) expect(wordsIn(answer)).toEqual([which]);
      }
      const read = await assistant.read(uri).catch((error: Error) => error.message);
      expect(wordsIn(read)).toEqual(mine.includes(which) ? [which] : []);
      await searched(assistant, which, mine);
      const alike = await assistant.call('find_similar', {
        text: `${wordOf(which)} bust of Pallas on the chamber door`,
      });
      expect([alike.isError, wordsIn(alike).filter((one) => !mine.includes(one))]).toEqual([undefined, []]);
    }
    expect(wordsIn(await assistant.resources()).filter((one) => !mine.includes(one))).toEqual([]);
    const actions = await assistant.call('list_open_actions', { limit: 200 });
    expect(wordsIn(actions)).toEqual(DOCUMENTS.filter((which) => ACTIONS_OF[name]?.includes(which)));
    await assistant.close();
  },
);

/** What may be read is found, in time; what may not is not, as it is out of the answer and not only of the index. */
async function searched(assistant: Assistant, which: Which, mine: readonly Which[]): Promise<void> {
  const ask = () => assistant.call('search_post_mortems', { query: wordOf(which) });
  const look = async (): Promise<ToolAnswer | false> => {
    const answer = await ask();
    return answer.structuredContent.count === 1 && answer;
  };
  const answer = mine.includes(which) ? await until(look) : await ask();
  expect(wordsIn(answer.structuredContent.items)).toEqual(mine.includes(which) ? [which] : []);
}

test('a section is enhanced in the context of a document by those who may edit it, and by nobody else', async () => {
  const asked = { section: 'summary', theme: 'professional', text: 'It fell at 14:02 UTC.' };
  for (const [name, which] of [
    ['commenter', 'shared'],
    ['reader', 'shared'],
    ['colleague', 'published'],
    ['editor', 'draft'],
    ['owner', 'binned'],
    ['owner', 'foreign'],
  ] as const) {
    const assistant = await assistantFor(cloud, people[name] as Person);
    const answer = await assistant.call('enhance_text', { ...asked, id: ids[which] });
    expect([name, answer.isError, answer.content[0]?.text]).toEqual([
      name,
      true,
      expect.stringContaining('There is no such post-mortem among those you own or may edit'),
    ]);
    await assistant.close();
  }
  const editor = await assistantFor(cloud, people.editor as Person);
  const done = await editor.call('enhance_text', { ...asked, id: ids.shared });
  expect(done.structuredContent).toMatchObject({ isFinished: true, status: 'SUCCEEDED', section: 'summary' });
  // Another's run is not there for them.
  const reader = await assistantFor(cloud, people.reader as Person);
  const looked = await reader.call('enhance_text', { run: done.structuredContent.run });
  expect([looked.isError, looked.content[0]?.text]).toEqual([
    true,
    expect.stringContaining('no such run among yours'),
  ]);
  await Promise.all([editor.close(), reader.close()]);
});
