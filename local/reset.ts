import { rmSync } from 'node:fs';
import { StateFolder } from './stateFolder';

const state = StateFolder.ofEnvironment(process.env);
try {
  // Whoever holds the lock still writes there.
  await state.lock();
  rmSync(state.path, { recursive: true, force: true });
  process.stdout.write(`${state.name} is cleared: accounts, post-mortems, runs and caches are gone.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
