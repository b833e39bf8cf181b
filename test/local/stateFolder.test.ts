import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DamagedFileError, NotRunningError } from '../../local/errors';
import { StateFolder } from '../../local/stateFolder';

let state: StateFolder;
beforeEach(() => {
  state = new StateFolder(mkdtempSync(join(tmpdir(), 'nevermore-state-')));
});
afterEach(() => rmSync(state.path, { recursive: true }));

const demo = { email: 'demo@nevermore.local', password: 'Nevermore-1' };
const WHOLE = { pid: process.pid, cognito: 'http://127.0.0.1:5175', outputsFile: '/outputs.json', demo };

test.each(['', '{"pid": 12, "app": "http://lo', 'null', '[]', JSON.stringify({ ...WHOLE, demo: undefined })])(
  'a cloud.json that is not what a start has written is named as damaged: %s',
  (text) => {
    state.write('cloud.json', text);
    expect(() => state.runningCloud()).toThrow(DamagedFileError);
    expect(() => state.runningCloud()).toThrow(/cloud\.json is damaged or gone.*npm start/s);
  },
);

test('a whole one is read, and one of a process that has ended says that none is running', () => {
  state.write('cloud.json', JSON.stringify(WHOLE));
  expect(state.runningCloud()).toEqual(WHOLE);
  state.write('cloud.json', JSON.stringify({ ...WHOLE, pid: 2 ** 30 }));
  expect(() => state.runningCloud()).toThrow(NotRunningError);
});
