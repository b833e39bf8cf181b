import { renderToStaticMarkup } from 'react-dom/server';
import MarkdownView from '../../../src/components/MarkdownView';
import type { PlaceMark } from '../../../src/components/markPlaces';

const mark = (text: string, words: string, more: Partial<PlaceMark> = {}): PlaceMark => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  className: 'marked',
  ...more,
});
const render = (text: string, marks: PlaceMark[] = []) =>
  renderToStaticMarkup(<MarkdownView text={text} headingAbove={2} marks={marks} />);
const textOf = (html: string) => html.replace(/<span class="note">.*?<\/span>/g, '').replace(/<[^>]+>/g, '');

describe('places marked in rendered Markdown', () => {
  it('are exactly the words they are about, in bold, in items and in links too', () => {
    const text = '- **14:02** Checkout `web-1` [failed](https://a.test) for 37 minutes.\n- Nobody was paged.';
    for (const words of ['14:02', 'Checkout', 'failed', '37 minutes', 'Nobody was paged.']) {
      expect(render(text, [mark(text, words)])).toContain(`<span class="marked">${words}</span>`);
    }
  });

  it('may overlap, and no word is lost or told twice', () => {
    const text = 'It was **down for 37** minutes & then some.';
    const html = render(text, [
      mark(text, 'down for 37** minutes'),
      mark(text, '37', { className: 'inner' }),
      mark(text, 'minutes & then'),
      { start: -4, end: 900, className: 'everything' },
      { start: 9, end: 3, className: 'backwards' },
    ]);
    expect(textOf(html)).toBe(textOf(render(text)));
    expect(html).toContain('class="marked inner everything"');
  });

  it('show the strongest bar in the margin of their own block only', () => {
    const text = 'First.\n\n- Second. Third.\n  - Fourth.';
    const html = render(text, [
      mark(text, 'Second.', { bar: 'reworded' }),
      mark(text, 'Third.', { bar: 'new', label: '(not in your text:)' }),
    ]);
    expect(html).toMatch(/<p dir="auto">First\.<\/p>/);
    expect(html).toMatch(/<li data-bar="new">/);
    expect(html).toMatch(/<li>Fourth\.<\/li>/);
    expect(html).toContain('<span class="visually-hidden">(not in your text:) </span>');
  });

  it.each([
    ['a paragraph', 'Down for 37 minutes.', '37 minutes', /37 minutes<\/span>\.<span class="note">/],
    [
      'an item, before what is nested in it',
      '- For 37 minutes.\n  - It rained.',
      '37 minutes',
      /note<\/span>\s*<ul>/,
    ],
    ['a row', '| a |\n|---|\n| 37 minutes |', '37 minutes', /<td data-noted="true" dir="auto">/],
    ['code', '```\n37 minutes\n```', '37 minutes', /class="marked"/],
    ['nothing that is rendered', '[x]: https://a.test "37 minutes"', '37 minutes', /note<\/span>/],
  ])('keep their note in %s', (_, text, words, expected) => {
    const html = render(text, [mark(text, words, { note: { text: 'a note', className: 'note' } })]);
    expect(html).toMatch(expected);
    expect(html.split('a note')).toHaveLength(2);
  });

  it('let no HTML through, neither from the text nor from a note', () => {
    const text = 'It <img src=x onerror=alert(1)> broke.';
    const html = render(text, [
      mark(text, 'broke', { note: { text: '<script>alert(2)</script>', className: 'note' }, label: '<b>' }),
    ]);
    expect(html).not.toMatch(/<(?:img|script|b)\b/);
  });

  it('go through a full section with a mark on every word', () => {
    const text = 'word '.repeat(4_000);
    const marks = [...text.matchAll(/word/g)].map(({ index }) => ({
      start: index,
      end: index + 4,
      className: 'm',
    }));
    expect(render(text, marks).split('class="m"')).toHaveLength(4_001);
  });
});

describe('rendered Markdown in a page', () => {
  const levels = (text: string, headingAbove: number) =>
    [
      ...renderToStaticMarkup(<MarkdownView text={text} headingAbove={headingAbove} />).matchAll(/<h(\d)/g),
    ].map(([, level]) => Number(level));

  it.each([
    ['one that begins at the top', '# a\n\n## b\n\n# c', 2, [3, 4, 3]],
    ['one that leaves out levels', '# a\n\n#### b\n\n###### c\n\n## d', 2, [3, 4, 5, 4]],
    ['one that begins deep', '#### a\n\n# b', 2, [3, 3]],
    ['one below a heading of the fourth level', '# a\n\n## b\n\n### c', 4, [5, 6, 6]],
  ])('has its headings below the page’s own, no level left out: %s', (_, text, headingAbove, expected) => {
    expect(levels(text, headingAbove)).toEqual(expected);
  });

  it('reads every block in the direction of its own first letter, and code from left to right', () => {
    const html = renderToStaticMarkup(
      <MarkdownView
        text={'انقطع الدفع.\n\n- أولا\n\n> قال\n\n| أ | b |\n| --- | --- |\n| ج | d |\n\n```\nls\n```'}
        headingAbove={2}
      />,
    );
    for (const tag of ['p', 'ul', 'blockquote', 'th', 'td']) expect(html).toContain(`<${tag} dir="auto">`);
    expect(html).not.toMatch(/<pre[^>]*dir/);
  });

  it('has boxes of tasks that say whether a task is done', () => {
    const html = renderToStaticMarkup(<MarkdownView text={'- [x] a\n- [ ] b'} headingAbove={2} />);
    expect(html.match(/aria-label="(?:Done|Open)"/g)).toEqual(['aria-label="Done"', 'aria-label="Open"']);
  });
});

it.each([
  ['quotations', `${'>'.repeat(9_000)} deep`],
  ['stress', `${'*a **b '.repeat(1_300)}deep${' c** d*'.repeat(1_300)}`],
])('%s within each other, thousands of times, are shown with their words', (_, text) => {
  expect(renderToStaticMarkup(<MarkdownView text={text} headingAbove={2} />)).toContain('deep');
});
