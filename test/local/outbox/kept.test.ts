import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotKeptError, Outbox } from '../../../local/outbox';
import { mailOf } from './message';

/** What the disk does from now on; undefined: it works. */
let fault: { bytesLeft: number } | undefined;

jest.mock('node:fs', () => {
  const real = jest.requireActual<typeof fs>('node:fs');
  return {
    ...real,
    writeSync: (descriptor: number, bytes: Buffer, offset = 0) => {
      if (!fault) return real.writeSync(descriptor, bytes, offset);
      const room = Math.min(fault.bytesLeft, bytes.length - offset);
      if (room === 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      fault.bytesLeft -= room;
      return real.writeSync(descriptor, bytes, offset, room);
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'nevermore-outbox-'));
});
afterEach(() => {
  fault = undefined;
  fs.rmSync(folder, { recursive: true });
});

const subjects = (outbox: Outbox) =>
  outbox.all().map((one) => (one.kind === 'mail' ? one.subject : one.name));
const files = () => fs.readdirSync(folder).sort();

test('what was kept is there after a restart, newest first, and only its owner can read it', () => {
  const outbox = new Outbox(folder, undefined, () => Date.UTC(2026, 0, 2));
  outbox.keep(mailOf('one'), 'id-1');
  outbox.keep(mailOf('two', { html: '<p>ü' }), 'id-2');
  const again = new Outbox(folder);
  expect(again.all()).toEqual(outbox.all());
  expect(again.all()[0]).toMatchObject({
    number: 2,
    id: 'id-2',
    at: '2026-01-02T00:00:00.000Z',
    html: '<p>ü',
  });
  expect(subjects(again)).toEqual(['two', 'one']);
  expect(again.keep(mailOf('three'), 'id-3').number).toBe(3);
  for (const name of files()) expect(fs.statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('cut off at any byte, the newest message is there whole or not at all, and the others stay', () => {
  const outbox = new Outbox(folder);
  outbox.keep(mailOf('one'), 'id-1');
  outbox.keep(mailOf('twö'), 'id-2');
  const last = join(folder, files()[1] ?? '');
  const bytes = fs.readFileSync(last);
  for (let length = 0; length <= bytes.length; length += 1) {
    fs.writeFileSync(last, bytes.subarray(0, length));
    const again = new Outbox(folder);
    const isWhole = length === bytes.length;
    expect([length, subjects(again), again.damage]).toEqual([length, isWhole ? ['twö', 'one'] : ['one'], []]);
    // The number of one that was never acknowledged may be another one's.
    expect(again.keep(mailOf('next'), 'id-n').number).toBe(3);
    fs.rmSync(join(folder, '000000000003.jsonl'));
  }
});

test('a full disk is told at any byte, keeps nothing of the message, and is forgotten once there is room', () => {
  const outbox = new Outbox(folder);
  outbox.keep(mailOf('before'), 'id-0');
  const length = fs.statSync(join(folder, files()[0] ?? '')).size;
  for (let bytesLeft = 0; bytesLeft < length - 1; bytesLeft += 5) {
    fault = { bytesLeft };
    expect(() => outbox.keep(mailOf('before'), 'id-1')).toThrow(NotKeptError);
    expect(files()).toHaveLength(1);
  }
  fault = { bytesLeft: 0 };
  expect(() => outbox.keep(mailOf('x'), 'id-1')).toThrow(
    /Nothing was sent\..*could not be written \(ENOSPC.*Make room on the disk/,
  );
  fault = undefined;
  expect(outbox.keep(mailOf('after'), 'id-2').number).toBe(2);
  expect(subjects(new Outbox(folder))).toEqual(['after', 'before']);
});

test('a folder that cannot be written is told to who sends', () => {
  const outbox = new Outbox(folder);
  fs.writeFileSync(join(folder, '000000000001.jsonl'), 'in the way');
  expect(() => outbox.keep(mailOf('x'), 'id-1')).toThrow(NotKeptError);
});

test('the oldest go when there are more than are kept, and their numbers do not come again', () => {
  const limits = { messages: 3, bytes: 1e9 };
  const outbox = new Outbox(folder, limits);
  for (let number = 1; number <= 5; number += 1) outbox.keep(mailOf(`m${number}`), `id-${number}`);
  expect(subjects(outbox)).toEqual(['m5', 'm4', 'm3']);
  expect(files()).toHaveLength(3);
  expect(outbox.get(1)).toBeUndefined();
  const smaller = new Outbox(folder, { messages: 1, bytes: 1e9 });
  expect(subjects(smaller)).toEqual(['m5']);
  expect(smaller.keep(mailOf('m6'), 'id-6').number).toBe(6);
});

test('large messages push out others by their bytes, and the newest stays whatever its size', () => {
  const limits = { messages: 100, bytes: 2_000 };
  const outbox = new Outbox(folder, limits);
  outbox.keep(mailOf('small'), 'id-1');
  outbox.keep(mailOf('large', { text: 'x'.repeat(1_900) }), 'id-2');
  expect(subjects(outbox)).toEqual(['large']);
  outbox.keep(mailOf('larger', { text: 'x'.repeat(9_000) }), 'id-3');
  expect(subjects(outbox)).toEqual(['larger']);
  expect(subjects(new Outbox(folder, limits))).toEqual(['larger']);
});

test('a message that something else has changed costs that one only, and its file is named and kept', () => {
  const outbox = new Outbox(folder);
  for (const subject of ['one', 'two', 'three']) outbox.keep(mailOf(subject), subject);
  const [first, second] = files().map((name) => join(folder, name)) as [string, string];
  fs.writeFileSync(first, '{"message":{"kind":"mail"},"events":[]}\n');
  fs.writeFileSync(second, 'x{\n');
  const again = new Outbox(folder);
  expect(subjects(again)).toEqual(['three']);
  expect(again.damage).toEqual([
    expect.stringContaining(
      `Line 1 of the journal ${first} is not readable, so this one message is not shown`,
    ),
    expect.stringContaining(second),
  ]);
  expect(files()).toEqual(
    expect.arrayContaining(['000000000001.jsonl.damaged', '000000000002.jsonl.damaged']),
  );
});

test('who is to be told of a message is remembered until it was done', () => {
  const outbox = new Outbox(folder);
  outbox.keep(mailOf('quiet'), 'id-1');
  outbox.keep(mailOf('bounced'), 'id-2', [{ type: 'Bounce' }]);
  expect(new Outbox(folder).untold()).toEqual([{ number: 2, events: [{ type: 'Bounce' }] }]);
  outbox.told(2);
  expect(outbox.untold()).toEqual([]);
  expect(new Outbox(folder).untold()).toEqual([]);
  expect(subjects(new Outbox(folder))).toEqual(['bounced', 'quiet']);
});
