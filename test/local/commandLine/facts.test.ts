import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../cloud/processes';

jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevermore-facts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function facts(lines: string, args?: string[]) {
  const file = join(folder, 'pairs.jsonl');
  writeFileSync(file, lines);
  const script = ['--import', 'tsx', 'local/commandLine/facts.ts', ...(args ?? ['--jsonl', file])];
  const command = runNode(script, {}, {});
  const { code } = await command.ended;
  return { code, ...command.printed };
}

test('prints a line of findings for each pair, in the order of the file', async () => {
  const { code, stdout, stderr } = await facts(
    '{"id":"a","source":"Down at 14:02.","draft":"Down at 14:03."}\n\n{"id":2,"source":"Up.","draft":"Up."}\n',
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
