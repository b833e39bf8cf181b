import { gate, headingOf } from '../../domain/archive/answer';
import { AnswerReader } from '../../domain/archive/answerLines';
import type { AnswerSentence, ArchiveAnswer } from '../../domain/archive/answerRecord';
import type { Cited } from '../../domain/archive/citations';
import { type LeftOut, oneMore } from '../../domain/archive/leftOut';
import type { Passage } from '../../domain/archive/passage';
import type { ModelCall } from '../../domain/enhancement/modelCall';
import { ANSWERER } from '../../domain/enhancement/modelRoles';
import { withoutInvisible } from '../../domain/invisible/withoutInvisible';
import { putBack } from '../../domain/secrets/holdBack';
import { hide } from '../../domain/sending';
import type { Sendable } from '../../domain/sending/sendable';
import type { ConverseReply } from '../bedrock/converse';
import type { ConverseStream } from '../bedrock/stream';
import { modelCall } from '../modelCall';
import { type Geography, inferenceProfile, MODELS } from '../models';
import { askPrompt } from '../prompts/ask';
import { AnswererNotReachedError, AnswerWithheldError, NO_ANSWER } from './errors';

/** What is asked of a model. */
export interface Asked {
  runId: string;
  question: string;
  passages: readonly Passage[];
  earlier?: Pick<ArchiveAnswer, 'question' | 'sentences'> | undefined;
}

/** How far an answer has come: what passed the gate, and what did not. */
export interface SoFar {
  sentences: readonly AnswerSentence[];
  left: readonly LeftOut[];
  /** What the whole call took; only once it has ended. */
  call?: ModelCall;
}

/**
 * Answers sentence by sentence: what comes out has passed the gate. Leaving the loop ends the model's request.
 * @throws AnswererNotReachedError, AnswerWithheldError
 */
export type AnswerQuestion = (asked: Asked) => AsyncIterable<SoFar>;

/** Of one passage so many characters are sent. */
const SENT_OF_A_PASSAGE = 6_000;

/** Asks one model once. What leaves holds placeholders for what is held back; whoever reads has the values again. */
export const answerWith = (stream: ConverseStream, geography: Geography, timeoutMs: number): AnswerQuestion =>
  async function* ({ runId, question, passages, earlier }) {
    const { name } = MODELS[ANSWERER];
    const texts = [question, earlier?.question ?? '', earlierText(earlier), ...passages.map(sentOf)];
    const named = passages.flatMap((one) => one.named ?? []);
    const hidden = hide(texts, [], { named });
    const [sentQuestion, asked, answered, ...sent] = hidden.texts as [
      Sendable,
      Sendable,
      Sendable,
      ...Sendable[],
    ];
    const prompt = askPrompt({
      runId,
      question: sentQuestion,
      passages: sent,
      earlier: earlier && { question: asked, answer: answered },
    });
    const reader = new AnswerReader();
    let sentences: AnswerSentence[] = [];
    let left: LeftOut[] = [];
    const take = (said: readonly Cited[]): SoFar[] =>
      said.map((one) => {
        const text = putBack(withoutInvisible(one.text).text, hidden.held);
        const gated = gate({ ...one, text }, { passages, question, shown: sentences });
        if (typeof gated === 'string') left = oneMore(left, gated);
        else sentences = [...sentences, gated];
        return { sentences, left };
      });
    let reply: ConverseReply | undefined;
    try {
      const pieces = stream({
        modelId: inferenceProfile(ANSWERER, geography),
        ...prompt,
        temperature: 0,
        topK: 1,
        metadata: { task: 'ask' },
        timeoutMs,
      });
      for await (const piece of pieces) {
        if ('end' in piece) reply = piece.end;
        else yield* take(reader.push(piece.text));
      }
    } catch (cause) {
      throw new AnswererNotReachedError(name, { cause });
    }
    if (reply && NO_ANSWER[reply.stopReason]) throw new AnswerWithheldError(name, reply.stopReason);
    yield* take(reader.end());
    if (reply) yield { sentences, left, call: modelCall(ANSWERER, geography, reply) };
  };

/** Numbers in brackets are sources here: those that a passage has are no longer told for such. */
const sentOf = (passage: Passage): string =>
  `${headingOf(passage)}\n${passage.text.slice(0, SENT_OF_A_PASSAGE)}`.replace(
    /[[【]\s*((?:\d{1,3}[\s,–-]*)+)[\]】]/g,
    '($1)',
  );

const earlierText = (earlier: Asked['earlier']): string =>
  (earlier?.sentences ?? []).map(({ text }) => text).join('\n');
