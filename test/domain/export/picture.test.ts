import { write } from '../../../domain/export/html';
import { postMortemToMarkdown } from '../../../domain/export/markdown';
import { importMarkdown } from '../../../domain/import';
import { htmlToMarkdown } from '../../../domain/import/html';
import { emptyPostMortem } from '../../../domain/postMortem';
import type { AuthoredContent } from '../../../domain/postMortem/fields';

const row = (time: string, text: string, kind?: AuthoredContent['timeline'][number]['kind']) => ({
  at: `2026-03-04 ${time} UTC`,
  text,
  ...(kind && { kind }),
});
const incident = (text: string): AuthoredContent => ({
  ...emptyPostMortem('Checkout down'),
  startedAt: '2026-03-04T14:00:00.000Z',
  resolvedAt: '2026-03-04T15:30:00.000Z',
  description: '# Timeline\n\nAs it was.',
  timeline: [
    row('14:18', text, 'detection'),
    row('14:42', 'Rolled back', 'mitigation'),
    { at: 'later', text, zone: text },
  ],
});
const pictureIn = (html: string) => /<figure>[\s\S]*<\/figure>/.exec(html)?.[0] ?? '';

it('one file holds the picture under the heading of the timeline, with what it says in words', () => {
  const { text } = write(incident('PagerDuty fired'));
  expect(text).toMatch(/<h2>Timeline<\/h2>\s*<figure>/);
  expect(pictureIn(text)).toContain('<title>14:18 UTC, detection: PagerDuty fired</title>');
  const phases = 'Undetected: 18 min. Detected, not mitigated: 24 min. Mitigated, not resolved: 48 min.';
  expect(pictureIn(text)).toContain(
    `aria-label="Picture of the incident. ${phases} 2026-03-04, times in UTC."`,
  );
  expect(pictureIn(text)).toContain(`>${phases}</text>`);
  expect(write(incident('PagerDuty fired'))).toEqual(write(incident('PagerDuty fired')));
});

it('a document without certain times has none, and one without rows has it above the prose', () => {
  expect(pictureIn(write({ ...incident('x'), startedAt: null, resolvedAt: null, timeline: [] }).text)).toBe(
    '',
  );
  expect(write({ ...incident('x'), timeline: [] }).text).toMatch(/<\/figure>\s*<h2>Description/);
});

it.each([
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg/onload=x> ]]> </title></text></svg><script>y</script>',
  '&lt;b&gt; \u0000\u0008 \u202e reversed \ud800',
  "' onmouseover='x",
])('nothing in the picture acts: %j', (text) => {
  const markup = pictureIn(write(incident(text)).text);
  expect(markup).not.toBe('');
  expect(markup.match(/<(?!\/?(?:figure|figcaption|svg|g|title|rect|path|line|text)\b)/g)).toBeNull();
  expect(markup).not.toMatch(/<[^>]*\s(?:on\w+|src|style|href)\s*=/i);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  expect(markup).not.toMatch(/[\u0000-\u0008]/);
});

it('what comes back from it is the document, and not the picture', () => {
  const document = incident('PagerDuty fired');
  const { content } = importMarkdown(htmlToMarkdown(write(document).text));
  expect(postMortemToMarkdown(content)).not.toContain('Undetected');
  expect(content.timeline).toHaveLength(3);
});
