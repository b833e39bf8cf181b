import { checkFacts } from '../../domain/facts';
import { isHard } from '../../domain/facts/finding';
import { reportInWords } from '../../domain/guardrail/report';
import type { ReviewRequest } from '../../domain/humanReview';
import type { PlannedFollowUp } from '../../domain/humanReview/followUps';
import { followUpFacts, plainFollowUp } from '../../domain/humanReview/messages';
import { putBack } from '../../domain/secrets/holdBack';
import { prepareForSending, standingIn } from '../../domain/sending';
import type { Converse, ConverseReply } from '../bedrock/converse';
import { type Geography, inferenceProfile, MODELS } from '../models';
import { followUpPrompt } from '../prompts/followUp';

/** A follow-up, and what wrote it. `why` says why it is the plain one. */
export interface WrittenFollowUp {
  text: string;
  writtenBy: string;
  why: string;
}

/** Writes a message about open actions. Never fails for want of a model: then it is the plain one, and says so. */
export type WriteFollowUp = (
  request: ReviewRequest,
  title: string,
  planned: PlannedFollowUp,
  /** What the document says is a secret. */
  secrets?: readonly string[],
) => Promise<WrittenFollowUp>;

const PLAIN = 'Plain template';
/** Nobody waits at a screen. */
const TIMEOUT_MS = 60_000;
const LONGEST = 2_000;

/**
 * Nova Lite writes it from the document's own facts; a message that states anything else, or leaves an action out,
 * is replaced by the plain one.
 */
export const followUpWith =
  (converse: Converse, geography: Geography): WriteFollowUp =>
  async ({ reviewId, theme }, title, { owner, actions }, secrets = []) => {
    const plain = (why: string): WrittenFollowUp => ({
      text: plainFollowUp(title, actions, theme),
      writtenBy: PLAIN,
      why,
    });
    const facts = followUpFacts(title, owner, actions);
    const { sent, held } = prepareForSending(facts, null, standingIn(secrets, [facts]));
    let reply: ConverseReply;
    try {
      reply = await converse({
        modelId: inferenceProfile('lite', geography),
        ...followUpPrompt({ reviewId, theme, facts: sent }),
        temperature: 0.3,
        metadata: { task: 'follow-up', theme },
        timeoutMs: TIMEOUT_MS,
      });
    } catch (error) {
      return plain(
        `${MODELS.lite.name} did not answer: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    if (reply.stopReason === 'guardrail_intervened' && reply.guardrail)
      return plain(reportInWords(reply.guardrail, 'message').join(' '));
    if (reply.stopReason !== 'end_turn')
      return plain(`${MODELS.lite.name} stopped with ${reply.stopReason}.`);
    const text = putBack(reply.text.trim(), held);
    const fault = faultIn(text, facts, actions);
    return fault ? plain(fault) : { text, writtenBy: reply.writtenBy, why: '' };
  };

/** What keeps a message from being sent, in a sentence; nothing where it may be. */
function faultIn(text: string, facts: string, actions: PlannedFollowUp['actions']): string | undefined {
  if (text === '' || text.length > LONGEST) return 'What the model wrote is no short message.';
  const { added } = checkFacts(facts, text);
  const invented = added.find(isHard);
  if (invented) return `What the model wrote states “${invented.value}”, which the document does not say.`;
  const said = plainWords(text);
  const missing = actions.find((action) => !said.includes(plainWords(action.text)));
  return missing ? `What the model wrote leaves out “${missing.text.trim()}”.` : undefined;
}

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
