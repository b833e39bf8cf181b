import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readLog, writeLog } from './logFile';
import { checkTable } from './tableFile';

/** What was found damaged, and what became of it. */
export interface StoreDamage {
  /** Where the folder was copied to, as it was found. */
  readonly copy: string;
  /** Saved changes of the log that cannot be read, each at least a part of a saved item. */
  readonly lostChanges: number;
  readonly keptChanges: number;
  /** Blocks of table files that cannot be read, of some kilobytes each. */
  readonly lostBlocks: number;
  /** The tables that lost changes belonged to, as far as the remains tell. */
  readonly tables: readonly string[];
}

interface Level {
  ClassicLevel: { repair(location: string): Promise<void> };
}

/**
 * Checks a LevelDB folder before it is opened. LevelDB itself passes over a damaged record without a word,
 * and over all that follows in its block; this keeps a copy, drops the damaged record alone, and tells.
 * @param now names the copy
 * @returns undefined when nothing is damaged
 */
export async function mendStore(path: string, now: Date): Promise<StoreDamage | undefined> {
  if (!existsSync(path)) return undefined;
  const files = (ending: RegExp) =>
    readdirSync(path)
      .filter((name) => ending.test(name))
      .sort();
  const logs = files(/^\d+\.log$/).map((name) => ({ name, ...readLog(readFileSync(join(path, name))) }));
  const tables = files(/\.(ldb|sst)$/).map((name) => checkTable(readFileSync(join(path, name))));
  const lost = logs.flatMap(({ damaged }) => damaged);
  const lostBlocks = tables.reduce((sum, { damaged }) => sum + damaged, 0);
  if (lost.length === 0 && lostBlocks === 0) return undefined;

  const copy = keepCopy(path, now);
  for (const { name, damaged, readable } of logs) {
    if (damaged.length > 0) replace(join(path, name), writeLog(readable));
  }
  if (lostBlocks > 0) await repairTables(path);
  return {
    copy,
    lostChanges: lost.length,
    keptChanges: logs.reduce((sum, { whole }) => sum + whole, 0),
    lostBlocks,
    tables: [...new Set(lost.flatMap(tablesIn))].sort(),
  };
}

/**
 * Makes the list of files anew, from the files themselves, for a folder that cannot be opened although its
 * data is whole: an emptied or damaged manifest.
 */
export async function rebuildStore(path: string, now: Date): Promise<StoreDamage> {
  const copy = keepCopy(path, now);
  await repairTables(path);
  return { copy, lostChanges: 0, keptChanges: 0, lostBlocks: 0, tables: [] };
}

function keepCopy(path: string, now: Date): string {
  const copy = `${path}-damaged-${now.toISOString().replace(/[:.]/g, '-')}`;
  if (!existsSync(copy)) cpSync(path, copy, { recursive: true });
  return copy;
}

/** A damage in the words of the terminal. */
export function describeDamage({ copy, lostChanges, keptChanges, lostBlocks, tables }: StoreDamage): string {
  const lost = [
    ...(lostChanges > 0
      ? [
          `${lostChanges} of the last ${lostChanges + keptChanges} saved changes${tables.length ? ` (${tables.join(', ')})` : ''}`,
        ]
      : []),
    ...(lostBlocks > 0 ? [`${lostBlocks} block${lostBlocks === 1 ? '' : 's'} of older data`] : []),
  ].join(' and ');
  const told = lost === '' ? 'their list of files was rebuilt' : `${lost} cannot be read any more`;
  return (
    `The local tables are damaged: ${told}. Everything else is there. ` +
    `The files as they were found are kept in ${copy}.`
  );
}

function replace(file: string, bytes: Buffer): void {
  writeFileSync(`${file}.mended`, bytes, { mode: 0o600, flush: true } as object);
  renameSync(`${file}.mended`, file);
}

/** LevelDB's own repair: it takes the blocks that can be read into new tables. */
async function repairTables(path: string): Promise<void> {
  const { ClassicLevel } = createRequire(createRequire(import.meta.url).resolve('dynalite/db'))(
    'classic-level',
  ) as Level;
  await ClassicLevel.repair(path);
}

/** Keys stand in a change as text: `item-PostMortem-local-NONE~…`. */
const tablesIn = (change: Buffer): string[] =>
  [...change.toString('latin1').matchAll(/item-([A-Za-z0-9_.]+)/g)].map(([, table]) => table as string);
