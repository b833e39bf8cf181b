import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postMortemToMarkdown } from '../../../../domain/export/markdown';
import { emptyPostMortem } from '../../../../domain/postMortem';
import { ATLASSIAN, GOOGLE } from '../../../domain/import/templates';
import { bundled } from '../../cloud/bundled';
import { newPlace, type Place } from '../../cloud/composedCloud';
import { runNode } from '../../cloud/processes';

jest.setTimeout(120_000);

/** As the npm script sets it: the AWS SDK would warn of an older Node.js. */
const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

const OURS = postMortemToMarkdown({
  ...emptyPostMortem('Checkout down'),
  service: 'checkout-api',
  summary: 'Checkout failed for 23 minutes.\n\n# Detail\n\n- a **b**',
  timeline: [{ at: '14:02 UTC', text: 'Migration started', kind: 'trigger' }],
  actionItems: [
    { text: 'Set lock_timeout', owner: 'Ines', dueDate: '2026-03-08', done: false, type: 'prevent' },
  ],
  people: [{ name: 'Ines', role: 'commander' }],
});

let place: Place;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nevermore-import-'));
  place = await newPlace();
  await place.start();
});
afterAll(async () => {
  await place.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (name: 'import' | 'export', ...args: string[]) => start([await bundled(name), ...args]);
/** As `npm run` does it. */
const npmRun = (name: 'import' | 'export', ...args: string[]) =>
  start(['local/bootstrap.mjs', `local/nevermore/commandLine/${name}.ts`, ...args]);

async function start(program: string[]) {
  const command = runNode(program, { ...QUIET, ...place.environment });
  const { code } = await command.ended;
  return { code, ...command.printed };
}

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const linesOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a folder of post-mortems is imported at once, a line each, and ours leaves again as the same bytes', async () => {
  const files = [file('ours.md', OURS), file('google.md', GOOGLE), file('atlassian.md', ATLASSIAN)];
  const { code, stdout, stderr } = await npmRun('import', ...files);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [ours, google, atlassian] = linesOf(stdout);
  expect(ours).toEqual({
    file: files[0],
    id: expect.any(String),
    title: 'Checkout down',
    sections: ['summary'],
    timeline: 1,
    actions: 1,
    left: [],
  });
  expect(google).toMatchObject({
    timeline: 3,
    actions: 2,
    left: expect.arrayContaining([expect.any(String)]),
  });
  expect(atlassian).toMatchObject({ timeline: 2, actions: 2 });
  expect(await npmRun('export', '--id', ours.id, '--to', 'markdown')).toEqual({
    code: 0,
    stdout: OURS,
    stderr: '',
  });
});

test('what leaves for a chat and for a page is printed, the same bytes each time', async () => {
  const { stdout } = await run('import', file('again.md', OURS));
  const [{ id }] = linesOf(stdout);
  const [slack, html, again] = await Promise.all(
    ['slack', 'html', 'html'].map((target) => run('export', '--id', id, '--to', target)),
  );
  expect(slack).toMatchObject({ code: 0, stdout: expect.stringContaining('*Summary*') });
  expect(html).toMatchObject({ code: 0, stdout: expect.stringMatching(/^<!doctype html>/) });
  expect(again).toEqual(html);
});

test('a file that cannot be read is named, and the others are imported all the same', async () => {
  const good = file('good.md', '# Fine\n\n## Impact\n\nNone.');
  const latin = file('latin.md', Buffer.from([0x23, 0x20, 0xe9]));
  const { code, stdout, stderr } = await run('import', join(folder, 'missing.md'), latin, good);
  expect(code).toBe(1);
  expect(linesOf(stdout)).toEqual([expect.objectContaining({ file: good, title: 'Fine' })]);
  expect(stderr).toMatch(/There is no file .*missing\.md/);
  expect(stderr).toMatch(/latin\.md.* is not UTF-8/);
  expect(stderr).toMatch(/2 of 3 files were not imported\.\n$/);
});

test.each([
  [['--to', 'markdown'], /Usage: .*--id ID --to markdown\|slack/],
  [['--id', 'x', '--to', 'pdf'], /There is no export to “pdf”/],
  [['--id', 'x', '--what'], /Usage/],
  [['--id', 'nothing-here', '--to', 'markdown'], /There is no post-mortem nothing-here/],
])('export says what is wrong with %j', async (args, said) => {
  const { code, stdout, stderr } = await run('export', ...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(said);
});

test('import says how it is called when no file is named', async () => {
  const { code, stderr } = await run('import');
  expect(code).toBe(1);
  expect(stderr).toMatch(/Usage: .*import -- FILE/);
});
