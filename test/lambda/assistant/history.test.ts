import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../durableService';
import { documentOf, runMessage, type Script, usesThenSays } from './scriptedAssistant';

/**
 * A message that an earlier version of the workflow has answered, operation by operation, as Lambda keeps it. Today's
 * handler must come to the same end from it without asking or looking up anything again. When steps are meant to
 * change, record anew: delete the file and run this test once.
 */
const FILE = join(__dirname, 'history.json');
const SCRIPT: Script = {
  words: 'What happened? Remember that we say guest, not user.',
  documents: [documentOf('open', { summary: 'It broke at 14:02 UTC.' })],
  model: usesThenSays(
    { name: 'read_post_mortem', input: { id: 'open' } },
    { name: 'remember', input: { text: 'we say guest, not user' } },
  ),
};

interface Recorded {
  operations: Operation[];
  result: string;
}

async function recorded(): Promise<Recorded> {
  if (!existsSync(FILE)) {
    const { service, answer } = await runMessage(SCRIPT);
    const history = { operations: service.operations, result: answer.Result };
    writeFileSync(FILE, `${JSON.stringify(history, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

test('a message that an earlier version has answered ends the same, with no call, tool or publication again', async () => {
  const { operations, result } = await recorded();
  const { answer, sent, publications, service } = await runMessage({ ...SCRIPT, stored: operations });
  expect([answer.Status, answer.Result]).toEqual(['SUCCEEDED', result]);
  expect([sent, publications, service.stored]).toEqual([[], [], 0]);
});

test('it goes on from the middle: what had been asked and looked up stays, and the rest is done once', async () => {
  const { operations } = await recorded();
  const second = operations.findIndex(({ Name }) => Name === 'model-turn-2');
  const { record, sent } = await runMessage({
    ...SCRIPT,
    stored: structuredClone(operations.slice(0, second)),
  });
  expect(sent).toHaveLength(2);
  expect([record.status, record.proposals.length, record.steps.map(({ tool }) => tool)]).toEqual([
    'ANSWERED',
    1,
    ['read_post_mortem', 'remember'],
  ]);
});

test('a step that is called something else than in the recorded message is noticed', async () => {
  const { operations } = await recorded();
  const changed = structuredClone(operations);
  const step = changed.find(({ Name }) => Name === 'model-turn-1') as Operation;
  step.Name = 'model-turn-one';
  await expect(
    runMessage({ ...SCRIPT, stored: changed }).then(({ record }) => record.status),
  ).resolves.not.toBe('ANSWERED');
});
