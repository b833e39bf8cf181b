import { write } from '../../../domain/export/frontMatter';
import { importMarkdown } from '../../../domain/import';
import { emptyPostMortem } from '../../../domain/postMortem';

const document = {
  ...emptyPostMortem('Checkout "down": <b>, @here & [more]'),
  severity: 'SEV1' as const,
  status: 'PUBLISHED' as const,
  service: 'payments # eu',
  tags: ['on-call', 'Größe'],
  startedAt: '2026-03-04T14:02:00.000Z',
  resolvedAt: '2026-03-04T14:40:00.000Z',
  summary: 'It broke.',
};

it('facts stand in front of the text, by names that site generators know', () => {
  const { text } = write(document);
  expect(text.split('\n').slice(0, 9)).toEqual([
    '---',
    String.raw`title: "Checkout \"down\": \u003cb\u003e, \u0040here \u0026 \u005bmore\u005d"`,
    'severity: "SEV1"',
    'status: "Published"',
    String.raw`service: "payments \u0023 eu"`,
    'tags: ["on-call", "Größe"]',
    'started: 2026-03-04T14:02:00Z',
    'resolved: 2026-03-04T14:40:00Z',
    '---',
  ]);
  expect(text).not.toContain('# Checkout');
});

it('comes back as it went', () => {
  const { content, left } = importMarkdown(write(document).text);
  expect(left).toEqual([]);
  expect({ ...content, startedAt: Date.parse(content.startedAt ?? ''), resolvedAt: null }).toMatchObject({
    title: document.title,
    severity: 'SEV1',
    service: document.service,
    tags: document.tags,
    startedAt: Date.parse(document.startedAt),
    summary: 'It broke.',
  });
});
