import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { EnhancementRequest } from '../../domain/enhancement';
import { isBlank } from '../../domain/text';
import type { EnhancementRecord } from './records';

/** Starts a durable execution and returns as soon as Lambda has accepted it. */
export type StartRun = (request: EnhancementRequest) => Promise<void>;

/**
 * Starts runs of the durable function. The enhancement's id is the execution's name, so the same request
 * twice is one execution, however often it is sent.
 * @param enhanceArn the alias's ARN; Lambda refuses an unqualified one for durable functions
 */
export function startRunThrough(enhanceArn: string, client = new LambdaClient({ maxAttempts: 3 })): StartRun {
  return async (request) => {
    await client.send(
      new InvokeCommand({
        FunctionName: enhanceArn,
        InvocationType: 'Event',
        DurableExecutionName: request.enhancementId,
        Payload: JSON.stringify(request),
      }),
    );
  };
}

/** Always built from the stored record: another payload under the same name would be refused by Lambda. */
export const requestOf = (record: EnhancementRecord): EnhancementRequest => ({
  enhancementId: record.id,
  section: record.section as EnhancementRequest['section'],
  theme: record.theme as EnhancementRequest['theme'],
  source: isBlank(record.source) ? '' : record.source,
  ...(record.material && { material: record.material }),
  questions: record.questions ?? [],
  record: { owner: record.owner, startedAt: record.startedAt },
});
