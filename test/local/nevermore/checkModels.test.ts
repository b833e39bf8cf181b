import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readBedrockSettings } from '../../../local/nevermore/answering';
import { checkModels } from '../../../local/nevermore/checkModels';

const project = join(import.meta.dirname, '../../..');

it('npm start -- --check-models says which roles work, and ends', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['local/bootstrap.mjs', 'local/nevermore/start.ts', '--offline', '--check-models'],
    { cwd: project },
  );
  expect(stdout.match(/✓/g)).toHaveLength(3);
  expect(stdout).toContain('pro   offline drafter (rules, no model): judges in');
  expect(stdout).toContain('All three roles work.');
}, 60_000);

it('a server that does not answer is named for each role, with what to do', async () => {
  const settings = readBedrockSettings({
    NEVERMORE_OPENAI_URL: 'http://127.0.0.1:9/v1',
    NEVERMORE_MODEL: 'llama3.2',
  });
  const told: string[] = [];
  const checks = await checkModels(settings, process.env, ({ role }) => told.push(role));
  expect(told).toEqual(['micro', 'lite', 'pro']);
  for (const { works, model, found } of checks) {
    expect({ works, model }).toEqual({ works: false, model: 'llama3.2' });
    expect(found).toContain('http://127.0.0.1:9/v1 does not answer');
  }
});
