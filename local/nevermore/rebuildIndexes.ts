import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { LocalCloud } from '../cloud';

/** What the outputs call the functions that can make an index anew, and the command that does it by hand. */
const KEEPERS = {
  passages: { keeper: 'archivist', command: 'npm run archive -- --rebuild' },
  memories: { keeper: 'memoryIndexer', command: 'npm run memories -- --rebuild' },
} as const;

/**
 * Lets the indexes of vectors that have lost something to damage on the disk be made anew, from the records that they
 * were made of. It does not wait for them; what a function has begun it goes on with by itself.
 * @returns what is said of each, in sentences for the terminal
 */
export async function rebuildDamaged({
  damagedIndexes,
  outputs,
  endpoints,
  operator,
}: Pick<LocalCloud, 'damagedIndexes' | 'outputs' | 'endpoints' | 'operator'>): Promise<string[]> {
  if (damagedIndexes.length === 0) return [];
  const client = new LambdaClient({ endpoint: endpoints.lambda, ...operator });
  const rebuilt = damagedIndexes.map(async (index) => {
    const known = Object.entries(KEEPERS).find(([name]) => index.endsWith(`/${name}`))?.[1];
    const functionName = known && outputs.custom?.[known.keeper];
    if (!known || typeof functionName !== 'string')
      return `Nothing here makes the vector index ${index} anew.`;
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: Buffer.from(JSON.stringify({ rebuild: true })),
      }),
    );
    return `The vector index ${index} is being made anew from the records. If it is interrupted: ${known.command}`;
  });
  const told = await Promise.all(rebuilt);
  client.destroy();
  return told;
}
