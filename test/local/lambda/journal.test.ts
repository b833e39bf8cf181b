import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal, JournalCorruptError } from '../../../local/journal';
import { EXECUTION } from '../../../local/lambda/executionStore';
import type { JournalRecord, StartedRecord } from '../../../local/lambda/records';
import { ended, startExecution, Workbench } from './lambdaUnderTest';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started: StartedRecord = {
  kind: 'started',
  format: 1,
  at: 0,
  executionArn: 'arn:x',
  executionId: 'id',
  executionName: 'ünïcödé',
  functionName: 'f',
  functionArn: 'arn:f',
  version: '1',
  invocationType: 'Event',
  input: '{}',
  executionTimeoutSeconds: 60,
  retentionDays: 1,
};
const elapsed: JournalRecord = { kind: 'elapsed', at: 1, id: 'ö' };

function journalWith(name: string, records: JournalRecord[]): string {
  const file = join(folder, name);
  const journal = Journal.create(file, started);
  for (const record of records) journal.append(record);
  journal.close();
  return file;
}

test('what was appended is read back, and only the owner may read the file', () => {
  const file = journalWith('whole', [elapsed, elapsed]);
  expect(Journal.recover(file, EXECUTION)).toMatchObject({ first: started, records: [elapsed, elapsed] });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('cut off at any byte, a journal keeps exactly its whole lines, and can be appended to', () => {
  const bytes = readFileSync(journalWith('model', [elapsed, elapsed]));
  for (let length = 0; length <= bytes.length; length += 1) {
    const file = join(folder, 'torn');
    writeFileSync(file, bytes.subarray(0, length));
    const lines = bytes.subarray(0, length).toString('latin1').split('\n').length - 1;
    const recovered = Journal.recover(file, EXECUTION);
    expect([length, recovered?.records.length]).toEqual([length, lines === 0 ? undefined : lines - 1]);
    recovered?.journal.append(elapsed);
    recovered?.journal.close();
    if (recovered) expect(Journal.recover(file, EXECUTION)?.records).toHaveLength(lines);
  }
});

test('a line that is damaged in the middle is not passed over: the file and line are named', () => {
  const file = journalWith('damaged', [elapsed]);
  appendFileSync(file, 'x{\n{"kind":"ended"}\n');
  expect(() => Journal.recover(file, EXECUTION)).toThrow(JournalCorruptError);
  expect(() => Journal.recover(file, EXECUTION)).toThrow(`Line 3 of the journal ${file}`);
});

test('a second journal of the same name is not begun', () => {
  const file = journalWith('once', []);
  expect(() => Journal.create(file, started)).toThrow('EEXIST');
});

test('an endpoint resumes from a torn journal', async () => {
  const bench = new Workbench();
  try {
    const functions = [bench.durable('enhance', await bench.bundle('durable'))];
    const before = await bench.start(functions);
    const arn = await startExecution(bench.client(before.endpoint), 'enhance', { kind: 'drafts' });
    const { Result } = await ended(bench.client(before.endpoint), arn);
    await bench.stop();

    const [name = ''] = readdirSync(bench.stateDir);
    const lines = readFileSync(join(bench.stateDir, name), 'utf8').split('\n').slice(0, -1);
    const torn = `${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, 40)}`;
    const stateDir = join(bench.root, 'torn');
    mkdirSync(stateDir);
    writeFileSync(join(stateDir, name), torn);
    const after = await bench.start(functions, { stateDir });
    expect(after.resumed).toHaveLength(1);
    expect(await ended(bench.client(after.endpoint), arn)).toMatchObject({ Status: 'SUCCEEDED', Result });
  } finally {
    await bench.dispose();
  }
});

test('one damaged journal costs its own execution only: it is put aside and named, and the others go on', async () => {
  const bench = new Workbench();
  try {
    const functions = [bench.durable('enhance', await bench.bundle('durable'))];
    const before = await bench.start(functions);
    const arn = await startExecution(bench.client(before.endpoint), 'enhance', { kind: 'drafts' });
    await ended(bench.client(before.endpoint), arn);
    await bench.stop();
    const damaged = join(bench.stateDir, 'damaged.jsonl');
    writeFileSync(damaged, '{"kind":"started"}\nnonsense\n{}\n');
    const after = await bench.start(functions);
    expect(after.damaged.map(({ message }) => message)).toEqual([expect.stringContaining(damaged)]);
    expect(readFileSync(`${damaged}.damaged`, 'utf8')).toContain('nonsense');
    expect(await ended(bench.client(after.endpoint), arn)).toMatchObject({ Status: 'SUCCEEDED' });
  } finally {
    await bench.dispose();
  }
});
