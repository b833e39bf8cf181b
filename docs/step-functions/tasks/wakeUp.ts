import { type WakeUp, WakeUpFailedError } from '../../../lambda/callbacks';
import { signedPost } from '../../../lambda/signedPost';

/** What Step Functions calls a token whose state is over. */
const OVER = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

/** `SendTaskSuccess`: https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html */
export const wakeUpByToken =
  (postTo: typeof signedPost = signedPost): WakeUp =>
  async (taskToken) => {
    const post = postTo(`https://states.${process.env.AWS_REGION}.amazonaws.com/`, 'states');
    const response = await post(
      { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AWSStepFunctions.SendTaskSuccess' },
      JSON.stringify({ taskToken, output: '"heard"' }),
    ).catch((cause: unknown) => {
      throw new WakeUpFailedError('no answer', { cause });
    });
    if (response.ok) return;
    const { __type: type = String(response.status) } = (await response.json()) as { __type?: string };
    if (!OVER.has(type.slice(type.indexOf('#') + 1))) throw new WakeUpFailedError(type);
  };
