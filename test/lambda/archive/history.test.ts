import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../durableService';
import { published, runArchive, type Script, withdrawn } from './scriptedArchive';

/**
 * Executions that an earlier version of the workflow has finished, operation by operation, as Lambda keeps them.
 * Today's handler must come to the same end from them without doing anything again: a step that was renamed or moved
 * fails here. When steps are meant to change, record anew: delete `histories/` and run this test once.
 */
const FOLDER = join(__dirname, 'histories');

const SCRIPTS: Record<string, Script> = {
  entered: { now: published({ actionItems: [] }) },
  withdrawn: { before: published({ actionItems: [] }), now: withdrawn() },
};

test.each(Object.entries(SCRIPTS))(
  'an execution that an earlier version saw %s ends the same, with no call again',
  async (name, script) => {
    const file = join(FOLDER, `${name}.json`);
    if (!existsSync(file)) {
      const { service, ending } = await runArchive(script);
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, `${JSON.stringify({ operations: service.operations, ending }, null, 2)}\n`);
    }
    const recorded = JSON.parse(readFileSync(file, 'utf8')) as { operations: Operation[]; ending: unknown };
    const { world, status, ending, service } = await runArchive({ ...script, stored: recorded.operations });
    expect([status, ending]).toEqual(['SUCCEEDED', recorded.ending]);
    expect([world.calls, service.stored]).toEqual([[], 0]);
  },
);
