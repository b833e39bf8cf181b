import { appendFileSync } from 'node:fs';
import { type DurableContext, withDurableExecution } from '@aws/durable-execution-sdk-js';

/** The word that a test changes, as a developer changes code. */
const RELEASE = 'release one';

/** Says before and after a wait which code runs. */
export const handler = withDurableExecution(async (_event: unknown, context: DurableContext) => {
  const tell = async () => {
    appendFileSync(process.env.CALLS as string, `${RELEASE}\n`);
    return RELEASE;
  };
  const before = await context.step('before', tell);
  await context.wait('pause', { seconds: 3600 });
  return [before, await context.step('after', tell), process.env.AWS_LAMBDA_FUNCTION_VERSION];
});
