import { gate } from '../../../../../domain/enhancement/gate';
import { materialFor } from '../../../../../domain/enhancement/material';
import { isHard } from '../../../../../domain/facts/finding';
import { THEME_IDS } from '../../../../../domain/themes';
import { draftOffline } from '../../../../../local/nevermore/answering/offline/draftOffline';

const document = {
  timeline: [
    { at: '13:50 UTC', text: 'deploy of payments 4.2 started' },
    { at: '14:02 UTC', text: 'error rate of checkout rose to 37 %' },
    { at: '14:31 UTC', text: 'rolled back to 4.1' },
    { at: '14:40 UTC', text: 'error rate back to normal' },
  ],
  impact: 'About 3,000 orders failed between 14:02 and 14:40 UTC. EU customers could not pay.',
  rootCause: 'The new version opened a connection for each request. We suspect the driver update.',
};

type Built = 'summary' | 'impact' | 'description';
const build = (
  section: Built,
  from: object,
  own = '',
  theme: (typeof THEME_IDS)[number] = 'professional',
) => {
  const material = materialFor(section, from).text;
  const draft = draftOffline({ section, theme, style: 'micro', source: own, material, questions: ['Who?'] });
  expect(gate({ source: own, material }, draft).findings.filter(isHard)).toEqual([]);
  return draft;
};

describe('without a model, from the rest of the document', () => {
  it('a description is the timeline as a list, every entry with its time', () => {
    expect(build('description', document)).toBe(
      [
        '- **13:50 UTC** Deploy of payments 4.2 started.',
        '- **14:02 UTC** Error rate of checkout rose to 37 %.',
        '- **14:31 UTC** Rolled back to 4.1.',
        '- **14:40 UTC** Error rate back to normal.\n\n**Still open:**\n\n- [TODO: Who?]',
      ].join('\n'),
    );
  });

  it('a summary says what happened, whom it hurt, why and how it ended, and not all there is', () => {
    const summary = build('summary', document);
    for (const told of ['13:50', '3,000 orders', 'connection for each request', '14:40']) {
      expect(summary).toContain(told);
    }
    expect(summary).not.toContain('EU customers');
  });

  it('an impact that nobody wrote down is what was seen to break, and the question stays', () => {
    const impact = build('impact', { timeline: document.timeline });
    expect(impact).toContain('37 %');
    expect(impact).toContain('[TODO: Who?]');
    expect(impact).not.toContain('4.1');
  });

  it.each(THEME_IDS)('in %s all that the author has written in the section stays', (theme) => {
    const own = 'Nobody paged the database team until 14:20 UTC.';
    expect(build('description', document, own, theme)).toMatch(
      /14:20 UTC\*\* Nobody paged the database team until then/,
    );
  });

  it('where nothing tells of it there are questions and nothing else, in no voice', () => {
    expect(build('impact', { lessons: 'Tests are good.' }, '', 'addams')).toBe(
      '**Open questions:**\n\n- [TODO: Who?]',
    );
  });
});
