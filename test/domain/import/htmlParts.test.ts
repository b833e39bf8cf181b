import { htmlToMarkdown } from '../../../domain/import/html';

const table = (...rows: string[][]) =>
  rows
    .flatMap((row, at) => [
      `| ${row.join(' | ')} |`,
      ...(at === 0 ? [`|${' --- |'.repeat(row.length)}`] : []),
    ])
    .join('\n');

it.each([
  ['breaks', '<pre>a<br>b<br/>c</pre>', '```\na\nb\nc\n```'],
  ['blocks', '<pre><div>a</div><div>b</div><p>c</pre>', '```\na\nb\nc\n```'],
  ['items', '<pre><code class="language-sql"><ol><li>a<li>b</ol></code></pre>', '```sql\na\nb\n```'],
  ['rows of a table', '<pre><table><tr><td>1<td>a<tr><td>2<td>b</table></pre>', '```\n 1 a\n 2 b\n```'],
  ['an end that is missing', '<p>x</p><pre>a\nb', 'x\n\n```\na\nb\n```'],
  ['fences in it', '<pre>```\na\n~~~~\n```</pre>', '````\n```\na\n~~~~\n```\n````'],
])('code keeps its lines, with %s', (_, html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(`${markdown}\n`);
});

it.each([
  [
    'without end tags, as minifiers write them',
    '<table><tr><th>Time<th>Event<tr><td>14:02<td>deploy<tr><td>14:05<td>alert</table>',
    table(['Time', 'Event'], ['14:02', 'deploy'], ['14:05', 'alert']),
  ],
  [
    'with its parts and none of their ends',
    '<table><thead><tr><th>A<tbody><tr><td>1<tfoot><tr><td>2</table>x',
    `${table(['A'], ['1'], ['2'])}\n\nx`,
  ],
  ['whose rows are not begun', '<table><td>a<td>b</table>', table(['a', 'b'])],
  ['that is never closed', '<table><tr><td>a<tr><td>b', table(['a'], ['b'])],
  [
    'with a caption',
    '<table><caption>What was seen</caption><tr><td>a</td></tr></table>',
    `What was seen\n\n${table(['a'])}`,
  ],
  [
    'with words beside its cells',
    '<table>one<tr>two<td>a</td>three</tr></table>',
    'one\n\nthree\n\n| two a |\n| --- |',
  ],
  [
    'with a cell over several rows',
    '<table><tr><th>Day<th>Time<th>Event<tr><td rowspan=2>4 March<td>14:02<td>deploy<tr><td>14:05<td>alert<tr><td>5 March<td>09:00<td>review</table>',
    table(
      ['Day', 'Time', 'Event'],
      ['4 March', '14:02', 'deploy'],
      ['4 March', '14:05', 'alert'],
      ['5 March', '09:00', 'review'],
    ),
  ],
  [
    'with a cell over several columns',
    '<table><tr><th>A<th>B<th>C<tr><td colspan="2">a<td>c<tr><td rowspan=2 colspan=2>d<td>e<tr><td>f</table>',
    table(['A', 'B', 'C'], ['a', '', 'c'], ['d', '', 'e'], ['d', '', 'f']),
  ],
  ['with a bar in code', '<table><tr><td><code>a|b</code><td>c</table>', table(['`a\\|b`', 'c'])],
  [
    'with blocks in a cell',
    '<table><tr><td>a<p>b</p><h3>c</h3>d<hr>e<td>f</table>',
    table(['a b c d e', 'f']),
  ],
])('a table %s keeps its cells in their columns', (_, html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(`${markdown}\n`);
});

it('no cell spans so far that a hostile table grows without bound', () => {
  const cell = '<td rowspan=0 colspan=999999>x</td>';
  expect(
    htmlToMarkdown(`<table><tr>${cell}</tr>${'<tr><td>y</td></tr>'.repeat(100)}</table>`).length,
  ).toBeLessThan(50_000);
});

it('a table that only puts a page in its place has the headings, lists and tables of the page', () => {
  const page =
    '<h1>Down</h1><h2>Impact</h2><ul><li>a</li></ul><table><tr><td>14:02</td><td>deploy</td></tr></table>';
  const plain = htmlToMarkdown(page);
  expect(htmlToMarkdown(`<table><tbody><tr><td>${page}</td></tr></tbody></table>`)).toBe(plain);
  expect(htmlToMarkdown(`<table><tr><td><table><tr><td>${page}</table></table>`)).toBe(plain);
});

it.each([
  ['<a href="https://x.test/">INC [prod] down</a>', '[INC \\[prod\\] down](https://x.test/)'],
  ['<a href="#x">INC [prod] down</a>', 'INC \\[prod\\] down'],
  ['<a href="https://x.test/a_(b)">b</a>', '[b](https://x.test/a_%28b%29)'],
  ['<p>see <a href="https://x.test"><b>the</b> graph</a>', 'see [**the** graph](https://x.test)'],
  ['<p>see <b>the <a href="https://x.test">graph</a></b>', 'see **the [graph](https://x.test)**'],
  [
    '<a href="https://x.test"><div>one</div><div>two</div></a>',
    '[one](https://x.test)\n\n[two](https://x.test)',
  ],
])('a link keeps its words and its address: %s', (html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(`${markdown}\n`);
});

it.each([
  ['<li>One<p>two</p></li>', '- One two'],
  ['<h2>One<div>two</div></h2>', '## One two'],
  ['<select><option>one<option>two</select>', 'one\n\ntwo'],
  ['<title>one<p>two', 'two'],
])('blocks that touch keep their words apart: %s', (html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(`${markdown}\n`);
});

it('a picture that an editor has put into its address is told by what it shows, not by 200,000 letters', () => {
  const embedded = `<img alt="Error rate" src="data:image/png;base64,${'A'.repeat(200_000)}">`;
  expect(htmlToMarkdown(`<p>before ${embedded} after</p>`)).toBe('before Error rate after\n');
  expect(htmlToMarkdown(`<pre>x ${embedded}</pre>`)).not.toContain('AAAA');
  expect(htmlToMarkdown('<p><img alt="Rate" src="https://a.example/r.png"></p>')).toBe(
    'Rate https://a.example/r.png\n',
  );
});
