import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StateFolder } from '../stateFolder';

const state = StateFolder.ofEnvironment(process.env);
try {
  // Whoever holds the lock still writes there.
  await state.lock();
  // Fetched models are large, and nobody's data.
  for (const entry of readdirSync(state.path))
    if (entry !== 'models' && entry !== 'model.json')
      rmSync(join(state.path, entry), { recursive: true, force: true });
  process.stdout.write(`${state.name} is cleared: accounts, post-mortems, runs and caches are gone.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
