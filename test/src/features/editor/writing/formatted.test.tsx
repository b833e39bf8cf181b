import Formatted from '../../../../../src/features/editor/writing/Formatted';
import { parsedText } from '../../../../../src/features/editor/writing/parsedText';
import fc from '../../../../properties';
import { rendered } from '../../../rendered';

const WORDS = [
  '# ',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '- ',
  '  - ',
  '1. ',
  '> ',
  '[',
  '](',
  ')',
  '![',
  '<b>',
  '|',
  '| --- |\n',
  '\n',
  '\n\n',
  '\\',
  'words',
  ' ',
  '[TODO: rate]',
  'https://x.test',
  '[x] ',
  '---\n',
  '🦇',
  'שלום',
];
const markdown = fc.array(fc.constantFrom(...WORDS), { maxLength: 24 }).map((words) => words.join(''));

const decoded = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

const drawn = async (text: string): Promise<string> =>
  (await rendered(<Formatted text={text} part={null} />)).html;

it('every character of a text is drawn, in its order, and none beside them', async () => {
  await fc.assert(
    fc.asyncProperty(markdown, async (text) => {
      expect(decoded(await drawn(text))).toBe(`${text}\u200b`);
    }),
    { numRuns: 300 },
  );
});

it('a text that is typed reads as the same text read at once', () => {
  fc.assert(
    fc.property(markdown, markdown, fc.nat(), (before, added, at) => {
      const place = at % (before.length + 1);
      const now = before.slice(0, place) + added + before.slice(place);
      const typed = parsedText(now, parsedText(before, null));
      expect(typed.tree.toString()).toBe(parsedText(now, null).tree.toString());
    }),
    { numRuns: 300 },
  );
});

it('bold, code, headings, links and questions are seen, with their marks apart from the words', async () => {
  const html = await drawn('## Why\n\n**Two** `pods` [died](https://x.test/a "t"), [TODO: how many?]');
  expect(html).toContain('<span class="md-mark md-HeaderMark">## </span>Why');
  expect(html).toContain('<strong><span class="md-mark md-EmphasisMark">**</span>Two');
  expect(html).toContain('<code><span class="md-mark md-CodeMark">`</span>pods');
  expect(html).toContain('data-href="https://x.test/a"><span class="md-mark">[</span>died<span');
  expect(html).toContain('<mark class="md-question">[TODO: how many?]</mark>');
});

it('a link that would run leads nowhere, and HTML is text', async () => {
  const html = await drawn(
    '[a](javascript:alert(1)) <img src=x onerror=alert(2)> ![b](https://x.test/b.png)',
  );
  expect(html).not.toMatch(/data-href="javascript|<img/);
});

it('brackets that are no link keep standing', async () => {
  expect(await drawn('see [above]')).not.toContain('md-mark');
});

it('of a long text only the part that is seen is formatted, and all of it is there', async () => {
  const text = '**a** b\n\n'.repeat(40);
  const { html } = await rendered(<Formatted text={text} part={{ from: 90, to: 180, apart: true }} />);
  expect(decoded(html)).toBe(`${text}\u200b`);
  expect(html.match(/<strong>/g)).toHaveLength(10);
});

it.each([
  ['quotations', `${'>'.repeat(9_000)} deep`],
  ['lists in one line', `${'- '.repeat(5_000)}deep`],
  [
    'lists under each other',
    Array.from({ length: 150 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
  ],
  ['stress', `${'*a **b '.repeat(2_000)}deep${' c** d*'.repeat(2_000)}`],
  ['brackets', `${'['.repeat(9_000)}deep${'](x)'.repeat(2_000)}`],
])(
  '%s within each other that no author nests take nobody’s page away, and keep every character',
  async (_, text) => {
    const { html } = await rendered(<Formatted text={text} part={null} />);
    expect(decoded(html)).toBe(`${text}\u200b`);
    // A browser that has to lay out thousands of boxes within each other does not.
    let [depth, deepest] = [0, 0];
    for (const [, closes] of html.matchAll(/<(\/?)\w/g)) {
      depth += closes ? -1 : 1;
      deepest = Math.max(deepest, depth);
    }
    expect(deepest).toBeLessThan(200);
  },
);
