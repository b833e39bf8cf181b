import { type Passage, withBelow, without } from '../../../../src/features/elsewhere/moving';
import fc from '../../../properties';

const passage = (text: string, words: string): Passage => ({
  text: words,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const left = (text: string, ...words: string[]) =>
  without(
    text,
    words.map((one) => passage(text, one)),
  );

describe('a text without what belongs elsewhere', () => {
  it.each([
    [
      'a sentence between others',
      'It broke. 3k orders were lost. We fixed it.',
      '3k orders were lost.',
      'It broke. We fixed it.',
    ],
    ['the last sentence', 'It broke. 3k orders were lost.', '3k orders were lost.', 'It broke.'],
    ['the first sentence', '3k orders were lost. It broke.', '3k orders were lost.', 'It broke.'],
    [
      'a clause and its comma',
      'it broke, 3k orders lost, we fixed it',
      '3k orders lost',
      'it broke, we fixed it',
    ],
    [
      'the last clause',
      'we fixed it, 3k orders lost. then lunch',
      '3k orders lost',
      'we fixed it. then lunch',
    ],
    ['the last clause of the text', 'we fixed it, 3k orders lost.', '3k orders lost', 'we fixed it.'],
    [
      'a whole item',
      '- It broke.\n- 3k orders were lost.\n- Fixed.',
      '3k orders were lost.',
      '- It broke.\n- Fixed.',
    ],
    [
      'a whole paragraph',
      'It broke.\n\n3k orders were lost.\n\nFixed.\n',
      '3k orders were lost.',
      'It broke.\n\nFixed.\n',
    ],
    ['the last paragraph', 'It broke.\n\n3k orders were lost.\n', '3k orders were lost.', 'It broke.\n'],
    ['everything', '3k orders were lost.', '3k orders were lost.', ''],
  ])('loses %s and what parted it', (_, text, words, expected) => {
    expect(left(text, words)).toBe(expected);
  });

  it('loses several at once, wherever they stand', () => {
    expect(
      left(
        'It broke. Nobody could pay. Fixed at 14:02. 3k orders were lost.',
        'Nobody could pay.',
        '3k orders were lost.',
      ),
    ).toBe('It broke. Fixed at 14:02.');
  });

  it('keeps what is not where it is said to be', () => {
    expect(without('It broke.', [{ text: 'Lost.', start: 0, end: 5 }])).toBe('It broke.');
    expect(without('It broke.', [{ text: '', start: 3, end: 3 }])).toBe('It broke.');
  });

  it('loses no other word, whatever is taken out', () => {
    const sentences = fc.array(
      fc.constantFrom('It broke.', 'Nobody could pay.', '3k lost', 'we rolled back to 2.8.3!'),
      { minLength: 1, maxLength: 6 },
    );
    const shape = fc.constantFrom(' ', '\n', '\n\n', '\n- ', ', ');
    fc.assert(
      fc.property(sentences, shape, fc.array(fc.boolean(), { maxLength: 6 }), (all, gap, chosen) => {
        const numbered = all.map((one, index) => `${one.slice(0, -1)} [${index}]${one.at(-1)}`);
        const text = numbered.join(gap);
        const taken = numbered.filter((_, index) => chosen[index]);
        const rest = without(
          text,
          taken.map((one) => passage(text, one)),
        );
        for (const [index, one] of numbered.entries()) {
          // A clause may lend its full stop, so the words decide.
          expect(rest.includes(one.replace(/[.!]$/, ''))).toBe(!chosen[index]);
        }
      }),
    );
  });
});

describe('a text with what was moved to it', () => {
  const moved = [passage('3k orders were lost.', '3k orders were lost.')];

  it('has it below, on lines of its own', () => {
    expect(withBelow('', moved)).toBe('3k orders were lost.');
    expect(withBelow('Everybody noticed.\n', moved)).toBe('Everybody noticed.\n\n3k orders were lost.');
    expect(withBelow('- Everybody noticed.', moved)).toBe('- Everybody noticed.\n- 3k orders were lost.');
    expect(withBelow('Everybody noticed.', [...moved, ...moved])).toBe(
      'Everybody noticed.\n\n- 3k orders were lost.\n- 3k orders were lost.',
    );
  });

  it('has it on one line even if it was wrapped', () => {
    expect(withBelow('', [passage('a\n  b', 'a\n  b')])).toBe('a b');
  });
});
