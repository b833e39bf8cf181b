import { importMarkdown } from '../../../domain/import';

const tableOf = (heading: string, ...rows: string[]) =>
  importMarkdown(
    `# Down\n\n## ${heading}\n\n${[rows[0], '|---|---|---|', ...rows.slice(1)].join('\n')}\n\n## Summary\n\nx`,
  );

it('columns of one name keep the cells of each', () => {
  expect(tableOf('Timeline', '| Time | Notes | Notes |', '| 14:02 | one | two |').content.timeline).toEqual([
    { at: '14:02', text: 'one (notes 2: two)' },
  ]);
  expect(
    tableOf('Action items', '| Action | Owner | Owner |', '| Add a lock | Kim | Tom |').content.actionItems,
  ).toEqual([{ text: 'Add a lock (owner 2: Tom)', owner: 'Kim', dueDate: '', done: false }]);
  expect(
    tableOf('Timeline', '| Time | | column 3 |', '| 14:02 | one | two | three |').content.timeline[0]?.text,
  ).toMatch(/one.*two/);
});

it('an action without a text keeps its other cells as what found no place', () => {
  const { content, left } = tableOf('Action items', '| Action | Owner | Ticket |', '| | Kim | OPS-1 |');
  expect(content.actionItems).toEqual([]);
  expect(left).toEqual(['Action items: - Kim, OPS-1']);
});

it('an action in a column of another name keeps the name, and what is done says so in few words only', () => {
  const { content, left } = tableOf(
    'Action items',
    '| Measure | Owner | Status |',
    '| Add a lock | Kim | ✅ done by Tom |',
    '| Tell them | Kim | ✅ |',
  );
  expect(content.actionItems.map(({ text, done }) => [text, done])).toEqual([
    ['Add a lock (status: ✅ done by Tom)', false],
    ['Tell them', true],
  ]);
  expect(left).toEqual(['Action items: - measure']);
});

it('a table of people or actions that names no columns begins with the first of them', () => {
  expect(
    tableOf('People', '| Kim Lee | kim@x.test | DBA |', '| Tom | tom@x.test | SRE |').content.people,
  ).toEqual([{ name: 'Kim Lee, kim@x.test, DBA' }, { name: 'Tom, tom@x.test, SRE' }]);
  expect(
    tableOf('Action items', '| Add a lock | Kim | OPS-1 |', '| Tell them | Tom | OPS-2 |').content
      .actionItems,
  ).toHaveLength(2);
  expect(tableOf('People', '| Name | Phone | Role |', '| Kim | 12 | IC |').content.people).toEqual([
    { name: 'Kim, phone: 12, IC' },
  ]);
});
