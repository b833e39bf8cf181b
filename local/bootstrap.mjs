// The first thing `npm start` and the other commands run: plain JavaScript, because in a fresh clone there
// is nothing yet that could run TypeScript. It installs what is missing and hands over.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Nevermore needs Node.js 20.19 or later; this is ${process.versions.node}. (.nvmrc says 22.)`,
  );
  process.exit(1);
}

installIfNeeded();

// The script that package.json names, and what stands behind `npm … --`.
const child = spawn(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], {
  cwd: project,
  stdio: 'inherit',
  // The AWS SDK warns on Node.js 20, which is fine here: what deploys runs on 22.
  env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...process.env },
});
// The terminal sends Ctrl-C to both; the child decides when it is done, and this process waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('exit', (code, signal) => {
  process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
});

/** Installs when there is no node_modules, or when the lock file is not the one it was installed from. */
function installIfNeeded() {
  const lock = createHash('sha256')
    .update(readFileSync(join(project, 'package-lock.json')))
    .digest('hex');
  const stamp = join(project, 'node_modules', '.nevermore-lock');
  const isInstalled = existsSync(join(project, 'node_modules', 'tsx', 'package.json'));
  if (isInstalled && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const isCurrent = isInstalled && npm(['ls', '--depth=0', '--silent'], 'ignore') === 0;
  if (!isCurrent) {
    console.error('Installing packages (once, about a minute) …');
    const code = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'inherit');
    if (code !== 0) {
      console.error('The packages could not be installed; npm says why above. Mend that and try again.');
      process.exit(code ?? 1);
    }
  }
  writeFileSync(stamp, lock);
}

function npm(args, output) {
  const options = { cwd: project, stdio: ['ignore', output === 'inherit' ? 2 : 'ignore', output] };
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' }).status;
}
