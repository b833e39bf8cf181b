import type { AnswerSentence } from '../../domain/archive/answerRecord';
import type { Passage } from '../../domain/archive/passage';
import { answerWith } from '../../lambda/ask/answering';
import type { ConverseStream } from '../../lambda/bedrock/stream';
import { offlineEngine } from '../../local/nevermore/answering/engines/offline';
import { holds } from './holds';
import type { ArchiveQuestion } from './questions';

/** What was said to a question, and of each sentence whether a passage that answers is its source. */
export interface Answered {
  question: ArchiveQuestion;
  sentences: (AnswerSentence & { isRight: boolean })[];
}

/** Questions that have an answer, or that have none. */
export const askedOf = (answers: readonly Answered[], hasAnswer: boolean): Answered[] =>
  answers.filter(({ question }) => (question.kind !== 'none') === hasAnswer);

/** The offline answerer behind the prompt, the reader and the gate that a model is behind. */
const offline: ConverseStream = async function* ({ modelId, system, user, metadata }) {
  const { output } = await offlineEngine().converse(
    {
      modelId,
      body: {
        system: [{ text: system }],
        messages: [{ role: 'user', content: [{ text: user }] }],
        requestMetadata: metadata,
      },
    },
    AbortSignal.timeout(60_000),
  );
  for (const block of output.message.content) if ('text' in block) yield { text: `${block.text}\n` };
};

export async function answersOf(
  questions: readonly ArchiveQuestion[],
  find: (question: string) => Promise<Passage[]>,
): Promise<Answered[]> {
  const answer = answerWith(offline, 'us', 60_000);
  const answered: Answered[] = [];
  for (const question of questions) {
    const passages = await find(question.question);
    let sentences: readonly AnswerSentence[] = [];
    for await (const soFar of answer({ runId: 'bench', question: question.question, passages }))
      sentences = soFar.sentences;
    const answers = passages.filter(({ documentId, text }) =>
      question.answers.some((one) => one.case === documentId && holds(text, one.quote)),
    );
    answered.push({
      question,
      sentences: sentences.map((sentence) => ({
        ...sentence,
        isRight: sentence.sources.some(({ id, place }) =>
          answers.some((passage) => passage.documentId === id && passage.place === place),
        ),
      })),
    });
  }
  return answered;
}
