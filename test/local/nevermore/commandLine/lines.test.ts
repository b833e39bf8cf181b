import { linesOf } from '../../../../local/nevermore/commandLine/lines';

/** The lines of a text that comes in chunks of so many bytes. */
async function linesIn(text: string, bytes: number): Promise<string[]> {
  const all = Buffer.from(text);
  const chunks = async function* () {
    for (let from = 0; from < all.length; from += bytes) yield all.subarray(from, from + bytes);
  };
  const lines: string[] = [];
  for await (const line of linesOf(chunks())) lines.push(line);
  return lines;
}

test('a message that holds line and paragraph separators, as JSON may, is one line', async () => {
  const message = '{"text":"one\u2028two\u2029three\u0085four"}';
  expect(await linesIn(`${message}\n${message}\n`, 1_000)).toEqual([message, message]);
});

test('wherever chunks are cut, also amid a character, the lines are the same', async () => {
  const lines = ['{"text":"Größe 🐦‍⬛ 烏"}', '', 'the end has no line feed'];
  for (let bytes = 1; bytes < 12; bytes += 1) expect(await linesIn(lines.join('\n'), bytes)).toEqual(lines);
});

test('what ends with a line feed, and what holds nothing, has no line more', async () => {
  expect([await linesIn('one\r\n', 4), await linesIn('', 1)]).toEqual([['one\r'], []]);
});

test('a character that is cut off by the end is told of, not left out', async () => {
  const cut = async function* () {
    yield Buffer.from('raven 烏').subarray(0, -1);
  };
  const lines: string[] = [];
  for await (const line of linesOf(cut())) lines.push(line);
  expect(lines).toEqual(['raven \uFFFD']);
});
