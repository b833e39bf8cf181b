import { bundled } from '../../cloud/bundled';
import { runNode } from '../../cloud/processes';

jest.setTimeout(180_000);

/** What `npm run timeline` runs. */
const NPM_SCRIPT = ['local/bootstrap.mjs', 'local/nevermore/commandLine/timeline.ts'];

async function run(program: string[], input: string | Buffer, args: string[]) {
  const command = runNode([...program, ...args], {}, { input });
  const { code } = await command.ended;
  return { code, ...command.printed };
}
const timeline = async (input: string | Buffer, ...args: string[]) =>
  run([await bundled('timeline')], input, args);

test('prints a line for each line of a text, with the moment where date and zone are known', async () => {
  const text = '\uFEFF14:02 deploy started\r\nby hand\r\n\r\n14:05 errors\r\n';
  const { code, stdout, stderr } = await run(NPM_SCRIPT, text, [
    '--date',
    '2026-03-04',
    '--zone',
    'Europe/Rome',
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { line: 1, taken: true, at: '2026-03-04T14:02:00+01:00', told: '14:02', text: 'deploy started\nby hand' },
    { line: 2, taken: true, at: null, joins: 1, text: 'by hand' },
    { line: 3, taken: false, why: 'The line is empty.' },
    { line: 4, taken: true, at: '2026-03-04T14:05:00+01:00', told: '14:05', text: 'errors' },
  ]);
});

test.each([
  [['--date', '2026-02-29'], '--date takes a day as 2026-03-04, and “2026-02-29” is none.'],
  [['--date', 'today'], 'and “today” is none.'],
  [['--zone', 'Mars/Olympus'], 'there is no time zone “Mars/Olympus”'],
  [['--zone', 'IST'], '“IST” is the name of several time zones'],
  [['--file', 'x'], 'Usage: npm run --silent timeline'],
])('says what is wrong with %p, and exits with 1', async (args, message) => {
  const { code, stdout, stderr } = await timeline('14:02 x', ...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(message);
});

test('says where a text is not UTF-8, and exits with 1', async () => {
  const { code, stderr } = await timeline(Buffer.from('14:02 caf\xe9', 'latin1'));
  expect(code).toBe(1);
  expect(stderr).toContain('is not UTF-8: byte');
});
