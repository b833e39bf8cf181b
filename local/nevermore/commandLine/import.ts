import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { importMarkdown } from '../../../domain/import';
import { readHtml } from '../../../domain/import/html';
import { StateFolder } from '../../stateFolder';
import { print, runCommand } from './command';
import { FilesNotImportedError, InputFileError, UsageError } from './errors';
import { createDocument } from './postMortems';
import { signInTo } from './session';
import { decodeUtf8 } from './utf8';

const USAGE = 'Usage: npm run --silent import -- FILE…';

/**
 * `npm run import`: makes a draft of each file and prints a line of JSON for it, with what found no place. A file
 * that cannot be read or is refused is named on standard error; the others are imported all the same.
 */
runCommand(async () => {
  const files = readArguments();
  const session = await signInTo(StateFolder.ofEnvironment(process.env).runningCloud());
  const failed: string[] = [];
  for (const file of files) {
    try {
      const { markdown, told } = await readDocument(file);
      const { content, sections, left } = importMarkdown(markdown, nameOf(file));
      left.push(...told);
      // A document is published by a step of its own, with its checks.
      if (content.status !== 'DRAFT') left.push(`Status: ${content.status}`);
      const id = await createDocument(session, { ...content, status: 'DRAFT' });
      const { title, timeline, actionItems } = content;
      const line = {
        file,
        id,
        title,
        sections,
        timeline: timeline.length,
        actions: actionItems.length,
        left,
      };
      await print(`${JSON.stringify(line)}\n`);
    } catch (error) {
      failed.push(file);
      process.stderr.write(`${file}: ${error instanceof Error ? error.message : error}\n`);
    }
  }
  if (failed.length > 0) throw new FilesNotImportedError(failed, files.length);
});

const nameOf = (file: string): string => basename(file, extname(file)).replace(/[-_]+/g, ' ').trim();

/** What document editors save as a page is read as one. */
async function readDocument(file: string): Promise<{ markdown: string; told: string[] }> {
  const text = await readText(file);
  return /\.html?$/i.test(file) ? readHtml(text, true) : { markdown: text, told: [] };
}

async function readText(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new InputFileError(file, { cause });
  }
  return decodeUtf8(bytes, file);
}

function readArguments(): string[] {
  try {
    const { positionals } = parseArgs({ options: {}, allowPositionals: true });
    if (positionals.length > 0) return positionals;
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
  throw new UsageError(USAGE);
}
