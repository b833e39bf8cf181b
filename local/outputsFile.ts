import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { AmplifyOutputs } from './assembly';

/** Whether a file describes a local cloud rather than one on AWS. */
const isLocal = (text: string): boolean => /"url":\s*"http:\/\/(?:127\.0\.0\.1|localhost):/.test(text);

/**
 * Writes `amplify_outputs.json` as `ampx` does.
 * @returns where a file that pointed at AWS was moved to, so that it is not lost
 */
export function writeOutputs(file: string, outputs: AmplifyOutputs): string | undefined {
  const text = `${JSON.stringify(outputs, null, 2)}\n`;
  const known = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (known === text) return undefined;
  let kept: string | undefined;
  if (known !== undefined && !isLocal(known)) {
    kept = file.replace(/\.json$/, '.aws.json');
    renameSync(file, kept);
  }
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  return kept;
}
