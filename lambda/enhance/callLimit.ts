/** A model in the cloud that has not answered by then is treated as down; the other one's draft is waiting. */
const USUAL_SECONDS = 45;
/** Below the function's own limit of fifteen minutes, so that a slow model ends a step and not the function. */
export const LONGEST_CALL_SECONDS = 850;

/**
 * How long a call to a model may take, in milliseconds: `MODEL_CALL_SECONDS`, or 45 s. Models on a laptop
 * take minutes and answer one call after the other.
 * @throws RangeError when the variable is no number from 1 to 850
 */
export function callLimitOf(environment: NodeJS.ProcessEnv): number {
  const asked = environment.MODEL_CALL_SECONDS;
  const seconds = asked ? Number(asked) : USUAL_SECONDS;
  if (!(seconds >= 1 && seconds <= LONGEST_CALL_SECONDS))
    throw new RangeError(`MODEL_CALL_SECONDS="${asked}": give a number from 1 to ${LONGEST_CALL_SECONDS}.`);
  return seconds * 1000;
}
