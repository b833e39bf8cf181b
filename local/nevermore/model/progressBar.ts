import type { OnProgress } from './download';

const CELLS = 30;
/** Without a terminal a line for every tenth, so that a log stays readable. */
const TENTH = 10;

/** A progress bar on standard error. */
export function progressBar(label: string, output: NodeJS.WriteStream = process.stderr): OnProgress {
  let last = -1;
  return (bytes, of) => {
    const percent = Math.floor((100 * bytes) / of);
    if (percent === last) return;
    const line = `${label} ${bar(percent)} ${percent} % of ${megabytes(of)} MB`;
    if (output.isTTY) output.write(`\r${line}${percent === 100 ? '\n' : ''}`);
    else if (Math.floor(percent / TENTH) !== Math.floor(last / TENTH)) output.write(`${line}\n`);
    last = percent;
  };
}

const bar = (percent: number): string => {
  const full = Math.round((CELLS * percent) / 100);
  return `[${'#'.repeat(full)}${'.'.repeat(CELLS - full)}]`;
};

/** Millions of bytes, as publishers count. */
export const megabytes = (bytes: number): string => Math.round(bytes / 1e6).toLocaleString('en-US');
