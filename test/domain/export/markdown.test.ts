import {
  markdownFileName,
  plainLine,
  postMortemToMarkdown,
  proseInSection,
  sectionToMarkdown,
} from '../../../domain/export/markdown';
import { emptyPostMortem } from '../../../domain/postMortem';

const headings = (markdown: string) => markdown.split('\n').filter((line) => /^#{1,2} /.test(line));

describe('the exported document', () => {
  it('carries the title, the facts, every written section, the timeline and the action items', () => {
    const markdown = postMortemToMarkdown({
      ...emptyPostMortem('Checkout down'),
      severity: 'SEV1',
      status: 'IN_REVIEW',
      service: 'checkout-api',
      tags: ['payments', 'database'],
      startedAt: '2026-03-01T14:02:00.000Z',
      summary: 'Checkout failed for 23 minutes.',
      rootCause: 'A migration took a lock.',
      timeline: [{ at: '14:02', text: 'Migration started' }],
      actionItems: [{ text: 'Set lock_timeout', owner: 'Ines', dueDate: '2026-03-08', done: false }],
    });
    expect(markdown).toBe(`# Checkout down

- **Severity:** SEV1 (Critical: most users cannot use the service)
- **Status:** In review
- **Service:** checkout-api
- **Tags:** payments, database
- **Started:** 2026-03-01 14:02 UTC

## Summary

Checkout failed for 23 minutes.

## Root cause

A migration took a lock.

## Timeline

| Time | What happened |
| --- | --- |
| 14:02 | Migration started |

## Action items

- [ ] Set lock_timeout (owner: Ines, due 2026-03-08)
`);
  });

  it('leaves out what is empty', () => {
    expect(headings(postMortemToMarkdown(emptyPostMortem('Quiet')))).toEqual(['# Quiet']);
  });

  it('keeps its structure whatever a title, a timeline entry or an action item contains', () => {
    const markdown = postMortemToMarkdown({
      ...emptyPostMortem('# A | B\n## injected <script> *x* #'),
      timeline: [{ at: '1|2', text: 'a \\| b\n| c | d |' }],
      actionItems: [{ text: 'x\n# y', owner: '`z`', dueDate: '', done: true }],
    });
    expect(headings(markdown)).toEqual([
      '# # A | B ## injected \\<script> \\*x\\* \\#',
      '## Timeline',
      '## Action items',
    ]);
    expect(markdown).toContain('| 1\\|2 | a \\\\\\| b \\| c \\| d \\| |');
    expect(markdown).toContain('- [x] x # y (owner: \\`z\\`)');
  });
});

describe('an author’s prose', () => {
  it('stays below the heading of its section', () => {
    expect(headings(sectionToMarkdown('description', '# One\n\n## Two\n\nText\n===\n\nMore\n---'))).toEqual([
      '## Description',
    ]);
    expect(proseInSection('# One\n###### Six')).toBe('### One\n###### Six');
  });

  it('cannot swallow what follows with an open code fence', () => {
    expect(proseInSection('```sh\nkill -9 1')).toBe('```sh\nkill -9 1\n```');
    expect(proseInSection('````\n```\nstill code')).toBe('````\n```\nstill code\n````');
  });

  it('keeps code as it was written', () => {
    const code = '```\n# a comment\n<div>\n```\n\nUse `<b>` here.';
    expect(proseInSection(code)).toBe(code);
  });

  it('shows HTML instead of obeying it, and does not undo an escape', () => {
    expect(proseInSection('<script>x</script> <!-- hidden')).toBe('\\<script>x\\</script> \\<!-- hidden');
    expect(proseInSection('\\<b>')).toBe('\\<b>');
    expect(proseInSection('see <https://example.org> and 3 < 4')).toBe('see <https://example.org> and 3 < 4');
  });
});

it('keeps snake_case readable and escapes emphasis', () => {
  expect(plainLine('lock_timeout _now_ &amp; R&D')).toBe('lock_timeout \\_now\\_ \\&amp; R&D');
});

it('names the file after the title, on any operating system', () => {
  expect(markdownFileName('Checkout: “Zürich” / down?')).toBe('checkout-zurich-down.md');
  expect(markdownFileName('???')).toBe('post-mortem.md');
});

describe('what is pasted elsewhere', () => {
  const actions = (dueDate: string) =>
    postMortemToMarkdown({
      ...emptyPostMortem('x'),
      actionItems: [{ text: 'y', owner: '', dueDate, done: false }],
    });

  it('takes no markup from a due date that another client wrote', () => {
    expect(actions('<img src=x>')).toContain('(due \\<img src=x>)');
    expect(actions('[a](javascript:b)')).toContain('(due \\[a\\](javascript:b))');
  });

  it.each([
    ['``<b>`x`', '``\\<b>`x`'],
    ['www.a.b<b>', 'www.a.b&lt;b>'],
    ['https://a.b/`<b>`', 'https://a.b/`&lt;b>`'],
    ['a `b\n` <i> `c', 'a `b\n` &lt;i> `c'],
    ['[a](<javascript:x>)', '[a\\](\\<javascript:x>)'],
    ['`<b>` stays code', '`<b>` stays code'],
  ])('shows HTML as it was typed: %s', (typed, shown) => expect(proseInSection(typed)).toBe(shown));

  it.each([
    '[a](javascript:alert(1))',
    '[a]( javascript:x)',
    '[a](JaVa&#115;cript:x)',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a]: javascript:x',
    '> [a]: data:x',
    '[a](',
  ])('has no link that acts: %s', (typed) => expect(proseInSection(typed)).toBe(typed.replace(']', '\\]')));

  it.each([
    '[a](https://x.test/y:z)',
    '[a](mailto:x@y.test)',
    '[a](#part)',
    '[a](/path?x=a:b)',
    '`[a](data:x)`',
  ])('keeps what is no more than a link: %s', (typed) => expect(proseInSection(typed)).toBe(typed));

  it('fetches no image by itself', () => {
    expect(proseInSection('![graph](https://x.test/a.png) and ![b][c]')).toBe(
      '\\![graph](https://x.test/a.png) and \\![b][c]',
    );
  });

  it.each(['con', 'NUL', 'Aux', 'com1', 'LPT9', 'prn'])('has a name that Windows takes for “%s”', (title) =>
    expect(markdownFileName(title)).toBe(`post-mortem-${title.toLowerCase()}.md`),
  );
});
