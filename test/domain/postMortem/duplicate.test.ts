import { LIMITS } from '../../../domain/limits';
import { emptyPostMortem } from '../../../domain/postMortem';
import { duplicateOf } from '../../../domain/postMortem/duplicate';

const document = {
  ...emptyPostMortem('Checkout down'),
  status: 'PUBLISHED' as const,
  summary: 'db fell over',
  template: 'Near miss',
  layout: ['summary'],
  actionItems: [
    {
      text: 'Alert',
      owner: 'Ada',
      dueDate: '2026-03-01',
      done: true,
      ticket: 'OPS-1',
      ticketState: 'closed' as const,
    },
  ],
};

test('a duplicate is a draft with the same text and template, its actions open again', () => {
  const copied = duplicateOf(document);
  expect(copied).toMatchObject({
    title: 'Copy of Checkout down',
    status: 'DRAFT',
    summary: 'db fell over',
    template: 'Near miss',
    layout: ['summary'],
  });
  expect(copied.actionItems).toEqual([
    { text: 'Alert', owner: 'Ada', dueDate: '2026-03-01', done: false, ticket: 'OPS-1' },
  ]);
  expect(document.actionItems[0]?.done).toBe(true);
});

test('a title is a copy’s once, and never longer than a title may be, nor cut within a character', () => {
  expect(duplicateOf(duplicateOf(document)).title).toBe('Copy of Checkout down');
  const long = duplicateOf({ ...document, title: `x${'🐦'.repeat(99)}` }).title;
  expect(long.length).toBeLessThanOrEqual(LIMITS.titleLength);
  expect(long).not.toMatch(/\p{Surrogate}/u);
  expect(long.startsWith('Copy of x🐦')).toBe(true);
});
