import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guidanceFiles, ROOT } from './guidance';

/** `npm run guidance`: writes what assistants read about this repository, for each of them in its own form. */
for (const [path, text] of guidanceFiles()) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
  process.stdout.write(`${path}\n`);
}
