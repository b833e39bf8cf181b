/**
 * Runs a command: what goes wrong is one sentence on standard error, and the exit code is 1. Whoever reads the
 * output may have had enough (`| head`): then the command ends, and nothing has gone wrong.
 */
export function runCommand(main: () => Promise<void>): void {
  endWithReader();
  // Connections that are still open would keep the process waiting; what was printed has to be out before.
  main().then(() => process.stdout.write('', () => process.exit(0)), fail);
}

/** Ends the process, without a word, once nobody reads what it prints. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    fail(error);
  });
}

/** Prints, and waits while whoever reads is slower. */
export async function print(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((drained) => process.stdout.once('drain', drained));
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`, () => process.exit(1));
}
