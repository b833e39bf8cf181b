import { ANSWER_ENDED_UNTOLD } from '../../../domain/archive/answerRecord';
import { overBudget } from '../../../domain/conversation/budget';
import { type AssistantRequest, MESSAGE_ENDED_UNTOLD } from '../../../domain/conversation/conversation';
import {
  AnswererNotReachedError,
  AnswerWithheldError,
  ArchiveNotReachedError,
  NoEarlierAnswerError,
} from '../../../lambda/ask/errors';
import { readQuestion } from '../../../lambda/ask/request';
import { checkFactsTool } from '../../../lambda/assistant/tools/facts';
import { forgetWith, recallWith, rememberWith } from '../../../lambda/assistant/tools/memories';
import { openActionsWith } from '../../../lambda/assistant/tools/openActions';
import { proposeEditWith } from '../../../lambda/assistant/tools/proposeEdit';
import { NOT_THERE, readWith } from '../../../lambda/assistant/tools/read';
import { searchWith } from '../../../lambda/assistant/tools/search';
import {
  AnswerNotStartedError,
  NoSuchConversationError,
  StillAnsweringError,
} from '../../../lambda/conversationDesk/errors';
import { emptyContent } from '../../../src/data/content';
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

/** What tools tell of themselves, whatever they came to. */
async function notes(): Promise<string[]> {
  const caller = { sub: 'ann', issuer: 'pool' };
  const asked = { caller, words: 'remember this, forget that, make the summary shorter' } as AssistantRequest;
  const memories = Array.from({ length: 22 }, (_, n) => ({
    id: `${n}`,
    text: `Say ${n}. Not more`,
    author: { id: 'ann' },
  }));
  const store = { latest: async () => memories } as never;
  const missing = async () => ({ items: [], meaning: 'missing' as const, isWhole: true });
  const actions = Array.from({ length: 42 }, (_, n) => ({
    text: `Do ${n}`,
    owner: 'Ann. B',
    dueDate: '',
    done: false,
  }));
  const listing = { id: 'pm-1', owner: 'ann', title: 'It. Broke', status: 'DRAFT', actionItems: actions };
  const listed = (isWhole: boolean) =>
    openActionsWith(
      async () => ({ listings: [listing] as never, isWhole }),
      () => '2026-03-04',
    );
  const document = {
    ...emptyContent(),
    id: 'pm-1',
    owner: 'ann',
    editors: [],
    summary: 'It broke.',
    title: 'It. Broke',
  };
  const edit = proposeEditWith(async () => document as never);
  const answers = await Promise.all([
    recallWith(store, missing)({}, asked),
    recallWith(store, missing)({ text: 'the moon. And stars' }, asked),
    forgetWith({ latest: async () => [] }, missing)({ text: 'the moon' }, asked),
    rememberWith(store)({ text: 'a'.repeat(400) }, asked),
    listed(true)({}, asked),
    listed(false)({}, asked),
    listed(true)({ owner: 'Nobody. At all' }, asked),
    searchWith(async () => ({ places: [], meaning: 'missing' }))({ text: 'the moon. And stars' }, asked),
    searchWith(async () => ({ places: [], meaning: 'used' }))({}, asked),
    readWith(async () => ({ ...document, summary: 'Long. '.repeat(9_000) }) as never)({ id: 'pm-1' }, asked),
    checkFactsTool({}, asked),
    checkFactsTool({ source: 'It broke at 14:02.', draft: 'It broke at 15:03.' }, asked),
    ...[
      '',
      'It broke at 15:03. '.repeat(9_000),
      'It broke at 15:03.',
      '[HELD-SECRET-1]',
      'It broke.',
      'Broke.',
    ].map((text) => edit({ id: 'pm-1', section: 'summary', text }, asked)),
    edit({ id: 'pm-1', section: 'nowhere', text: 'It broke.' }, asked),
  ]);
  return answers.flatMap(({ step, proposal }) => [step.note, ...(proposal?.notes ?? [])]);
}

test('whoever reads Italian is told in Italian what a tool of the assistant came to', async () => {
  const told = (await notes()).filter((note) => note !== '');
  expect(told.length).toBeGreaterThan(15);
  expect([...new Set(told)].filter((note) => ITALIAN.translated(note) === undefined)).toEqual([]);
});
