import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOST_CHARACTERS } from '../../../../local/nevermore/commandLine/readPairs';
import { bundled } from '../../cloud/bundled';
import { runNode } from '../../cloud/processes';

jest.setTimeout(180_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevermore-facts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm run facts` runs. */
const NPM_SCRIPT = ['local/bootstrap.mjs', 'local/nevermore/commandLine/facts.ts'];

async function facts(lines: string | Buffer, args?: string[], program?: string[]) {
  const file = join(folder, 'pairs.jsonl');
  writeFileSync(file, lines);
  const command = runNode([...(program ?? [await bundled('facts')]), ...(args ?? ['--jsonl', file])], {});
  const { code } = await command.ended;
  return { code, ...command.printed };
}

test('prints a line of findings for each pair, in the order of the file', async () => {
  const { code, stdout, stderr } = await facts(
    '{"id":"a","source":"Down at 14:02.","draft":"Down at 14:03."}\n\n{"id":2,"source":"Up.","draft":"Up."}\n',
    undefined,
    NPM_SCRIPT,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [first, second] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toMatchObject({
    id: 'a',
    added: [{ kind: 'time', value: '14:03', start: 8, end: 13, severity: 'hard' }],
    lost: [{ kind: 'time', value: '14:02', start: 8, end: 13, severity: 'hard' }],
  });
  expect(second).toEqual({ id: 2, added: [], lost: [], moved: [], hedges: [], claims: [] });
});

test('says which line it cannot read, and exits with 1', async () => {
  const { code, stderr } = await facts('{"id":"a","source":"Up.","draft":"Up."}\n{"id":"b"}\n');
  expect(code).toBe(1);
  expect(stderr).toContain('pairs.jsonl:2 needs "source" and "draft"');
});

test('says how it is used', async () => {
  const { code, stderr } = await facts('', []);
  expect(code).toBe(1);
  expect(stderr).toContain('--jsonl FILE');
});

const pair = (id: unknown, source: string, draft = source) => `${JSON.stringify({ id, source, draft })}\n`;
const NOTHING = { added: [], lost: [], moved: [], hedges: [], claims: [] };
const idsOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);

test('a mark that an editor put before the text (BOM) is none of it', async () => {
  const { code, stdout } = await facts(`\ufeff${pair('a', 'Up.')}`);
  expect({ code, found: JSON.parse(stdout) }).toEqual({ code: 0, found: { id: 'a', ...NOTHING } });
});

test.each([
  [
    'no such file',
    () => join(folder, 'nowhere.jsonl'),
    /^There is no file .*nowhere\.jsonl\. Check its name/,
  ],
  ['a folder', () => folder, /is a folder\. Name a file in it\.$/],
])('says of %s in a sentence what is wrong with it', async (_case, file, message) => {
  const { code, stdout, stderr } = await facts('', ['--jsonl', file()]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.trim()).toMatch(message);
});

test.each([
  ['facts', ['local/nevermore/commandLine/facts.ts', '--jsonl']],
  ['the list of models', ['local/nevermore/commandLine/model.ts', '--list']],
])(
  'who reads the first lines of %s only gets them, and nothing is said to be wrong',
  async (_case, command) => {
    const file = join(folder, 'long.jsonl');
    writeFileSync(file, Array.from({ length: 3000 }, (_, id) => pair(id, 'Down at 14:02.', 'Up.')).join(''));
    const needsFile = command.includes('--jsonl');
    const { child, printed, ended } = runNode(['--import', 'tsx', ...command, ...(needsFile ? [file] : [])], {
      NEVERMORE_STATE: folder,
    });
    // The list is short and may be out at once: its reader is gone before it begins.
    if (needsFile) child.stdout?.once('data', () => child.stdout?.destroy());
    else child.stdout?.destroy();
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(printed.stderr).toBe('');
  },
);

test('a file of many pairs, checked on every core, keeps its order up to the line that is no pair', async () => {
  const text = 'Down at 14:02 for 9 minutes. We suspect the pool. '.repeat(40);
  const ids = Array.from({ length: 300 }, (_, id) => id);
  const lines = ids.map((id) => pair(id, text, text.replace('9 minutes', `${id} minutes`)));
  const { code, stdout, stderr } = await facts(`${lines.join('')}{"id":"b"}\n${pair('c', 'Up.')}`);
  expect(code).toBe(1);
  expect(stderr).toContain('pairs.jsonl:301 needs "source" and "draft"');
  expect(idsOf(stdout)).toEqual(ids);
  expect(stdout.split('\n')[250]).toContain('"value":"250 minutes"');
});

test.each([
  ['a text', pair('b', 'x'.repeat(MOST_CHARACTERS + 1))],
  ['a line without an end', 'x'.repeat(30 * MOST_CHARACTERS)],
])('%s of megabytes is refused by its line, with the limit, and at once', async (_case, long) => {
  const { code, stdout, stderr } = await facts(pair('a', 'Up.') + long);
  expect(code).toBe(1);
  expect(idsOf(stdout)).toEqual(['a']);
  expect(stderr).toContain(
    `pairs.jsonl:2 holds a text that is too long: at most ${MOST_CHARACTERS} characters`,
  );
});

test.each([
  ['another encoding', Buffer.from('{"id":"b","source":"caf\xe9","draft":"x"}\n', 'latin1'), 24],
  ['UTF-16', Buffer.from(`\ufeff${pair('b', 'Up.')}`, 'utf16le'), 1],
])('a line in %s is refused by its byte: a value must not change on the way', async (_case, bytes, byte) => {
  const { code, stdout, stderr } = await facts(Buffer.concat([Buffer.from(pair('a', 'Up.')), bytes]));
  expect(code).toBe(1);
  expect(idsOf(stdout)).toEqual(['a']);
  expect(stderr).toContain(`pairs.jsonl:2 is not UTF-8: byte ${byte} belongs to no character.`);
});
