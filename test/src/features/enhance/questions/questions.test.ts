import { questionsIn } from '../../../../../domain/todo';
import { answered } from '../../../../../src/features/enhance/questions/answering';

const text = 'Errors rose to [TODO: error rate].\nIt lasted [TODO: confirm "37 min"] and [todo].';

it('lists what a text asks the author, in order', () => {
  expect(questionsIn(text).map(({ question }) => question)).toEqual([
    'error rate',
    'confirm "37 min"',
    'Something is missing here',
  ]);
});

it('puts each answer in the place of its question and nowhere else', () => {
  const [, second] = questionsIn(text);
  expect(second && answered(text, second, ' 40 minutes ')).toBe(
    'Errors rose to [TODO: error rate].\nIt lasted 40 minutes and [todo].',
  );
});

it('keeps brackets of the question itself', () => {
  expect(questionsIn('[TODO: confirm "[5xx] rate"] then').map(({ question }) => question)).toEqual([
    'confirm "[5xx] rate"',
  ]);
});

it('takes an answer literally, dollar signs and all', () => {
  const [question] = questionsIn('Cost: [TODO: cost]');
  expect(question && answered('Cost: [TODO: cost]', question, "$& and $'")).toBe("Cost: $& and $'");
});

it('asks nothing of a text without questions, nor of other brackets', () => {
  expect(questionsIn('- [ ] todo: [see](x) [TODOS]')).toEqual([]);
});

const answer = (to: string, given: string): string => {
  const [question] = questionsIn(to);
  return question ? answered(to, question, given) : to;
};

describe('an answer to the time zone', () => {
  const ASKED = '[TODO: Which time zone are the times in?]';

  it.each([
    [
      `Down.\n\n- **03:04** PagerDuty fired.\n- **04:10** All ok.\n\n${ASKED}`,
      'UTC',
      'Down.\n\n- **03:04 UTC** PagerDuty fired.\n- **04:10** All ok.',
    ],
    [`${ASKED}\n\nIt began at 10:02.`, 'Europe/Vienna', 'It began at 10:02 Europe/Vienna.'],
    [`It began at 10:02. ${ASKED}`, 'UTC+2', 'It began at 10:02 UTC+2.'],
    [
      `Ran \`at 09:00 x\` at 10:02.\n\n- ${ASKED}\n- Then more.`,
      'CET',
      'Ran `at 09:00 x` at 10:02 CET.\n\n- Then more.',
    ],
  ])('goes to the first time: %j', (to, given, after) => expect(answer(to, given)).toBe(after));

  it('that explains itself, or finds no time, becomes a sentence in its place', () => {
    expect(answer(`At 10:02 it fell.\n\n${ASKED}`, 'UTC, but the log is in CET')).toBe(
      'At 10:02 it fell.\n\nWhich time zone are the times in: UTC, but the log is in CET.',
    );
    expect(answer(`It fell.\n\n${ASKED}`, 'UTC')).toBe('It fell.\n\nWhich time zone are the times in: UTC.');
  });
});

describe('an answer in a few words', () => {
  it('becomes a sentence where it would stand alone', () => {
    expect(answer('Orders failed.\n\n- [TODO: For how long?]', '20 min')).toBe(
      'Orders failed.\n\n- For how long: 20 min.',
    );
  });

  it('stays as it is within a sentence, or when it is one', () => {
    expect(answer('Errors rose to [TODO: error rate] at noon.', '40 %')).toBe('Errors rose to 40 % at noon.');
    expect(answer('[TODO: For how long?]', 'It took 20 minutes.')).toBe('It took 20 minutes.');
    expect(answer('[TODO: For how long?]', 'from ten until the replica had caught up again')).toBe(
      'from ten until the replica had caught up again',
    );
  });
});
