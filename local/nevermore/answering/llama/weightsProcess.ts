import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Failure, FromWeights, Generated, Generation, ToWeights } from './protocol';

/** The process with the weights said no, or died. */
export class GenerationFailedError extends Error {
  override readonly name = 'GenerationFailedError';
  constructor(
    readonly kind: Failure['kind'] | 'died',
    message: string,
  ) {
    super(message);
  }
}

interface Waiting {
  resolve(generated: Generated): void;
  reject(error: Error): void;
  onPiece(text: string): void;
}

/** Writes answers one after the other. */
export interface Writer {
  /** @throws GenerationFailedError, and the signal's reason */
  generate(generation: Generation, signal: AbortSignal, onPiece?: (text: string) => void): Promise<Generated>;
  close(): void;
}

/**
 * Keeps the process with the weights: started at the first answer, started anew when it died, one answer at
 * a time in the order in which they were asked for.
 */
export function weightsProcess(engineFolder: string, onQueue: (waiting: number) => void = () => {}): Writer {
  let child: ChildProcess | undefined;
  let nextId = 1;
  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;
  const tellQueue = () => onQueue(Math.max(0, asked - 1));
  const open = new Map<number, Waiting>();

  const died = (why: string) => {
    child = undefined;
    for (const { reject } of open.values()) reject(new GenerationFailedError('died', why));
    open.clear();
  };

  const start = (): ChildProcess => {
    const started = fork(join(import.meta.dirname, 'process.ts'), [engineFolder], {
      execArgv: ['--import', 'tsx'],
      // What the engine prints is its own business; its failures come as messages.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('message', (message: FromWeights) => {
      const waiting = open.get(message.id);
      if (message.type === 'piece') {
        waiting?.onPiece(message.text);
        return;
      }
      open.delete(message.id);
      if (message.type === 'generated') waiting?.resolve(message.generated);
      else waiting?.reject(new GenerationFailedError(message.failure.kind, message.failure.message));
    });
    started.on('error', (error) => died(error.message));
    started.on('exit', (code, signal) =>
      died(
        `The process with the model ended (${signal ?? `code ${code}`}); often there was too little memory.`,
      ),
    );
    return started;
  };

  const generate = (generation: Generation, signal: AbortSignal, onPiece: (text: string) => void) =>
    new Promise<Generated>((resolve, reject) => {
      signal.throwIfAborted();
      child ??= start();
      const id = nextId++;
      const send = (message: ToWeights) => child?.send(message);
      open.set(id, { resolve, reject, onPiece });
      // The answer still comes, short as it is then, and frees the place in the queue.
      signal.addEventListener('abort', () => send({ type: 'cancel', id }), { once: true });
      send({ type: 'generate', id, generation });
    });

  return {
    generate: (generation, signal, onPiece = () => {}) => {
      asked += 1;
      tellQueue();
      const mine = last.then(() => generate(generation, signal, onPiece));
      last = mine.then(
        () => undefined,
        () => undefined,
      );
      return mine.finally(() => {
        asked -= 1;
        tellQueue();
      });
    },
    close: () => {
      child?.disconnect();
      child?.kill();
    },
  };
}
