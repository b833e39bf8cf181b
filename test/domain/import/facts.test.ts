import { importMarkdown } from '../../../domain/import';

const factsOf = (lines: string) => importMarkdown(`# Down\n\n${lines}\n\n## Summary\n\nIt broke.`);

it.each([
  ['4 March 2026, 14:02 UTC', '2026-03-04T14:02:00.000Z'],
  ['Wed, Mar 4, 2026 at 3:02 PM CET', '2026-03-04T14:02:00.000Z'],
  ['2026-03-04 14:02 +01:00', '2026-03-04T13:02:00.000Z'],
  ['2026-03-04T14:02:05.250Z', '2026-03-04T14:02:05.250Z'],
  ['2026-03-04 09:02 Europe/Rome', '2026-03-04T08:02:00.000Z'],
])('a moment that tells day, time and zone in words is read: %s', (told, instant) => {
  const { content, left } = factsOf(`Started: ${told}`);
  expect(content.startedAt).toBe(instant);
  expect(left).toEqual([]);
});

it.each([
  '14:05',
  'TBD',
  'By rolling back the deploy.',
  '4 March 2026',
  '4 March, 14:02 UTC',
  '03/04/2026 14:02 UTC',
  '2026-02-30 14:02 +01:00',
  '2026-02-30 14:02 UTC',
  '2026-03-04 14:02 IST',
  '2026-03-04 14:02',
])('a moment that cannot be known is none, and keeps its words: %s', (told) => {
  for (const source of [factsOf(`Resolved: ${told}`), factsOf(`## Resolved\n\n${told}`)]) {
    expect(source.content.resolvedAt).toBeNull();
    expect(source.left).toEqual([expect.stringContaining(told)]);
    expect(source.content.description).toContain(told);
  }
});

it.each([
  ['SEV2', 'SEV2'],
  ['P1', 'SEV1'],
  ['3', 'SEV3'],
  ['Major', 'SEV2'],
  ['SEV-2 (major)', 'SEV2'],
  ['SEV4 (Low: no visible impact, or a near miss)', 'SEV4'],
])('a severity that is told alone is ours, with nothing left over: %s', (told, severity) => {
  const { content, left } = factsOf(`**Severity:** ${told}`);
  expect(content.severity).toBe(severity);
  expect(left).toEqual([]);
});

it.each([
  ['SEV2 - all EU customers could not pay, contract penalty applies', 'SEV2'],
  ['Critical. 4,200 payments failed and 31 customers called.', 'SEV1'],
  ['SEV2 (critical)', 'SEV2'],
  ['SEV0', 'SEV1'],
  ['Not critical: 3 users saw it', undefined],
])('what stands beside a severity is kept: %s', (told, severity) => {
  for (const source of [factsOf(`**Severity:** ${told}`), factsOf(`## Severity\n\n${told}`)]) {
    expect(source.content.severity).toBe(severity ?? importMarkdown('# x').content.severity);
    expect(source.left).toEqual([expect.stringContaining(told)]);
    expect(source.content.description).toContain(told);
  }
});

it.each([
  ['a quote', '> so said the pager'],
  ['code', '```\nexit 1\n```'],
  ['a table', '| Level | Why |\n|---|---|\n| SEV2 | half of them |'],
])('%s under the heading of a fact is kept', (_, block) => {
  const { content, left } = factsOf(`## Severity\n\nSEV2\n\n${block}`);
  expect(content.description).toContain(block);
  expect(left).toHaveLength(1);
});

it('a zone in the label of a moment is that of the moment, and other words there are kept', () => {
  const { content, left } = factsOf(
    'Start time (UTC): 2026-03-04 14:02\nResolved (for the EU): 2026-03-04 15:02 UTC\nService (public name): Pay',
  );
  expect(content).toMatchObject({
    startedAt: '2026-03-04T14:02:00.000Z',
    resolvedAt: '2026-03-04T15:02:00.000Z',
    service: 'Pay',
  });
  expect(left.join()).toContain('Resolved (for the EU)');
  expect(left.join()).toContain('Service (public name)');
  expect(left.join()).not.toContain('Start time');
});

describe('the severity of an import', () => {
  const severityOf = (source: string) => importMarkdown(source).content.severity;

  it.each([
    ['Severity: critical', 'SEV1'],
    ['Severity: Major', 'SEV2'],
    ['Priority: P1', 'SEV1'],
    ['Priority: P2 - High', 'SEV2'],
    ['Impact: critical', 'SEV1'],
    ['Impact: Major', 'SEV2'],
    ['Impact: critical\n- Severity: SEV2', 'SEV2'],
    ['Severity: SEV2\n- Impact: critical', 'SEV2'],
  ])('is told by “%s”', (line, severity) => {
    expect(severityOf(`# Down\n\n- ${line}\n- Reported by: Kim\n`)).toBe(severity);
  });

  it.each([
    ['a paragraph', '# Down\n\n**Impact:** critical\n'],
    ['a section', '# Down\n\n## Impact\n\nCritical\n'],
    ['a table', '# Down\n\n| Field | Value |\n| --- | --- |\n| Impact | critical |\n'],
    ['front matter', '---\nimpact: critical\n---\n\n# Down\n'],
  ])('is told by one word of impact in %s too, and the word stays', (_, source) => {
    const { content, left } = importMarkdown(source);
    expect(content.severity).toBe('SEV1');
    expect(`${content.impact} ${content.description} ${left}`).toMatch(/critical/i);
  });

  it.each([
    'critical services were slow',
    'critical for two customers',
    'not critical',
    'major and minor',
    'Critical path untouched.',
    'none',
    'high',
    'low',
  ])('is never made of a sentence of impact: “%s”', (impact) => {
    const untold = severityOf('# Down\n\nIt broke.\n');
    for (const source of [
      `# Down\n\n- Impact: ${impact}\n`,
      `# Down\n\n**Impact:** ${impact}\n`,
      `# Down\n\n## Impact\n\n${impact}\n`,
      `---\nimpact: ${impact}\n---\n\n# Down\n`,
    ])
      expect(severityOf(source)).toBe(untold);
  });
});
