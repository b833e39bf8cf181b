import { type Clipboard, meantBy } from '../../../../../src/features/editor/writing/pasting';

const clipboard = (given: Partial<Clipboard>): Clipboard => ({
  plain: '',
  html: '',
  hasFile: false,
  words: '',
  asItStands: false,
  ...given,
});

it('plain text is pasted by the browser, whose undo knows it', () => {
  expect(meantBy(clipboard({ plain: '**as typed**' }))).toEqual({ kind: 'browser' });
});

it('text that comes with a picture is pasted, and the picture is not dropped without a word', () => {
  const note = expect.stringMatching(/cannot be kept.*paste its link/);
  const plain = 'The error rate:';
  const html = '<p>The error rate:</p><p><img src="data:image/png;base64,AAAA"></p>';
  expect(meantBy(clipboard({ plain, html }))).toEqual({ kind: 'text', text: plain, note });
  expect(meantBy(clipboard({ plain, hasFile: true }))).toEqual({ kind: 'text', text: plain, note });
  expect(meantBy(clipboard({ plain: 'red\u0007', html }))).toEqual({
    kind: 'text',
    text: 'red',
    note: expect.stringMatching(/Control characters.*cannot be kept/),
  });
  // Whoever asks for the plain text has it, and a sheet of numbers comes with a picture of itself.
  expect(meantBy(clipboard({ plain, html, asItStands: true }))).toEqual({ kind: 'browser' });
  expect(meantBy(clipboard({ plain, html: '<p>x</p>', hasFile: true }))).toEqual({ kind: 'browser' });
});

it('a picture is refused with a word on what to do, and never when text came with it', () => {
  expect(meantBy(clipboard({ hasFile: true }))).toEqual({
    kind: 'nothing',
    note: expect.stringMatching(/cannot be kept.*paste its link/),
  });
  expect(meantBy(clipboard({ plain: 'text', hasFile: true }))).toMatchObject({ kind: 'text', text: 'text' });
  const copied = meantBy(clipboard({ hasFile: true, html: '<img src="https://x.test/a.png" alt="Graph">' }));
  expect(copied).toMatchObject({ kind: 'text', text: '[Graph](https://x.test/a.png)' });
});

it('Ctrl-Shift-V pastes the text as it stands, and still without control characters', () => {
  const html = '<h1>Title</h1>';
  const words = 'the graph';
  expect(meantBy(clipboard({ plain: 'Title', html }))).toEqual({ kind: 'document' });
  expect(meantBy(clipboard({ plain: 'Title', html, asItStands: true }))).toEqual({ kind: 'browser' });
  const address = 'https://x.test';
  expect(meantBy(clipboard({ plain: address, words }))).toMatchObject({ kind: 'text' });
  expect(meantBy(clipboard({ plain: address, words, asItStands: true }))).toEqual({ kind: 'browser' });
  expect(meantBy(clipboard({ plain: '\u001b[31mred\u0007', asItStands: true }))).toMatchObject({
    kind: 'text',
    text: 'red',
  });
});
