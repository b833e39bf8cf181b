import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from '../../cloud/bundled';
import { startChatServer } from '../../cloud/chatServer';
import { newPlace, type Place } from '../../cloud/composedCloud';
import { demoPerson, type Person } from '../../cloud/people';
import { runNode } from '../../cloud/processes';

jest.setTimeout(180_000);

const SOURCE = 'db fell over at 14:02, failover took 9 min, we suspect the pool size';
/** As the npm script sets it: the AWS SDK would warn of an older Node.js. */
const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
const WELL = ['--section', 'description', '--theme', 'professional'];
const LIBRARY =
  'query Mine($owner: String!) { postMortemsByOwner(owner: $owner) { items { id description } } }';
const RUNS =
  'query Runs($postMortemId: ID!) { enhancementsByPostMortem(postMortemId: $postMortemId) { items { id } } }';

let chat: Awaited<ReturnType<typeof startChatServer>>;
let place: Place;
let demo: Person;

beforeAll(async () => {
  chat = await startChatServer();
  place = await newPlace();
  demo = await demoPerson(await place.start(chat.settings));
});
afterAll(async () => {
  await place.dispose();
  await chat.close();
});
beforeEach(() => chat.answer({}));

/** What `npm run enhance` runs. */
const NPM_SCRIPT = ['local/bootstrap.mjs', 'local/nevermore/commandLine/enhance.ts'];

async function enhance(
  args: string[],
  input: string | Buffer = SOURCE,
  environment = place.environment,
  script?: string[],
) {
  const command = runNode(
    [...(script ?? [await bundled('enhance')]), ...args],
    { ...QUIET, ...environment },
    { input },
  );
  const { code } = await command.ended;
  return { code, ...command.printed };
}

const library = async (): Promise<Array<{ id: string; description: string }>> =>
  (await demo.ask(LIBRARY, { owner: demo.sub })).data.postMortemsByOwner.items;

test('prints the finished enhancement as JSON, alone on standard output, and leaves nothing behind', async () => {
  const { code, stdout, stderr } = await enhance(WELL, SOURCE, place.environment, NPM_SCRIPT);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    section: 'description',
    theme: 'professional',
    source: SOURCE,
    status: 'SUCCEEDED',
    stage: 'FINISHED',
    drafts: [
      { text: expect.stringContaining(SOURCE.trim()) },
      { text: expect.stringContaining(SOURCE.trim()) },
    ],
    verdict: { outcome: 'JUDGED' },
  });
  expect(await library()).toEqual([]);
});

test('with --keep the post-mortem and its run stay in the library', async () => {
  const { code, stdout } = await enhance([...WELL, '--keep']);
  expect(code).toBe(0);
  const { id, postMortemId } = JSON.parse(stdout);
  expect(await library()).toEqual([{ id: postMortemId, description: SOURCE }]);
  expect((await demo.ask(RUNS, { postMortemId })).data.enhancementsByPostMortem.items).toEqual([{ id }]);
  await demo.ask('mutation Run($id: ID!) { deleteEnhancement(input: { id: $id }) { id } }', { id });
  await demo.ask('mutation Doc($id: ID!) { deletePostMortem(input: { id: $id }) { id } }', {
    id: postMortemId,
  });
});

test('an empty text is no failure: it is told that there is nothing to enhance', async () => {
  const { code, stdout } = await enhance(['--section', 'root-cause', '--theme', 'addams'], '');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    section: 'rootCause',
    verdict: { outcome: 'NOTHING_TO_ENHANCE' },
    message: expect.stringMatching(/\w/),
  });
});

test('with both models down it says so on standard error and exits with 1', async () => {
  chat.answer({ micro: { status: 500 }, lite: { status: 500 } });
  const { code, stderr } = await enhance(WELL);
  expect(code).toBe(1);
  expect(stderr).toMatch(/Nova Micro: .*memory.*Nova Lite: .*memory/s);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(await library()).toEqual([]);
});

test.each([
  ['an unknown section', ['--section', 'alibi', '--theme', 'professional'], SOURCE, /no such section/],
  ['an unknown theme', ['--section', 'description', '--theme', 'munsters'], SOURCE, /no such theme/],
  ['a text of 5 MB', WELL, 'x'.repeat(5 * 1024 * 1024), /at most 20000 can be enhanced/],
  ['a text in another encoding', WELL, Buffer.from('caf\xe9 at 14:02', 'latin1'), /not UTF-8: byte 4/],
  ['a character cut in two', WELL, Buffer.from('down – ').subarray(0, 7), /not UTF-8: byte 6/],
  ['a text that is too long', WELL, 'x'.repeat(20_001), /20000 characters/],
  ['a control character', WELL, 'down at\u0007 14:02', /control character/],
  ['no arguments', [], SOURCE, /Usage: npm run --silent enhance/],
  ['no theme', ['--section', 'description'], SOURCE, /Usage: npm run --silent enhance/],
  ['an unknown option', [...WELL, '--loud'], SOURCE, /--loud/],
])(
  'for %s it says what is wrong, prints nothing else, and leaves nothing behind',
  async (_case, args, input, message) => {
    const { code, stdout, stderr } = await enhance(args, input);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await library()).toEqual([]);
  },
);

test('without a running local cloud it says how to start one', async () => {
  const state = mkdtempSync(join(tmpdir(), 'nevermore-none-'));
  const { code, stdout, stderr } = await enhance(WELL, SOURCE, { NEVERMORE_STATE: state });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/No local cloud is running.*npm start/s);
  rmSync(state, { recursive: true });
});

test('a mark that an editor put before the text (BOM) is none of it', async () => {
  const { code, stdout } = await enhance(WELL, `\ufeff${SOURCE}`);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).source).toBe(SOURCE);
});

test.each([
  ['a cloud.json cut in the middle', { cut: 20 }, /cloud\.json is damaged.*npm start/s],
  ['missing outputs', { outputsFile: '/nowhere.json' }, /nowhere\.json is damaged or gone.*npm start/s],
  ['a cloud that does not answer', { cognito: 'http://127.0.0.1:9' }, /could not sign in.*npm start/s],
])(
  'with %s it says so in a sentence, and what to do',
  async (_case, changed: { cut?: number; outputsFile?: string; cognito?: string }, message) => {
    const state = mkdtempSync(join(tmpdir(), 'nevermore-damaged-'));
    const announced = JSON.parse(readFileSync(join(place.state, 'cloud.json'), 'utf8'));
    writeFileSync(
      join(state, 'cloud.json'),
      JSON.stringify({ ...announced, ...changed }).slice(0, changed.cut),
    );
    const { code, stdout, stderr } = await enhance(WELL, SOURCE, { NEVERMORE_STATE: state });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at |in JSON|Unknown error/m);
    rmSync(state, { recursive: true });
  },
);
