import type { Failure, FromWeights, ToWeights } from './protocol';
import { Weights } from './weights';

/**
 * The process that holds the weights. It is one of its own because a model may take more memory than there
 * is, and a process that dies for it must not take the local cloud along.
 */
const [engineFolder] = process.argv.slice(2);
if (!engineFolder || !process.send)
  throw new Error('This is started by local/nevermore/answering/llama/weightsProcess.ts.');

const weights = new Weights(engineFolder);
const running = new Map<number, AbortController>();
const tell = (message: FromWeights) => process.send?.(message);

process.on('message', (message: ToWeights) => {
  if (message.type === 'cancel') {
    running.get(message.id)?.abort();
    return;
  }
  const { id, generation } = message;
  const cancel = new AbortController();
  running.set(id, cancel);
  weights
    .generate(generation, cancel.signal, (text) => tell({ type: 'piece', id, text }))
    .then(
      (generated) => tell({ type: 'generated', id, generated }),
      (error: unknown) => tell({ type: 'failed', id, failure: failureOf(error) }),
    )
    .finally(() => running.delete(id));
});
// Without the cloud there is nobody to write for.
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group; the cloud decides when this process ends.
process.on('SIGINT', () => undefined);

function failureOf(error: unknown): Failure {
  const { kind, message } = error as { kind?: Failure['kind']; message?: string };
  return { kind: kind ?? 'engine', message: message ?? String(error) };
}
