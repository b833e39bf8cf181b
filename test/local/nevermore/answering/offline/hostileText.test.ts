import { SECTION_IDS } from '../../../../../domain/sections';
import { THEME_IDS } from '../../../../../domain/themes';
import { draftOffline } from '../../../../../local/nevermore/answering/offline/draftOffline';
import { judgeOffline } from '../../../../../local/nevermore/answering/offline/judgeOffline';
import { wordsIn } from '../../../../../local/nevermore/answering/offline/values';
import fc from '../../../../properties';

const PIECES = [
  ...'`~*_#>|-+.!?:;,()[]"“”<=\\/ \n\t'.split(''),
  '```',
  '~~~',
  '**',
  '\n\n',
  '\r\n',
  '- ',
  '1. ',
  '10) ',
  '> ',
  '### ',
  '---',
  '| a | b |\n|---|---|\n',
  '• ',
  'Impact:',
  '**Impact:** ',
  'Resolution: - ',
  '14:02 ',
  '2020-02-18 14:22 ',
  'e.g. ',
  'approx. ',
  'https://a.b/c?d=e. ',
  '[TODO: ',
  '[TODO: error rate]',
  'word',
  'Word. ',
  'we ',
  'no ',
  'v1.270.0',
  '`code  x`',
  '<b>',
  '\u2028',
  '\u0000',
  '🦇',
];
const markdownish = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  markdownish,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme' }),
);
const request = fc.record({
  section: fc.constantFrom(...SECTION_IDS),
  theme: fc.constantFrom(...THEME_IDS),
  style: fc.constantFrom('micro' as const, 'lite' as const),
  source: anyText,
});

/** Short forms such as "db" and "bc" are spelled out; none of them that is made here has four letters. */
const SHORTEST_KEPT = 4;
/** Words that go with a time in front: "by 13:40" becomes "by then", "approx. 14:02" becomes "~14:02". */
const BESIDE_A_TIME = new Set(['approx', 'approximately', 'at', 'and', 'then', 'todo']);
const LENGTH = 20_000;
const fill = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
/** Texts on which careless patterns and searches take quadratic time or worse. */
const TIRESOME = [
  '.',
  '!?',
  ')',
  '(',
  '[',
  '"',
  '“',
  '`',
  '` `` ',
  '*',
  '**a',
  '_',
  '-',
  '- ',
  '- \n',
  '\n',
  ' ',
  '\t',
  'a',
  'a.',
  'a. ',
  'a\n',
  'A b: ',
  '|',
  '|-',
  '#',
  '# ',
  '> ',
  '~~~\n',
  'http://',
  'https://a)',
  '1. ',
  '14:02 a. ',
  '14:02 a\n',
  'Impact: ',
  'Impact: - ',
  '[TODO: ',
  '**Impact, ',
  '.)',
  '... ',
  'no\u00a0',
  '🦇',
  'was "x. y" ',
  '\u0000',
];

describe('text that nobody expects', () => {
  it('never makes the drafter throw or lose a word', () => {
    fc.assert(
      fc.property(request, (each) => {
        const drafted = draftOffline({ ...each, questions: [] });
        // Case apart, every word stays that is too long for a short form; those have tests of their own.
        const words = new Set(wordsIn(drafted));
        const long = wordsIn(each.source).filter(
          (word) => word.length >= SHORTEST_KEPT && /^\p{L}+$/u.test(word),
        );
        expect(long.filter((word) => !words.has(word) && !BESIDE_A_TIME.has(word))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps the words of a question that nobody closed, before one that is complete', () => {
    const source = '[TODO: Resolution: - \r\n[TODO: error rate]';
    const drafted = draftOffline({
      section: 'rootCause',
      theme: 'professional',
      style: 'micro',
      source,
      questions: [],
    });
    expect(wordsIn(drafted)).toEqual(['todo', 'resolution']);
  });

  it('never makes the judge throw, name a draft that is not there, or leave its scale', () => {
    fc.assert(
      fc.property(request, fc.array(anyText, { minLength: 1, maxLength: 3 }), (each, drafts) => {
        const verdict = judgeOffline({ ...each, drafts });
        expect(drafts[verdict.best - 1]).toBeDefined();
        for (const { draft: _, ...scores } of verdict.scores) {
          for (const score of Object.values(scores)) expect([1, 2, 3, 4, 5]).toContain(score);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(TIRESOME.map(fill))(
    'is drafted and judged at full length without going round in circles: %#',
    (source) => {
      const drafts = (['micro', 'lite'] as const).map((style) =>
        draftOffline({ section: 'description', theme: 'addams', style, source, questions: [] }),
      );
      for (const draft of drafts) expect(draft.length).toBeLessThan(2 * LENGTH);
      expect(judgeOffline({ section: 'description', theme: 'addams', source, drafts }).scores).toHaveLength(
        2,
      );
    },
  );
});
