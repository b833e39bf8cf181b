import type { TimelineEntry } from '../../../domain/postMortem';
import { pastedEntries } from '../../../domain/timeline/pasted';

const ABOVE: TimelineEntry = {
  at: '14:02',
  text: 'deploy',
  moment: '2026-03-04T14:02:00+01:00',
  zone: 'Europe/Rome',
};

it('pasted lines are rows, one a line with words, on the day and in the zone of the row above', () => {
  expect(pastedEntries('14:05 alert\nsomebody looks\n\n14:31 rolled back', ABOVE)).toEqual([
    {
      at: '14:05',
      text: 'alert',
      kind: 'detection',
      moment: '2026-03-04T14:05:00+01:00',
      zone: 'Europe/Rome',
      source: 'text',
    },
    { at: '', text: 'somebody looks' },
    {
      at: '14:31',
      text: 'rolled back',
      kind: 'mitigation',
      moment: '2026-03-04T14:31:00+01:00',
      zone: 'Europe/Rome',
      source: 'text',
    },
  ]);
});

it('lines without any time are rows without one, and no word is lost', () => {
  expect(pastedEntries('first\nsecond\n🐦 third', undefined)).toEqual([
    { at: '', text: 'first' },
    { at: '', text: 'second' },
    { at: '', text: '🐦 third' },
  ]);
});

it('a message of a chat is one row, however many lines it has', () => {
  expect(
    pastedEntries('Ann  2:02 PM\nout\nand more\nBob  2:04 PM\nerrors', ABOVE).map(({ text }) => text),
  ).toEqual(['Ann: out\nand more', 'Bob: errors']);
});

it('what goes on with a line of a log, or stands under a time alone, is in its row', () => {
  const log = '2026-03-04T14:02:11Z ERROR x\n  at y.ts:1\n2026-03-04T14:02:12Z INFO z';
  expect(pastedEntries(log, ABOVE).map(({ text }) => text)).toEqual(['ERROR x\nat y.ts:1', 'INFO z']);
  expect(
    pastedEntries('14:02\ndeploy started\n14:05\nalert', ABOVE).map(({ at, text }) => [at, text]),
  ).toEqual([
    ['14:02', 'deploy started'],
    ['14:05', 'alert'],
  ]);
});

it('the zone of a row that told its own holds for nobody else', () => {
  const [row] = pastedEntries('14:05 alert\n14:06 x', { ...ABOVE, at: '14:02 UTC', zone: 'UTC' });
  expect(row?.moment).toBeUndefined();
});
