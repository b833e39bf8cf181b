import { htmlToMarkdown } from '../../../domain/import/html';

/** A paragraph as Word puts an item of a list on the clipboard: its mark is text that Word would leave out. */
const item = (words: string, level: number, mark: string, list = 'l0') =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:${list} level${level} lfo1'>` +
  `<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}` +
  `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

it('lists from Word are lists, with their levels, and numbers where Word has numbers', () => {
  const html =
    '<p class=MsoNormal>What we did:<o:p></o:p></p>' +
    item('Rolled <b>back</b>', 1, '·') +
    item('in eu-west-1', 2, 'o') +
    item('Told support', 1, '·') +
    '<p class=MsoNormal>In this order:<o:p></o:p></p>' +
    item('stop', 1, '1.', 'l1') +
    item('wait', 1, '2.', 'l1') +
    item('a minute', 2, 'a.', 'l1') +
    '<p class=MsoNormal>Done.<o:p></o:p></p>';
  expect(htmlToMarkdown(html)).toBe(
    'What we did:\n\n- Rolled **back**\n   - in eu-west-1\n- Told support\n\nIn this order:\n\n' +
      '1. stop\n2. wait\n   1. a minute\n\nDone.\n',
  );
});

it('what Word calls bold stays bold, whatever it says of other scripts', () => {
  expect(htmlToMarkdown("<p>At <b style='mso-bidi-font-weight:normal'>14:02</b></p>")).toBe('At **14:02**\n');
  expect(htmlToMarkdown("<p>At <b style='font-weight:normal'>14:02</b></p>")).toBe('At 14:02\n');
});

it('an emoji of a chat is its sign, without the address of its picture', () => {
  expect(
    htmlToMarkdown(
      '<p>down <img itemtype="http://schema.skype.com/Emoji" alt="😄" src="https://statics.example/x.png"> <img alt=":fire:" data-stringify-type="emoji" src="https://emoji.example/fire.png"></p>',
    ),
  ).toBe('down 😄 :fire:\n');
  expect(htmlToMarkdown('<p><img alt="a graph" src="https://x.example/g.png"></p>')).toBe(
    'a graph https://x.example/g.png\n',
  );
});
