import { exportById } from '../../../domain/export';
import { postMortemToMarkdown } from '../../../domain/export/markdown';
import { importMarkdown } from '../../../domain/import';
import { pageToMarkdown } from '../../../domain/import/html';
import { emptyPostMortem } from '../../../domain/postMortem';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { nameKey } from '../../../domain/postMortem/names';
import { SECTION_IDS } from '../../../domain/sections';
import fc from '../../properties';

const line = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    'a | b',
    '`code` *x* [y](z)',
    '# x #',
    'snake_case_',
    '<b>',
    '&lt;',
    '\\',
    'https://a.b/c_d*e',
    '- x',
    '~~~',
  ),
);
const prose = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        '',
        '# One',
        '## Impact',
        '###### Six',
        '- a',
        '  - b',
        '1. x',
        '> quote',
        '```',
        '~~~js',
        'x',
        '===',
        '---',
        '| a | b |',
        '|---|---|',
        '| 1 | 2 |',
        '<div>',
        '[a]: https://x.test',
        '![i](x)',
        '    code',
        '- [ ] task',
        '* * *',
      ),
    ),
    { maxLength: 8 },
  )
  .map((lines) => lines.join('\n'));

const content: fc.Arbitrary<AuthoredContent> = fc
  .record({
    title: line,
    severity: fc.constantFrom('SEV1', 'SEV4'),
    status: fc.constantFrom('DRAFT', 'PUBLISHED'),
    service: line,
    // The form takes no empty tag and none twice, and a comma in one parts it.
    tags: fc.uniqueArray(
      line.filter((tag) => tag.trim() !== '' && !tag.includes(',')),
      { maxLength: 3, selector: nameKey },
    ),
    startedAt: fc.constantFrom(null, '2026-03-01T14:02:00.000Z'),
    detectedAt: fc.constantFrom(null, '2026-03-01T14:01:00.000Z', '2026-03-01T14:20:00.000Z'),
    resolvedAt: fc.constantFrom(null, '2026-03-02T14:02:00.000Z'),
    timeline: fc.array(
      fc.record({
        at: fc.oneof(line, fc.constantFrom('2026-03-01 13:58 UTC', '2026-03-01 14:40 UTC')),
        text: line,
        kind: fc.constantFrom(undefined, 'trigger', 'mitigation', 'keyMoment'),
      }),
      { maxLength: 3 },
    ),
    actionItems: fc.array(
      fc.record({
        text: line,
        owner: line,
        dueDate: fc.constantFrom('', '2026-04-01'),
        done: fc.boolean(),
        type: fc.constantFrom(undefined, 'prevent', 'process'),
        priority: fc.constantFrom(undefined, 'high'),
        ticket: fc.constantFrom(undefined, 'OPS-1', 'https://x.test/1'),
        ticketState: fc.constantFrom(undefined, 'open', 'inProgress'),
      }),
      { maxLength: 3 },
    ),
    people: fc.array(fc.record({ name: line, role: fc.constantFrom(undefined, 'author', 'commander') }), {
      maxLength: 3,
    }),
    ...Object.fromEntries(SECTION_IDS.map((id) => [id, fc.option(prose, { nil: '' })])),
  })
  .map((told) => ({ ...emptyPostMortem(''), ...told }) as unknown as AuthoredContent);

it('what left as Markdown and comes back leaves again as the same bytes, with nothing left over', () => {
  fc.assert(
    fc.property(content, (document) => {
      const markdown = postMortemToMarkdown(document);
      const { content: back, left } = importMarkdown(markdown);
      expect(postMortemToMarkdown(back)).toBe(markdown);
      expect(left).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('how long it took is computed again, and kept as it was told where it does not follow from the rest', () => {
  const document: AuthoredContent = {
    ...emptyPostMortem('Checkout down'),
    startedAt: '2026-03-01T14:02:00.000Z',
    detectedAt: '2026-03-01T14:20:00.000Z',
    timeline: [{ at: '2026-03-01 14:40 UTC', text: 'Rolled back', kind: 'mitigation' }],
  };
  const markdown = postMortemToMarkdown(document);
  expect(markdown).toContain(
    '- **Time to detect (TTD):** 18 min\n- **Time to mitigate (TTM):** 38 min (from Started to entry 1 of the timeline)\n',
  );
  expect(importMarkdown(markdown)).toMatchObject({ content: { description: '' }, left: [] });
  const { content: changed, left } = importMarkdown(markdown.replace('18 min', '19 min'));
  expect(left).toEqual(['Facts: - Time to detect (TTD): 19 min']);
  expect(changed.description).toContain('Time to detect (TTD): 19 min');
  expect(postMortemToMarkdown(changed).match(/Time to detect/g)).toHaveLength(2);
});

it.each([
  ['Markdown', async (document: AuthoredContent) => postMortemToMarkdown(document)],
  [
    'an HTML file',
    async (document: AuthoredContent) =>
      pageToMarkdown((await exportById('html')?.write(document))?.text ?? ''),
  ],
])('an ordinary document comes back from %s as it was, field by field', async (_target, leave) => {
  const document: AuthoredContent = {
    ...emptyPostMortem('Checkout down (for 23 minutes)'),
    severity: 'SEV1',
    service: 'checkout_api',
    tags: ['payments', 'database'],
    startedAt: '2026-03-01T14:02:00.000Z',
    resolvedAt: '2026-03-01T14:25:00.000Z',
    summary: 'Checkout failed for 23 minutes.\n\n# Detail\n\n- a\n- b',
    rootCause: 'A migration took a lock.\n\n```sql\n# not a heading\nLOCK TABLE a;\n```',
    timeline: [
      { at: '14:02 UTC', text: 'Migration started | step 1', kind: 'trigger' },
      { at: '14:25', text: 'Lock *released*', kind: 'resolution' },
    ],
    actionItems: [
      {
        text: 'Set lock_timeout',
        owner: 'Ines',
        dueDate: '2026-03-08',
        done: false,
        type: 'prevent',
        priority: 'high',
        ticket: 'OPS-12',
        ticketState: 'inProgress',
      },
      { text: 'Tell support (again)', owner: '', dueDate: '', done: true },
    ],
    people: [{ name: 'Ines Roy', role: 'commander' }, { name: 'Tom' }],
  };
  const { content: back, left, sections } = importMarkdown(await leave(document));
  const { editors: _, ...authored } = document as AuthoredContent & { editors: string[] };
  const { editors: __, ...returned } = back as AuthoredContent & { editors: string[] };
  expect(returned).toEqual(authored);
  expect(sections).toEqual(['summary', 'rootCause']);
  expect(left).toEqual([]);
});
