import { answered, questionsIn } from '../../../../../src/features/enhance/questions/questions';

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
