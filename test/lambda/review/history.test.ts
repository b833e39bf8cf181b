import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../durableService';
import { AUTHOR, action, runReview, type Script, START } from './scriptedReview';

/**
 * Reviews that an earlier version of the workflow has finished, operation by operation, as Lambda keeps them. They
 * wait for days and over many a deploy, so today's handler must come to the same end from them without doing
 * anything again: a step that was renamed or moved fails here. When steps are meant to change, record anew: delete
 * `histories/` and run this test once.
 */
const FOLDER = join(__dirname, 'histories');

const SCRIPTS: Record<string, Script> = {
  approved: {
    words: [null, 'APPROVED'],
    actions: [action('Alert on the queue'), action('Write the runbook', '2026-03-20', { owner: 'Ligeia' })],
  },
  'changes-requested': { words: ['CHANGES_REQUESTED'] },
  declined: { words: ['DECLINED'] },
  'timed-out': { words: [null, null] },
  cancelled: { words: ['CANCELLED'] },
};

interface Recorded {
  operations: Operation[];
  result: unknown;
}

async function recorded(name: string, script: Script): Promise<Recorded> {
  const file = join(FOLDER, `${name}.json`);
  if (!existsSync(file)) {
    const { service, answer } = await runReview(script);
    mkdirSync(FOLDER, { recursive: true });
    const history = { operations: service.operations, result: JSON.parse(answer.Result ?? 'null') };
    writeFileSync(file, `${JSON.stringify(history, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe.each(Object.entries(SCRIPTS))('a review that an earlier version saw %s', (name, script) => {
  test('ends the same under this one, with no step, message or move again', async () => {
    const { operations, result } = await recorded(name, script);
    const { answer, world, service } = await runReview({ ...script, words: [], stored: operations });
    expect(answer.Status).toBe('SUCCEEDED');
    expect(JSON.parse(answer.Result ?? 'null')).toEqual(result);
    expect([world.sent, world.moves, service.stored]).toEqual([[], [], 0]);
  });

  test('goes on from the middle: whatever it had finished stays, and the rest is done once', async () => {
    const { operations, result } = await recorded(name, script);
    const waits = operations.findIndex(({ Type }) => Type === 'CALLBACK');
    // Cut where it first waited for people.
    const begun = structuredClone(operations.slice(0, waits + 1)).map((one) => ({
      ...one,
      ...((one.Type === 'CALLBACK' || (one.Type === 'CONTEXT' && one.SubType === 'WaitForCallback')) && {
        Status: 'STARTED',
        ContextDetails: undefined,
      }),
    }));
    const { answer, world } = await runReview({
      ...script,
      stored: begun,
      atStart: ({ document }) => {
        if (document) Object.assign(document, { status: 'IN_REVIEW', statusAt: START, statusBy: AUTHOR });
      },
    });
    expect([answer.Status, JSON.parse(answer.Result ?? 'null')]).toEqual(['SUCCEEDED', result]);
    expect(world.sent.filter(({ tag }) => tag.includes('ask-'))).toEqual([]);
  });
});
