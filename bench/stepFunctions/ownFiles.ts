import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What a side is made of: the functions that deploy, and the constructs that deploy them. */
export const ENTRIES = {
  durable: [
    'lambda/enhance/handler.ts',
    'lambda/review/handler.ts',
    'cdk/enhanceFunction.ts',
    'cdk/reviewFunction.ts',
    'cdk/durableCalls.mjs',
    'cdk/environmentCredentials.ts',
  ],
  machine: [
    'docs/step-functions/tasks/enhanceHandler.ts',
    'docs/step-functions/tasks/reviewHandler.ts',
    'docs/step-functions/enhanceMachine.ts',
    'docs/step-functions/reviewMachine.ts',
  ],
} as const;

/** What only one side has, and what both have: the domain, the steps, the collaborators. */
export function ownFiles(root: string): Record<'durable' | 'machine' | 'shared', string[]> {
  const [durable, machine] = [reached(root, ENTRIES.durable), reached(root, ENTRIES.machine)];
  return {
    durable: durable.filter((file) => !machine.includes(file)),
    machine: machine.filter((file) => !durable.includes(file)),
    shared: durable.filter((file) => machine.includes(file)),
  };
}

/** Lines that say something: neither empty nor all comment. */
export const linesIn = (root: string, files: readonly string[]): number =>
  files
    .flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n'))
    .filter((line) => !/^\s*(?:$|\/\/|\/?\*)/.test(line)).length;

/** Files of the project that entries import, directly or not. What is imported as a type only is gone at run time. */
function reached(root: string, entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const open: string[] = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...importsOf(root, file));
  }
  return [...seen].sort();
}

/** A statement that imports a file of the project, and not only types of it. */
const IMPORTED = /^(?:import|export)(?! type)\b[^;]*?from '(\.[^']+)';/gm;

function importsOf(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(IMPORTED)].flatMap(([, path = '']) => {
    const at = resolve(root, dirname(file), path);
    const found = [at, `${at}.ts`, join(at, 'index.ts')].find((one) => /\.\w+$/.test(one) && existsSync(one));
    if (!found) throw new Error(`${file} imports ${path}, which is nowhere.`);
    // A part of a package, which the project does not maintain.
    return found.includes('node_modules') ? [] : [relative(root, found)];
  });
}
