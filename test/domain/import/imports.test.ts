import { postMortemToMarkdown } from '../../../domain/export/markdown';
import { type Imported, importMarkdown } from '../../../domain/import';
import { LIMITS } from '../../../domain/limits';
import { postMortemContent } from '../../../domain/postMortem/content';
import { ATLASSIAN, COE, GOOGLE, PAGERDUTY } from './templates';

/** What names a field of ours by another word is taken for ours. */
const NAMES = /^#+ .*$|^\| (?:Affected services|Action Item|Time|Ticket|Incident) .*$|^\*\*[^*]+:\*\*/gm;

/** The words of a document, apart from the names of its parts, that are neither in ours nor told as left. */
const lostFrom = (source: string, { content, left }: Imported): string[] => {
  const kept =
    ` ${JSON.stringify(content)} ${postMortemToMarkdown(content)} ${left.join(' ')} `.toLowerCase();
  return [
    ...new Set(
      source
        .replace(NAMES, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]{4,}/gu),
    ),
  ].filter((word) => !kept.includes(word));
};

describe('the outline of Google’s SRE book', () => {
  const imported = importMarkdown(GOOGLE);
  const { content, left } = imported;

  it('finds its sections, also those within others', () => {
    expect(content).toMatchObject({
      title: 'Shakespeare Sonnet++ Postmortem (incident #465)',
      summary: expect.stringContaining('down for 66 minutes'),
      impact: expect.stringContaining('1.21B queries'),
      rootCause: expect.stringContaining('Cascading failure'),
      background: expect.stringContaining('Latent bug'),
      detection: expect.stringContaining('Borgmon'),
      wentWell: '- Monitoring quickly alerted us',
      wentBadly: expect.stringContaining('out of practice'),
      gotLucky: expect.stringContaining('new sonnet'),
    });
  });

  it('finds authors, the timeline with its day and zone, and the table of actions', () => {
    expect(content.people.map(({ name, role }) => [name, role])).toEqual([
      ['jennifer', 'author'],
      ['martym', 'author'],
      ['agoogler', 'author'],
    ]);
    expect(content.timeline).toEqual([
      {
        at: '2015-10-21 14:51',
        moment: '2015-10-21T14:51:00+00:00',
        zone: 'UTC',
        text: 'News reports that a new sonnet has been discovered',
      },
      {
        at: '2015-10-21 14:53',
        moment: '2015-10-21T14:53:00+00:00',
        zone: 'UTC',
        text: 'Traffic to search increases by 88x',
      },
      {
        at: '2015-10-21 14:54',
        moment: '2015-10-21T14:54:00+00:00',
        zone: 'UTC',
        text: 'OUTAGE BEGINS — Search backends start melting down',
      },
    ]);
    expect(content.actionItems).toEqual([
      {
        text: 'Update playbook with instructions for cascading failure',
        owner: 'jennifer',
        dueDate: '',
        done: false,
        type: 'mitigate',
        ticket: 'n/a DONE',
      },
      {
        text: 'Plug file descriptor leak in search ranking subsystem',
        owner: 'agoogler',
        dueDate: '',
        done: false,
        type: 'prevent',
        ticket: 'Bug 5554825',
      },
    ]);
  });

  it('names what found no place, and keeps it', () => {
    expect(left.join('\n')).toMatch(/Supporting information: Monitoring dashboard/);
    expect(left.join('\n')).toMatch(/Status: Complete, action items in progress/);
    expect(content.description).toContain('Monitoring dashboard');
  });
});

it('the outline of Atlassian has its facts in a table and its five whys beside the cause', () => {
  const { content, left } = importMarkdown(ATLASSIAN);
  expect(content).toMatchObject({
    severity: 'SEV2',
    service: 'Confluence Cloud',
    summary: expect.stringContaining('Between 15:45'),
    background: expect.stringContaining('At 16:00'),
    description: expect.stringContaining('incorrect configuration'),
    response: expect.stringContaining('paged at 15:50'),
    resolution: expect.stringContaining('rolled back'),
    lessons: expect.stringContaining('Unit tests'),
  });
  expect(content.rootCause).toMatch(/The page failed[\s\S]*No staging test/);
  expect(content.timeline).toEqual([
    { at: '15:45', zone: 'UTC', text: 'change deployed' },
    { at: '15:50', zone: 'UTC', text: 'alert fires' },
  ]);
  expect(content.actionItems.map(({ text, done }) => [text, done])).toEqual([
    ['Put in place a test for configuration', false],
    ['Alert sooner', true],
  ]);
  expect(left.map((each) => each.split(':')[0])).toEqual([
    'Facts',
    'Timeline',
    'Backlog check',
    'Recurrence',
  ]);
});

it('the outline of PagerDuty has responders, a table of moments and tickets', () => {
  const { content, left } = importMarkdown(PAGERDUTY);
  expect(content.people).toEqual(
    [{ name: 'Ines Roy', role: 'author' }, { name: 'Ines Roy', role: 'commander' }, { name: 'Tom' }].sort(
      (a, b) => (a.role === 'author' ? 1 : 0) - (b.role === 'author' ? 1 : 0),
    ),
  );
  expect(content.timeline).toEqual([
    { at: '14:02', zone: 'UTC', text: 'Deploy starts (data link: https://x.test/graph)' },
    { at: '14:25', zone: 'UTC', text: 'Recovered' },
  ]);
  expect(content.actionItems).toEqual([
    { text: 'Add an index check', owner: 'Tom', dueDate: '', done: true, ticket: 'OPS-1' },
  ]);
  expect(left.join('\n')).toMatch(/Messaging: .*Sorry/);
});

it('a correction of error has its whys as the cause and its actions as a list', () => {
  const { content, left } = importMarkdown(COE);
  expect(content.impact).toMatch(/40,000[\s\S]*Orders arrived late/);
  expect(content.rootCause).toContain('A lock');
  expect(content.actionItems.map(({ text }) => text)).toEqual(['Add an alarm on age']);
  expect(left.join()).toContain('Incident Questions');
});

it.each(Object.entries({ GOOGLE, ATLASSIAN, PAGERDUTY, COE }))(
  '%s: no word is lost, and the document can be saved',
  (_, source) => {
    const imported = importMarkdown(source);
    expect(lostFrom(source, imported)).toEqual([]);
    expect(postMortemContent.safeParse(imported.content).error).toBeUndefined();
  },
);

it.each([
  ['nothing', ''],
  ['spaces', '  \n\n '],
  ['no heading', 'It broke at 14:02 and was mended.'],
  ['headings alone', '# A\n\n## Impact\n\n## B'],
  ['a table alone', '| a | b |\n|---|---|\n| 1 | 2 |'],
  ['front matter', '---\ntitle: "Down"\ntags: [a, b]\nseverity: sev1\nreviewer: Kim\n---\n\n## Impact\n\nx'],
  ['other line ends', '# A\r\n\r\n## Impact\r\n\r\nx\r\ny'],
  ['right to left', '# \u05e9\u05dc\u05d5\u05dd\n\n## Impact\n\n\u05e2\u05d1\u05e8'],
  ['HTML', '# A\n\n<script>alert(1)</script>\n\n## Impact\n\n<b>x</b> ![p](https://x.test/p.png)'],
])('takes %s without a loss', (_, source) => {
  const imported = importMarkdown(source, 'the file');
  expect(postMortemContent.safeParse(imported.content).error).toBeUndefined();
  expect(lostFrom(source.replace(/^---[\s\S]*?---/, 'Down Kim'), imported)).toEqual([]);
});

it('what stands in brackets in the heading of a section keeps its words, and hides the section no more', () => {
  const { content, left } = importMarkdown(
    '---\ntitle: Payments outage\n---\n\n# Down\n\n**Impact (EU only):** all of it\n\n## Root cause (by the DB team)\n\nA lock.',
  );
  expect(content).toMatchObject({ impact: '**Impact (EU only):** all of it', rootCause: 'A lock.' });
  expect(left).toEqual(['Facts: - title: Payments outage', 'Root cause (by the DB team): by the DB team']);
});

it('what is longer than ours may be is kept as far as it fits, and told whole where it does not', () => {
  const source = `# ${'long '.repeat(60)}\n\n## Description\n\n${'words and more. '.repeat(2_000)}\n\n## Timeline\n\n${Array.from(
    { length: 600 },
    (_, at) => `- 14:02 entry${at}`,
  ).join('\n')}\n\n## Glossary\n\n${'term '.repeat(4_100)}`;
  const imported = importMarkdown(source);
  expect(imported.content.timeline).toHaveLength(LIMITS.timelineEntries);
  expect(postMortemContent.safeParse(imported.content).error).toBeUndefined();
  expect(lostFrom(source, imported)).toEqual([]);
  expect(imported.left.map((each) => each.split(':')[0])).toEqual(
    expect.arrayContaining(['Glossary', 'Title', 'Timeline', 'The rest of description']),
  );
});
