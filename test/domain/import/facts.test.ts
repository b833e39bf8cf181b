import { importMarkdown } from '../../../domain/import';

const factsOf = (lines: string) => importMarkdown(`# Down\n\n${lines}\n\n## Summary\n\nIt broke.`);

it.each([
  ['4 March 2026, 14:02 UTC', '2026-03-04T14:02:00.000Z'],
  ['Wed, Mar 4, 2026 at 3:02 PM CET', '2026-03-04T14:02:00.000Z'],
  ['2026-03-04 14:02 +01:00', '2026-03-04T13:02:00.000Z'],
  ['2026-03-04T14:02:05.250Z', '2026-03-04T14:02:05.250Z'],
  ['2026-03-04 09:02 Europe/Rome', '2026-03-04T08:02:00.000Z'],
])('a moment that tells day, time and zone in words is read: %s', (told, instant) => {
  const { content, left } = factsOf(`Started: ${told}`);
  expect(content.startedAt).toBe(instant);
  expect(left).toEqual([]);
});

it.each([
  '14:05',
  'TBD',
  'By rolling back the deploy.',
  '4 March 2026',
  '4 March, 14:02 UTC',
  '03/04/2026 14:02 UTC',
  '2026-02-30 14:02 +01:00',
  '2026-02-30 14:02 UTC',
  '2026-03-04 14:02 IST',
  '2026-03-04 14:02',
])('a moment that cannot be known is none, and keeps its words: %s', (told) => {
  for (const source of [factsOf(`Resolved: ${told}`), factsOf(`## Resolved\n\n${told}`)]) {
    expect(source.content.resolvedAt).toBeNull();
    expect(source.left).toEqual([expect.stringContaining(told)]);
    expect(source.content.description).toContain(told);
  }
});
