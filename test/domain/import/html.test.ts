import { setTimeout } from 'node:timers/promises';
import { importMarkdown } from '../../../domain/import';
import { HTML_TOLD, htmlToMarkdown, pageToMarkdown, readHtml } from '../../../domain/import/html';

const PASTED = `<html><body><!--StartFragment--><style>p{color:red}</style>
<h1 style="x">Checkout &amp; cart down</h1><p><b>Severity:</b> SEV2</p>
<h2><span>Impact</span></h2><p>About 3&nbsp;000 orders failed, see <a href="https://x.test/a">the graph</a>.</p>
<h2>Timeline</h2><table><tr><th><p>Time</p></th><th>Event</th></tr><tr><td><p>14:02</p></td><td>Deploy<br>starts</td></tr></table>
<h2>Action items</h2><ul><li><input type="checkbox" checked>Add a lock</li><li><p>Tell support</p></li></ul>
<h2>Root cause</h2><ol><li>One<ul><li>Inner</li></ul></li><li>Two</li></ol><pre>a &lt; b
c</pre></body></html>`;

it('a document pasted from an editor becomes the post-mortem that it looks like', () => {
  const { content, left } = importMarkdown(htmlToMarkdown(PASTED));
  expect(content).toMatchObject({ title: 'Checkout & cart down', severity: 'SEV2' });
  expect(content.impact).toBe('About 3 000 orders failed, see [the graph](https://x.test/a).');
  expect(content.timeline).toEqual([{ at: '14:02', text: 'Deploy starts' }]);
  expect(content.actionItems.map(({ text }) => text.replace(/^\[.\] /, ''))).toEqual([
    'Add a lock',
    'Tell support',
  ]);
  expect(content.rootCause).toContain('1. One');
  expect(content.rootCause).toContain('- Inner');
  expect(content.rootCause).toContain('```\na < b\nc\n```');
  expect(left).toEqual([]);
});

it.each(['<blockquote>', '<blockquote type="cite"><blockquote>'])(
  'a document that was forwarded, all of it quoted, has its sections: %s',
  (quote) => {
    const { content, left } = importMarkdown(htmlToMarkdown(quote + PASTED));
    expect(content).toEqual(importMarkdown(htmlToMarkdown(PASTED)).content);
    expect(left).toEqual([]);
  },
);

it.each([
  '<script>alert(1)</script><p>x</p>',
  '<p onclick="y">x<img src=q onerror=z></p>',
  '<a href="javascript:y">x</a>',
  '<svg><script>y</script></svg>x',
  '<iframe src="https://y"></iframe>x',
  '<p>x &lt;script&gt;y',
  '<style>y</style>x<!-- y',
])('nothing of hostile HTML acts, and its text stays: %j', (html) => {
  const markdown = htmlToMarkdown(html);
  expect(markdown).toContain('x');
  expect(markdown).not.toMatch(/(?<!\\)<|javascript:/);
});

it.each([
  ['<p>It was <b>very </b>bad</p>', 'It was **very** bad'],
  ['<p><strong>Two</strong> <em>pods</em> <code>a*b</code> <s>died</s></p>', '**Two** *pods* `a*b` ~~died~~'],
  [
    '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span> text</p></b>',
    '**Bold** text',
  ],
  [
    '<p><span style="font-weight:700">a</span><span style="font-weight:700">b</span> <i>c</i></p>',
    '**ab** *c*',
  ],
  ['<h2><b>Why</b></h2><p>x', '## Why\n\nx'],
  ['<table><tr><th><b>A</b></th></tr><tr><td><i>1</i></td></tr></table>', '| **A** |\n| --- |\n| *1* |'],
  ['<p><b>one</p><p>two</b> three</p>', 'one\n\n**two** three'],
  ['<p><b></b>x</p>', 'x'],
  ['<p><code>a`b</code></p>', '`` a`b ``'],
])('what stands out in %j stands out in Markdown', (html, expected) => {
  expect(htmlToMarkdown(html).trim()).toBe(expected);
});

/** Milliseconds; linear work needs about 50 of them, and the square took from 33,000 to 165,000. */
const TIME_LIMIT = 15_000;

it.each([
  ['a picture written as letters, without a blank', `<p>${'QUJDREVG'.repeat(25_000)}</p>`, 200_000],
  ['lines that are empty, between words', `<p>a${'<br>'.repeat(50_000)}b</p>`, 100_002],
])(
  'is done with %s, in time',
  async (_, html, length) => {
    expect(htmlToMarkdown(html).trim()).toHaveLength(length);
    // The runner cannot stop work in progress; here it gets the turn in which it fails a test that took too long.
    await setTimeout(0);
  },
  TIME_LIMIT,
);

it('takes a long paste in a moment, broken or not', () => {
  expect(htmlToMarkdown('<p>word '.repeat(50_000)).length).toBeGreaterThan(100_000);
  // A line without end keeps its words and loses their looks.
  expect(htmlToMarkdown('<b>x</b> '.repeat(20_000)).match(/x/g)).toHaveLength(20_000);
  expect(htmlToMarkdown('<'.repeat(100_000)).length).toBeGreaterThan(0);
  expect(htmlToMarkdown('<a href="'.repeat(5_000)).length).toBeGreaterThan(0);
});

it.each([
  ['a quote', '<blockquote><p>one</p><p>two</p></blockquote><p>after</p>', '> one\n>\n> two\n\nafter'],
  [
    'in its row what is quoted, listed or set as code in a cell',
    '<table><tr><td>14:02</td><td><blockquote>Paged</blockquote></td></tr><tr><td><ul><li>a</li><li>b</li></ul></td><td><pre>c</pre></td></tr></table>',
    '| 14:02 | Paged |\n| --- | --- |\n| a b | c |',
  ],
  [
    'the bullet of an item that is a quote',
    '<ul><li><blockquote><p>x</p></blockquote></li><li>y<blockquote>z</blockquote></li></ul><p>after</p>',
    '- x\n- y\n\n> z\n\nafter',
  ],
  [
    'a list after a table whose rows are not closed',
    '<table><tr><td>a</td></table><ul><li>x</li></ul>',
    '| a |\n| --- |\n\n- x',
  ],
  [
    'a quote within a document that was forwarded',
    '<blockquote><blockquote><h2>Impact</h2><p>a</p><blockquote>b</blockquote></blockquote>c</blockquote><blockquote>d</blockquote>',
    '## Impact\n\na\n\n> b\n\nc\n\n> d',
  ],
  [
    'a list without gaps',
    '<ul>\n<li>one\n<ul><li>deep</li></ul></li>\n<li>two</li></ul>',
    '- one\n   - deep\n- two',
  ],
  [
    'the number that a list begins with',
    '<p>a</p><ol start="3"><li>x</li><li>y</li></ol>',
    'a\n\n3. x\n4. y',
  ],
  ['what is ticked', '<ul><li>☑ done</li><li>☐ open</li></ul>', '- [x] done\n- [ ] open'],
  [
    'underscores around a word, which stress nothing',
    '<p>set _x_ in snake_case</p>',
    'set \\_x\\_ in snake_case',
  ],
  ['an address with underscores', '<p>see https://x.test/_a_b_/c</p>', 'see https://x.test/_a_b_/c'],
  ['an address that is a link', '<a href="mailto:a@b.test">a@b.test</a>', 'a@b.test'],
])('keeps %s', (_, html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(`${markdown}\n`);
});

it('the title in the head of a page is its heading where it has none, and never a paragraph of the text', () => {
  const page = (body: string) =>
    `<html><head><title>Checkout\n down</title></head><body>${body}</body></html>`;
  expect(pageToMarkdown(page('<p>It broke.</p>'))).toBe('# Checkout down\n\nIt broke.\n');
  expect(pageToMarkdown(page('<h1>Down</h1><p>It broke.</p>'))).toBe('# Down\n\nIt broke.\n');
  expect(htmlToMarkdown(page('<p>It broke.</p>'))).toBe('It broke.\n');
});

describe('what HTML holds and Markdown here does not is told', () => {
  it('quotes two thousand deep, of which no word is lost', () => {
    const depth = 2_000;
    const words = Array.from({ length: depth }, (_, at) => `word${at}`);
    const html = `${words.map((word) => `<blockquote>${word}`).join('')}${'</blockquote>'.repeat(depth)}`;
    const { markdown, told } = readHtml(html);
    expect(markdown.match(/word\d+/g)).toEqual(words);
    expect(told).toEqual([HTML_TOLD.quotes]);
    expect(readHtml('<blockquote>'.repeat(5).concat('five')).told).toEqual([]);
  });

  it('pictures, and neither faces in a chat nor a counter of readers', () => {
    expect(readHtml('<p>x <img src="https://a.test/b.png" alt="Rate"></p>').told).toEqual([
      HTML_TOLD.pictures,
    ]);
    expect(readHtml('<pre>x <img src="data:image/png;base64,AAAA"></pre>').told).toEqual([
      HTML_TOLD.pictures,
    ]);
    for (const html of [
      '<p>Done <img alt=":tada:" src="https://a.test/t.png"></p>',
      '<p>Done <img alt="🎉" src="https://a.test/t.png"></p>',
      '<p>x<img src="https://a.test/counter" width="1" height="1"></p>',
    ])
      expect(readHtml(html).told).toEqual([]);
  });
});
