import { MARKDOWN } from '../../../domain/export';
import { write } from '../../../domain/export/slack';
import type { TimelineEntry } from '../../../domain/postMortem';
import { emptyPostMortem } from '../../../domain/postMortem';

const row = (at: string, zone?: string): TimelineEntry => ({ at, text: 'deploy', ...(zone && { zone }) });
const cell = (at: string, zone?: string) =>
  /\| ([^|]+) \| deploy/.exec(MARKDOWN.now({ ...emptyPostMortem('x'), timeline: [row(at, zone)] }))?.[1];

it.each([
  ['2026-03-04T14:02:00Z', 'Europe/Rome', '2026-03-04T14:02:00Z'],
  ['2026-03-04T09:02:00-05:00', 'Europe/Rome', '2026-03-04T09:02:00-05:00'],
  ['14:02 CET', 'Europe/Rome', '14:02 CET'],
  ['1772632920.0002', 'Europe/Rome', '1772632920.0002'],
  ['14:02', 'Europe/Rome', '14:02 Europe/Rome'],
  ['14:02 UTC', 'UTC', '14:02 UTC'],
  ['2:02 PM (EDT)', 'Europe/Rome', '2:02 PM (EDT)'],
  ['14:02 America/New_York', 'Europe/Rome', '14:02 America/New_York'],
  ['2026-03-04', 'Europe/Rome', '2026-03-04 Europe/Rome'],
  ['AT 14:02', 'Europe/Rome', 'AT 14:02 Europe/Rome'],
  ['14:02', undefined, '14:02'],
])('the time %s with the zone %s is told with one zone: %s', (at, zone, told) => {
  expect(cell(at, zone)).toBe(told);
});

const LINK = 'https://wiki.example.com/runbook';

it.each([
  ['a heading', `# See [runbook](${LINK})`],
  ['the head of a table', `| [Time](${LINK}) | What |\n| --- | --- |\n| 14:02 | deploy |`],
  ['the first cell of a row', `| Time | What |\n| --- | --- |\n| [14:02](${LINK}) | deploy |`],
  ['a heading by reference', `## [Runbook][r]\n\n[r]: ${LINK}`],
])('Slack is told where a link in %s leads', (_, summary) => {
  expect(write({ ...emptyPostMortem('x'), summary }).text).toContain(`(<${LINK}>)`);
});

it('an address that a heading tells itself is not told twice', () => {
  const { text } = write({ ...emptyPostMortem('x'), summary: `# <${LINK}>` });
  expect(text.split(LINK)).toHaveLength(2);
});

it.each([
  [
    'in a list',
    (code: string) => `- Seen:\n\n  \`\`\`\n${code.replace(/^/gm, '  ')}\n  \`\`\`\n- Then fixed`,
  ],
  ['of its own', (code: string) => `\`\`\`\n${code}\n\`\`\`\n\nThen fixed`],
])('a block of code %s that is longer than a message is code in each of them', (_, around) => {
  const lines = Array.from({ length: 700 }, (_, at) => `line ${at} of the log`);
  const { messages = [] } = write({ ...emptyPostMortem('x'), summary: around(lines.join('\n')) });
  expect(messages.length).toBeGreaterThan(2);
  const inCode = messages.flatMap((message) => {
    const parts = message.split('```');
    // Each fence that opens is closed, and every line of the log stands within.
    expect(parts.length % 2).toBe(1);
    return parts
      .filter((_part, at) => at % 2 === 1)
      .flatMap((part) => part.match(/line \d+ of the log/g) ?? []);
  });
  expect(inCode).toEqual(lines);
  expect(messages.join('\n')).toContain('Then fixed');
  expect(messages.every(({ length }) => length <= 4_000)).toBe(true);
});
