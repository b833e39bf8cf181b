import { linkedPicture, linkedWords, looksLikeDocument } from '../../../domain/import/pasted';

it.each([
  ['the dashboard', 'https://grafana.test/d/1', '[the dashboard](https://grafana.test/d/1)'],
  [' the graph ', ' https://x.test/a \n', ' [the graph](https://x.test/a) '],
  ['Ann', 'mailto:ann@x.test', '[Ann](mailto:ann@x.test)'],
  ['a [b] c', 'https://x.test', '[a [b] c](https://x.test)'],
  ['a ] b', 'https://x.test', '[a \\] b](https://x.test)'],
  ['wiki', 'https://x.test/a_(b)', '[wiki](https://x.test/a_%28b%29)'],
])('an address pasted over %j links it', (words, pasted, expected) => {
  expect(linkedWords(words, pasted)).toBe(expected);
});

it.each([
  ['', 'https://x.test', 'nothing is selected'],
  ['  ', 'https://x.test', 'blanks are selected'],
  ['one\ntwo', 'https://x.test', 'lines are selected'],
  ['https://old.test', 'https://new.test', 'an address takes another one’s place'],
  ['[a](https://b.test)', 'https://x.test', 'a link is selected'],
  ['words', 'javascript:alert(1)', 'it would run'],
  ['words', 'two https://x.test', 'it is text'],
])('over %j, %j means itself: %s', (words, pasted) => {
  expect(linkedWords(words, pasted)).toBeNull();
});

it('a picture copied from a page is kept as a link to it, and one that is on no page is not', () => {
  expect(linkedPicture('<img alt="Error rate" src="https://x.test/a.png?b=1&amp;c=2">')).toBe(
    '[Error rate](https://x.test/a.png?b=1&c=2)',
  );
  expect(linkedPicture("<img src='https://x.test/a.png'>")).toBe('[Picture](https://x.test/a.png)');
  for (const html of ['', '<img src="data:image/png;base64,AA">', '<img src="file:///a.png">', '<p>a</p>']) {
    expect(linkedPicture(html)).toBeNull();
  }
});

it('HTML that says no more than its text is pasted as text', () => {
  expect(
    looksLikeDocument('<meta charset="utf-8"><div><span style="color:red">const a = 1</span></div>'),
  ).toBe(false);
  for (const html of ['<h2>a</h2>', '<ul><li>a</ul>', '<p>see <a href="https://x.test">it</a></p>']) {
    expect(looksLikeDocument(html)).toBe(true);
  }
});
