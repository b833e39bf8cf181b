import fs, { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForeignFolderError, OpenFolderError } from '../../local/errors';
import { closeFolder } from '../../local/privateFolder';
import { StateFolder } from '../../local/stateFolder';

let folder: string;
const modeOf = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nevermore-modes-'));
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const FILES = [
  'iam-secret',
  'demo-password',
  'cloud.json',
  'schedules.json',
  'cognito/cognito.json',
  'lambda/runs/a',
];

/** A state folder as a careless copy leaves it. */
function leaveOpen(): void {
  for (const name of ['cognito', 'lambda', 'lambda/runs']) mkdirSync(join(folder, name));
  for (const name of FILES) {
    writeFileSync(join(folder, name), 'secret');
    chmodSync(join(folder, name), 0o644);
  }
  for (const name of ['', 'cognito', 'lambda', 'lambda/runs']) chmodSync(join(folder, name), 0o755);
}

it('a state folder that others can read is closed with everything in it, and that is said once', async () => {
  leaveOpen();
  const onOpen = jest.fn();
  (await new StateFolder(folder).lock(onOpen))();
  expect(onOpen).toHaveBeenCalledTimes(1);
  for (const name of ['', 'cognito', 'lambda', 'lambda/runs'])
    expect([name, modeOf(name)]).toEqual([name, '700']);
  for (const name of FILES) expect([name, modeOf(name)]).toEqual([name, '600']);
  (await new StateFolder(folder).lock(onOpen))();
  expect(onOpen).toHaveBeenCalledTimes(1);
});

it('what a link in it leads to, and what is not Nevermore’s, stays as it is', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'nevermore-elsewhere-'));
  chmodSync(elsewhere, 0o755);
  symlinkSync(elsewhere, join(folder, 'cognito'));
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  chmodSync(join(folder, 'notes.txt'), 0o644);
  (await new StateFolder(folder).lock())();
  expect((statSync(elsewhere).mode & 0o777).toString(8)).toBe('755');
  expect(modeOf('notes.txt')).toBe('644');
  rmSync(elsewhere, { recursive: true });
});

it('a folder of another user is refused, with what to do', () => {
  const another = (process.getuid?.() ?? 0) + 4_711;
  expect(() => closeFolder(folder, another)).toThrow(ForeignFolderError);
  expect(() => closeFolder(folder, another)).toThrow(/NEVERMORE_STATE=/);
});

it('a folder that all users share is refused rather than taken from them', () => {
  chmodSync(folder, 0o1777);
  expect(() => closeFolder(folder)).toThrow(OpenFolderError);
  expect((statSync(folder).mode & 0o7777).toString(8)).toBe('1777');
});

it('a folder that cannot be closed is refused, and not used', async () => {
  leaveOpen();
  // A disk that knows no modes takes the change and forgets it.
  jest.spyOn(fs, 'chmodSync').mockImplementation(() => {});
  await expect(new StateFolder(folder).lock()).rejects.toThrow(OpenFolderError);
  expect(fs.existsSync(join(folder, 'lock'))).toBe(false);
});
