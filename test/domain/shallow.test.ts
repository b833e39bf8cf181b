import { EXPORTS } from '../../domain/export';
import { emptyPostMortem } from '../../domain/postMortem';
import { shallow } from '../../domain/shallow';
import fc from '../properties';

it.each([
  ['quotations', `${'>'.repeat(19_000)} deep`],
  ['lists', `${'- '.repeat(9_000)}deep`],
  ['stress', `${'*a **b '.repeat(400)}deep${' c** d*'.repeat(400)}`],
])(
  '%s within each other, thousands of times, leave in every form with their words',
  async (_, description) => {
    for (const target of EXPORTS) {
      const { text } = await target.write({ ...emptyPostMortem('Checkout down'), description });
      expect(text).toContain('deep');
    }
  },
);

it('Markdown as authors write it keeps every letter, and all of it what is between the marks', () => {
  const line = fc.array(fc.constantFrom('> ', '- ', '1. ', '* ', '>', 'words', '  ', '-x', '\\'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const text = lines.map((words) => words.join('')).join('\n');
      expect(shallow(text)).toBe(text);
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 41, max: 500 }), (words, depth) => {
      const text = `${'> '.repeat(depth)}${words}`;
      expect(shallow(text).replace('\\>', '>')).toBe(text);
      expect(shallow(text)).not.toBe(text);
    }),
  );
});
