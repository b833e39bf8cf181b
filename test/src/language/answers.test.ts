import { ANSWER_ENDED_UNTOLD } from '../../../domain/archive/answerRecord';
import { overBudget } from '../../../domain/conversation/budget';
import { MESSAGE_ENDED_UNTOLD } from '../../../domain/conversation/conversation';
import {
  AnswererNotReachedError,
  AnswerWithheldError,
  ArchiveNotReachedError,
  NoEarlierAnswerError,
} from '../../../lambda/ask/errors';
import { readQuestion } from '../../../lambda/ask/request';
import { NOT_THERE } from '../../../lambda/assistant/tools/read';
import {
  AnswerNotStartedError,
  NoSuchConversationError,
  StillAnsweringError,
} from '../../../lambda/conversationDesk/errors';
import { ITALIAN } from '../../../src/language/italian';

const cause = Object.assign(new Error('x'), { name: 'TimeoutError' });
const refused = (part: object) => readQuestion({ id: 'question-1', question: 'Why?', ...part }).refusal;

test.each([
  ANSWER_ENDED_UNTOLD,
  MESSAGE_ENDED_UNTOLD,
  NOT_THERE,
  ...[
    refused({ question: '?' }),
    refused({ question: 'why '.repeat(400) }),
    refused({ from: '2026-02-31' }),
    refused({ from: '2026-02-02', to: '2026-01-01' }),
    new ArchiveNotReachedError({ cause }),
    new NoEarlierAnswerError(),
    new AnswererNotReachedError('Nova Lite', { cause }),
    new AnswerWithheldError('Nova Lite', 'guardrail_intervened'),
    new AnswerWithheldError('Nova Lite', 'content_filtered'),
    new AnswerNotStartedError({ cause }),
    new NoSuchConversationError(),
    new StillAnsweringError(),
  ].map((error) => error?.message ?? 'no refusal'),
  overBudget({ messages: 40, tokens: 0, costUsd: 0 }) ?? '',
  overBudget({ messages: 0, tokens: 1_000_000, costUsd: 0 }) ?? '',
  overBudget({ messages: 0, tokens: 0, costUsd: 0.1 }) ?? '',
])('whoever reads Italian is told in Italian why there is no answer: %s', (english) => {
  const italian = ITALIAN.translated(english);
  expect(italian).toBeDefined();
  expect(italian).not.toMatch(/\b(?:the|again|which|nothing)\b/i);
});
