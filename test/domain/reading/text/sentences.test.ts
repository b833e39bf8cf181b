import { contentWords, sentencesOf } from '../../../../domain/reading/text/sentences';
import { CASES } from '../../../cases/cases';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

describe('sentences', () => {
  it.each([
    'We ran SDK 1.270.0 at 9 a.m. on the node.',
    'It took approx. 40 minutes, e.g. for store-4.',
    'Run `a. B` or see https://a.example/x. Y for it.',
    'A bracket (one. Two) stays whole.',
    'J. Smith looked at it.',
  ])('leaves %j whole', (text) => {
    if (text.includes('https'))
      expect(texts(text)).toEqual(['Run `a. B` or see https://a.example/x.', 'Y for it.']);
    else expect(texts(text)).toEqual([text]);
  });

  it.each([
    ['The bug was introduced in March.', 'At which commit?'],
    ['The bug was introduced in Mar.', 'At which commit?'],
    ['It came in March.', '14:02 was the first error.'],
    ['We upgraded to Postgres 15.4.', 'At 14:02 errors began.'],
    ['We upgraded to Postgres 15.4.', '14:02 the errors began.'],
    ['p99 was 2.4.', 'About 300 users saw it.'],
    ['It broke on 3 Mar.', 'Late deliveries followed.'],
    ['It broke on 3 Mar.', 'about 300 users saw it.'],
    ['It broke on 28.01.', 'Early orders were lost.'],
  ])('ends %j before %j, date or figure', (...both) => {
    expect(texts(both.join(' '))).toEqual(both);
  });

  it('ends a question in notes, whatever comes next, and every line of a chat', () => {
    expect(texts('pool full. since when? new report query')).toEqual([
      'pool full.',
      'since when?',
      'new report query',
    ]);
    // But for the question that is the label of its answer.
    expect(texts('pool full. why? new report query')).toEqual(['pool full.', 'why? new report query']);
    expect(texts('"is it down?" asked the bot')).toEqual(['"is it down?" asked the bot']);
    expect(texts('joe 10:21: table full\nana 10:22: did anything change?')).toEqual([
      'joe 10:21: table full',
      'ana 10:22: did anything change?',
    ]);
  });

  it.each([
    'It broke on 3 Mar. at 14:02 and was mended.',
    'It broke on 28.01. in the morning.',
    'It has been so since Mar. 2025 in one region.',
    '28.01. 14:02 the disk was full.',
  ])('leaves %j whole, as its date goes on', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  it('parts sentences, items, headings, rows and code, without their markers', () => {
    const text =
      '# Why\nIt broke. It was fixed!\n- one\n  more\n2. two\n\n| a | b |\n|---|---|\n\n```\nx. Y\n```';
    expect(sentencesOf(text).map(({ kind, text: words }) => `${kind}: ${words}`)).toEqual([
      'heading: Why',
      'prose: It broke.',
      'prose: It was fixed!',
      'item: one\n  more',
      'item: two',
      'row: | a | b |',
      'code: ```\nx. Y\n```',
    ]);
  });

  it('joins hard-wrapped lines and keeps notes on lines of their own apart', () => {
    expect(texts('confirmed all Binder\nservices were down.')).toHaveLength(1);
    expect(texts('Time to repair: 8m\nTime to resolve: 8m')).toHaveLength(2);
  });

  it('lets a question of the drafter stand for itself', () => {
    expect(texts('[TODO: Who was it? When?] It broke.')).toEqual(['[TODO: Who was it? When?]', 'It broke.']);
  });

  it('gives offsets into the text for every sentence of the shared cases', () => {
    for (const { description, rootCause, timeline } of CASES) {
      for (const text of [description, rootCause, timeline]) {
        for (const { start, end, text: words } of sentencesOf(text))
          expect(text.slice(start, end)).toBe(words);
      }
    }
  });

  it('makes inflections and synonyms one word, and different things several', () => {
    expect(contentWords('The pods were restarted')).toEqual(contentWords('the pod was rebooting'));
    expect(contentWords('rolled back')).toEqual(contentWords('a rollback'));
    expect(contentWords('rolled out')).not.toEqual(contentWords('rolled back'));
    expect(contentWords('restarted')).not.toEqual(contentWords('replaced'));
  });
});
