import { SECTION_IDS } from '../../../domain/sections';
import { belongsElsewhere } from '../../../domain/story';
import { NOTES } from '../../local/nevermore/answering/offline/notes';

const offered = (section: (typeof SECTION_IDS)[number], text: string) =>
  belongsElsewhere(section, text).map((one) => [
    one.section,
    one.statements.map((statement) => statement.text),
  ]);

it('offers what a description tells of impact and of causes, and leaves the story', () => {
  expect(offered('description', NOTES.certificate)).toEqual([
    ['rootCause', ['nobody got the renewal mail bc it went to someone who left in june.']],
    ['impact', ['maybe 3k orders lost, finance is checking']],
  ]);
});

it('offers what a long summary can do without to the description: what happened, to whom and how it ended stays', () => {
  const [[home, moved] = []] = offered('summary', NOTES.certificate);
  expect(home).toBe('description');
  expect(moved).toEqual([
    'all svc to svc calls 503.',
    'pagerduty fired 03:04.',
    'took till 03:31 to figure out its the cert, dashboards also down (same cert lol).',
  ]);
  expect(offered('summary', NOTES.prose)).toEqual([]);
});

it('offers nothing that is at home already, or not sure', () => {
  expect(offered('impact', 'Roughly 1,900 mails bounced. 8,412 customers were charged twice.')).toEqual([]);
  expect(offered('rootCause', 'The root cause was a misconfigured timeout.')).toEqual([]);
  expect(offered('description', 'The service is written in Go.')).toEqual([]);
});

it('points into the text, so that a move can cut exactly there', () => {
  for (const section of SECTION_IDS) {
    for (const text of Object.values(NOTES)) {
      for (const { statements } of belongsElsewhere(section, text)) {
        for (const { start, end, text: words } of statements) expect(text.slice(start, end)).toBe(words);
      }
    }
  }
});
