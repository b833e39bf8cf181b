/** Serves a database until it is killed: `node --import tsx servedDatabase.ts STATE_DIR` prints its endpoint. */
import { ensureTables, startDynamoDb } from '../../../local/dynamodb';
import { postMortems } from './database';

async function serve(stateDir: string): Promise<void> {
  const { endpoint } = await startDynamoDb({ port: 0, stateDir });
  await ensureTables([postMortems], endpoint);
  console.log(endpoint);
}

serve(process.argv[2] ?? '').catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
