import { importMarkdown } from '../../../domain/import';
import { htmlToMarkdown } from '../../../domain/import/html';
import { postMortemContent } from '../../../domain/postMortem/content';
import { CASES } from '../../cases/cases';
import fc from '../../properties';
import { lostWords, type Written, written } from './generated';
import { ATLASSIAN, COE, GOOGLE, PAGERDUTY } from './templates';

/** Imports it, and names the words of its author that the document does not hold as often as its source. */
function lostIn({ source, words }: Written): string[] {
  const imported = importMarkdown(source);
  expect(postMortemContent.safeParse(imported.content).error).toBeUndefined();
  return lostWords(words, imported);
}

it.each(['list', 'table', 'lines'] as const)(
  'no word of a generated document with its rows as a %s is lost',
  (rows) => {
    fc.assert(
      fc.property(written(rows), (document) => {
        expect(lostIn(document)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  },
);

it('no word of a generated page is lost on its way through Markdown', () => {
  fc.assert(
    fc.property(written('html'), ({ source, words }) => {
      const markdown = htmlToMarkdown(source);
      expect([markdown, lostIn({ source: markdown, words })]).toEqual([markdown, []]);
    }),
    { numRuns: 200 },
  );
});

describe('of a real incident no word is lost, whatever its headings are called', () => {
  const HEADINGS = [
    ['## Description', '## Root cause', '## Timeline'],
    ['## What happened', '## Contributing factors', '## Chronology'],
    ['# Fault', '# 5 Whys', '# Log'],
    ['### Notes', '### Our guess', '### Minutes'],
    ['**Summary**', '**Cause:**', '**Timeline**'],
  ];
  it.each(CASES.map((one) => [one.id, one] as const))(
    '%s',
    (_, { title, description, rootCause, timeline }) => {
      for (const [story, cause, log] of HEADINGS) {
        const source = `# ${title}\n\n${story}\n\n${description}\n\n${cause}\n\n${rootCause}\n\n${log}\n\n${timeline}\n`;
        const words = [title, description, rootCause, timeline].join(' ');
        expect(lostIn({ source, words })).toEqual([]);
      }
    },
  );
});

it.each(Object.entries({ GOOGLE, ATLASSIAN, PAGERDUTY, COE }))(
  '%s loses no word of what stands below its headings',
  (_, source) => {
    const words = source.replace(/^#+ .*$|^\|.*\|\n(?=\| ---)|\*\*[^*]+:\*\*/gm, '');
    const aside = /^(?:all|times|are|utc|severity|affected|services|incident|confluence|done|x)$/;
    expect(lostIn({ source, words }).filter((word) => !aside.test(word))).toEqual([]);
  },
);
