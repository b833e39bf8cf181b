import { matching } from '../../../src/features/keyboard/commands';

const commands = ['Copy Markdown', 'Enhance description', 'Add action item', 'Description'].map((name) => ({
  name,
  run: () => {},
}));
const found = (typed: string) => matching(commands, typed).map(({ name }) => name);

it('a command is found by any of its words in any order, and first by its beginning', () => {
  expect(found('')).toHaveLength(4);
  expect(found('item add')).toEqual(['Add action item']);
  expect(found('desc')).toEqual(['Description', 'Enhance description']);
  expect(found('DESC enh')).toEqual(['Enhance description']);
  expect(found('raven')).toEqual([]);
  // Enter does what was typed, and not what only has the same words.
  const copies = ['Copy summary as Markdown', 'Copy Markdown'].map((name) => ({ name, run: () => {} }));
  expect(matching(copies, 'copy mark').map(({ name }) => name)).toEqual([
    'Copy Markdown',
    'Copy summary as Markdown',
  ]);
});
