import type { EnhancementRequest } from '../../domain/enhancement';
import { isBlank } from '../../domain/text';
import { startExecutionThrough } from '../durable/startExecution';
import type { EnhancementRecord } from './records';

/** Starts a run and returns as soon as Lambda has accepted it. */
export type StartRun = (request: EnhancementRequest) => Promise<void>;

/**
 * Starts runs of the durable function. The enhancement's id is the execution's name, so the same request
 * twice is one execution, however often it is sent.
 */
export function startRunThrough(enhanceArn: string): StartRun {
  const start = startExecutionThrough<EnhancementRequest>(enhanceArn);
  return (request) => start(request.enhancementId, request);
}

/** Always built from the stored record: another payload under the same name would be refused by Lambda. */
export const requestOf = (record: EnhancementRecord): EnhancementRequest => ({
  enhancementId: record.id,
  section: record.section as EnhancementRequest['section'],
  theme: record.theme as EnhancementRequest['theme'],
  source: isBlank(record.source) ? '' : record.source,
  ...(record.material && { material: record.material }),
  questions: record.questions ?? [],
  ...(record.houseRules?.length && { houseRules: record.houseRules }),
  ...(record.named?.length && { named: record.named }),
  record: { owner: record.owner, startedAt: record.startedAt },
});
