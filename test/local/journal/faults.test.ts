import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal, JournalNotWrittenError } from '../../../local/journal';
import { EXECUTION } from '../../../local/lambda/executionStore';
import type { JournalRecord, StartedRecord } from '../../../local/lambda/records';

/** What the disk does from now on; undefined: it works. */
let fault: { bytesLeft: number; code: string; cannotTruncate?: boolean; cannotSync?: boolean } | undefined;

jest.mock('node:fs', () => {
  const real = jest.requireActual<typeof fs>('node:fs');
  const fail = (code: string) => Object.assign(new Error(code), { code });
  return {
    ...real,
    writeSync: (descriptor: number, bytes: Buffer, offset = 0) => {
      if (!fault) return real.writeSync(descriptor, bytes, offset);
      const room = Math.min(fault.bytesLeft, bytes.length - offset);
      if (room === 0) throw fail(fault.code);
      fault.bytesLeft -= room;
      return real.writeSync(descriptor, bytes, offset, room);
    },
    fdatasyncSync: (descriptor: number) => {
      if (fault?.cannotSync) throw fail(fault.code);
      real.fdatasyncSync(descriptor);
    },
    ftruncateSync: (descriptor: number, length: number) => {
      if (fault?.cannotTruncate) throw fail(fault.code);
      real.ftruncateSync(descriptor, length);
    },
  };
});

const folder = fs.mkdtempSync(join(tmpdir(), 'journal-faults-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  fault = undefined;
});

const started: StartedRecord = {
  kind: 'started',
  format: 1,
  at: 0,
  executionArn: 'arn:x',
  executionId: 'id',
  executionName: 'name',
  functionName: 'f',
  functionArn: 'arn:f',
  version: '1',
  invocationType: 'Event',
  input: '{}',
  executionTimeoutSeconds: 60,
  retentionDays: 1,
};
const record = (id: string): JournalRecord => ({ kind: 'elapsed', at: 1, id });
const torn = record('törn');
const LENGTH = Buffer.byteLength(`${JSON.stringify(torn)}\n`);

describe.each(['ENOSPC', 'EIO'])('a disk that fails with %s', (code) => {
  it.each([
    ['lets a torn line be cut off', false],
    ['takes no truncation either until it works again', true],
  ])('and %s: at any byte the record is refused, and what is saved later is kept', (name, cannotTruncate) => {
    const file = join(folder, `${code}-${name}`);
    const journal = Journal.create(file, started);
    const saved: JournalRecord[] = [];
    for (let bytesLeft = 0; bytesLeft < LENGTH; bytesLeft += 1) {
      fault = { bytesLeft, code, cannotTruncate };
      expect(() => journal.append(torn)).toThrow(JournalNotWrittenError);
      // It stays full for a second try, which must not be glued to the first.
      expect(() => journal.append(torn)).toThrow(JournalNotWrittenError);
      fault = undefined;
      saved.push(record(`later-${bytesLeft}`));
      journal.append(saved.at(-1) as JournalRecord);
    }
    journal.close();
    expect(Journal.recover(file, EXECUTION)?.records).toEqual(saved);
  });

  it('only while syncing: the record is refused and gone, so that a second try is no double', () => {
    const file = join(folder, `${code}-sync`);
    const journal = Journal.create(file, started);
    fault = { bytesLeft: LENGTH, code, cannotSync: true };
    expect(() => journal.append(torn)).toThrow(JournalNotWrittenError);
    fault = undefined;
    journal.append(torn);
    journal.close();
    expect(Journal.recover(file, EXECUTION)?.records).toEqual([torn]);
  });

  it('while an execution is begun leaves no file that would block its next start', () => {
    const file = join(folder, `${code}-begun`);
    fault = { bytesLeft: 10, code };
    expect(() => Journal.create(file, started)).toThrow(JournalNotWrittenError);
    fault = undefined;
    Journal.create(file, started).close();
    expect(Journal.recover(file, EXECUTION)?.first).toEqual(started);
  });
});
