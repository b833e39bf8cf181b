import type { Caller } from '../../domain/postMortem/access';
import { openQuestions } from '../../domain/questions';
import { textsWithin } from '../../domain/secrets/everyText';
import { secretsIn, standingIn } from '../../domain/sending';
import { IdTakenError, NotYoursError, RunNotStartedError } from './errors';
import type { EnhancementRecord, Records } from './records';
import { type CheckedRequest, readStartRequest } from './request';
import { requestOf, type StartRun } from './run';

/** What AppSync hands to a Lambda resolver, as far as it is used here. */
export interface StartEvent {
  arguments: Record<string, unknown>;
  identity: { sub?: string; issuer?: string } | null;
}

export interface Collaborators {
  records: Records;
  startRun: StartRun;
  /** How the caller and their team want things worded. */
  houseRules: (caller: Caller) => Promise<string[]>;
  newId: () => string;
  warn: (message: string, error: unknown) => void;
}

/**
 * Checks, records and starts one run, and returns the record at once.
 *
 * The function's role may read every post-mortem: AppSync's owner rules do not apply to it. So it compares
 * the signed-in caller with the owner and editors of each record it touches.
 * @throws StartRefusedError with a message for the author
 */
export const startEnhancement =
  (with_: Collaborators) =>
  async (event: StartEvent): Promise<EnhancementRecord> => {
    const caller = event.identity?.sub;
    if (!caller) throw new NotYoursError();
    const request = readStartRequest(event.arguments);
    const [document, houseRules] = await Promise.all([
      with_.records.document(request.postMortemId),
      with_.houseRules({ sub: caller, issuer: event.identity?.issuer ?? '' }),
    ]);
    if (!document || (document.owner !== caller && !document.editors.includes(caller)))
      throw new NotYoursError();

    const questions = openQuestions({ ...request, document: document.content });
    const named = standingIn(secretsIn(textsWithin(document.content)), [
      request.text,
      ...(request.material === null ? [] : [request.material]),
      ...questions,
      ...houseRules,
    ]);
    const record = await recordOnce(with_, request, { questions, houseRules, named }, caller);
    try {
      await with_.startRun(requestOf(record));
    } catch (cause) {
      const refusal = new RunNotStartedError({ cause });
      await with_.records
        .markNotStarted(record.id, refusal.message)
        .catch((error: unknown) => with_.warn(`${record.id} could not be marked as not started.`, error));
      throw refusal;
    }
    return record;
  };

/** The new record, or the one that the same caller made with the same request before. */
async function recordOnce(
  with_: Collaborators,
  { id, text: source, ...request }: CheckedRequest,
  noted: Record<'questions' | 'houseRules' | 'named', readonly string[]>,
  caller: string,
) {
  const enhancementId = id ?? with_.newId();
  const asked = { ...request, source, owner: caller };
  const created = await with_.records.create({ enhancementId, ...asked, ...noted });
  if (created) return created;
  const known = await with_.records.enhancement(enhancementId);
  const isSame = Object.entries(asked).every(([field, value]) => known?.[field] === value);
  if (!known || !isSame) throw new IdTakenError();
  return known;
}
