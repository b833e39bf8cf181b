import { jsonInText } from '../../domain/answers/json';
import type { ModelCall } from '../../domain/enhancement/modelCall';
import { REVIEWER } from '../../domain/enhancement/modelRoles';
import type { AuthoredContent } from '../../domain/postMortem/fields';
import { type RemarksRead, readRemarks } from '../../domain/review/modelRemarks';
import { toldIn } from '../../domain/review/replacement';
import { putBack } from '../../domain/secrets/holdBack';
import { SECTION_IDS } from '../../domain/sections';
import { hide } from '../../domain/sending';
import type { Sendable } from '../../domain/sending/sendable';
import type { Converse, ConverseReply } from '../bedrock/converse';
import { modelCall } from '../modelCall';
import { type Geography, inferenceProfile, MODELS } from '../models';
import { REMARKS_TOOL, remarksPrompt, remarksSchema } from '../prompts/remarks';
import { ModelNotReachedError, UnreadableRemarksError } from './errors';

/** What a model said of a document, and what the call took; no call where there was nothing to read. */
export interface Remarked extends RemarksRead {
  call: ModelCall | null;
}

/** @throws ModelNotReachedError, UnreadableRemarksError */
export type AskForRemarks = (document: AuthoredContent, runId: string) => Promise<Remarked>;

/** Asks one model once. What leaves holds placeholders for what is held back; the reader has the values again. */
export const askWith =
  (converse: Converse, geography: Geography, timeoutMs: number): AskForRemarks =>
  async (document, runId) => {
    const ids = SECTION_IDS.filter((id) => document[id].trim() !== '');
    if (ids.length === 0) return { remarks: [], left: [], call: null };
    const texts = [...ids.map((id) => document[id]), toldIn(document, SECTION_IDS)];
    const hidden = hide(texts, []);
    const prompt = remarksPrompt({
      runId,
      sections: ids.map((id, index) => ({ id, text: hidden.texts[index] as Sendable })),
      beside: hidden.texts.at(-1) as Sendable,
    });
    const { name } = MODELS[REVIEWER];
    const reply = await converse({
      modelId: inferenceProfile(REVIEWER, geography),
      ...prompt,
      temperature: 0,
      topK: 1,
      tool: {
        name: REMARKS_TOOL,
        description: 'Records the remarks on the post-mortem.',
        schema: remarksSchema(ids),
      },
      metadata: { task: 'remarks' },
      timeoutMs,
    }).catch((cause: unknown) => {
      throw new ModelNotReachedError(name, { cause });
    });
    const read = readRemarks(answerIn(reply), document, (text) => putBack(text, hidden.held));
    if (!read) throw new UnreadableRemarksError(name, reply.stopReason);
    return { ...read, call: modelCall(REVIEWER, geography, reply) };
  };

/** The tool's input, or the same as text from a model that does not use tools. */
const answerIn = ({ toolInput, text }: ConverseReply): unknown =>
  toolInput ?? jsonInText(text, (value) => 'remarks' in value);
