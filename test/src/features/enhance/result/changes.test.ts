import { isChange, passages, withChanges } from '../../../../../src/features/enhance/result/changes';
import { CASES } from '../../../../cases/cases';
import fc from '../../../../properties';

const groupsOf = (all: ReturnType<typeof passages>) => [
  ...new Set(all.filter(isChange).map(({ group }) => group)),
];
const everything = (before: string, after: string) => {
  const all = passages(before, after);
  return withChanges(all, new Set(groupsOf(all)));
};
const nothing = (before: string, after: string) => withChanges(passages(before, after), new Set());
const isBalanced = (text: string) =>
  (text.split('**').length - 1) % 2 === 0 && (text.split('`').length - 1) % 2 === 0;

const mine = 'checkout was down at 14:02.\nwe rolled back. orders were lost.';
const theirs =
  '- **14:02** Checkout was down.\n- We rolled back.\n\n**Impact:** Orders were lost.\n\n[TODO: How many?]';

/** Texts as models and people write them, from pieces that break when they are cut in the wrong place. */
const sentence = fc.constantFrom(
  'Checkout was down at 14:02.',
  'the `payments` pods were killed',
  '**Detection:** PagerDuty fired at 03:04.',
  'We suspect the cache, **not the queue**, was full.',
  'Rolled back to 2.8.3 (see https://wiki.test/a_b?x=1).',
  'It took `kubectl get pods -n "x. y"` to see it.',
  'nobody knows why…',
  'ca. 3k orders lost, e.g. in eu-west-1!',
  '[TODO: Who was affected?]',
  '***Really.***',
  '日本語の文。もう一つ。',
);
const block = fc.oneof(
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.map((one) => `- ${one}`).join('\n')),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((one, i) => `${i + 1}. ${one}`).join('\n')),
  sentence.map((one) => `## ${one}`),
  fc.constantFrom(
    '```\nERROR ** at `x`\n\n- not a list\n```',
    '| a | b |\n|---|---|\n| 1 | **2** |',
    '> quoted. twice.',
    '---',
  ),
);
const text = fc
  .tuple(fc.array(block, { maxLength: 5 }), fc.constantFrom('\n\n', '\n'), fc.constantFrom('', '\n'))
  .map(([blocks, gap, end]) => blocks.join(gap) + end);

describe('choosing change by change', () => {
  it('leaves the author’s text byte for byte when nothing is taken, and comes to the draft when all is', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(nothing(before, after)).toBe(before);
        expect(everything(before, after)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('holds on any text whatever, also one with half a mark', () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', 'b', '. ', '\n', '*', '**', '`', '- ', '| ', '# ', ' ', '7'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(odd, odd, (before, after) => {
        expect(nothing(before, after)).toBe(before);
        expect(everything(before, after)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('never leaves half a mark of bold or code, whatever is taken', () => {
    fc.assert(
      fc.property(text, text, fc.array(fc.boolean(), { maxLength: 30 }), (before, after, choice) => {
        fc.pre(isBalanced(before) && isBalanced(after));
        const all = passages(before, after);
        const taken = new Set(groupsOf(all).filter((_, index) => choice[index]));
        expect(isBalanced(withChanges(all, taken))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('offers whole sentences and blocks: every word of one comes from one side', () => {
    fc.assert(
      fc.property(text, text, fc.array(fc.boolean(), { maxLength: 30 }), (before, after, choice) => {
        const all = passages(before, after);
        const taken = new Set(groupsOf(all).filter((_, index) => choice[index]));
        const parts = all.map((one) =>
          isChange(one) ? (taken.has(one.group) ? one.added : one.removed) : one.same,
        );
        // Nothing but line breaks and spaces is put between the parts.
        expect(withChanges(all, taken).replace(/\s/g, '')).toBe(parts.join('').replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('takes one change and leaves the others', () => {
    const before = 'checkout was down at noon.\n\nnobody was paged.';
    const after = 'Checkout was down at noon!\n\nNobody was ever paged.';
    const all = passages(before, after);
    const first = all.find((one) => isChange(one) && one.added.includes('Checkout'));
    expect(withChanges(all, new Set([first && isChange(first) ? first.group : -1]))).toBe(
      'Checkout was down at noon!\n\nnobody was paged.',
    );
  });

  it('moves a sentence as one decision, so that it is told once whatever is taken', () => {
    const before = 'The cache was full. Checkout failed at 14:02. We rolled back the deploy.';
    const after = 'We rolled back the deploy. Checkout failed at 14:02. The cache was full.';
    const all = passages(before, after);
    for (const group of groupsOf(all)) {
      const mixed = withChanges(all, new Set([group]));
      for (const told of ['The cache was full', 'We rolled back', 'Checkout failed']) {
        expect(mixed.split(told)).toHaveLength(2);
      }
    }
  });

  it('asks nobody about a line break: it comes with the words that it makes room for', () => {
    const all = passages('It broke. We fixed it.', 'It broke.\n\nWe mended it.');
    expect(groupsOf(all)).toHaveLength(1);
    expect(withChanges(all, new Set(groupsOf(all)))).toBe('It broke.\n\nWe mended it.');
  });

  it('loses no figure of the author’s when only the questions are left', () => {
    const all = passages(mine, theirs);
    const questions = all.filter((one) => isChange(one) && one.removed === '' && one.added.includes('TODO'));
    expect(questions).toHaveLength(1);
    const taken = new Set(
      groupsOf(all).filter((group) => !questions.some((one) => isChange(one) && one.group === group)),
    );
    const mixed = withChanges(all, taken);
    expect(mixed).toContain('14:02');
    expect(mixed).toContain('Orders were lost');
    expect(mixed).not.toContain('TODO');
  });

  it('puts a block on lines of its own where it did not stand before', () => {
    const before = 'We looked at the pods. They were gone.';
    const after = 'We looked at the pods.\n\n- They were gone.\n- They came back at 14:09.';
    const all = passages(before, after);
    for (const group of groupsOf(all)) {
      const mixed = withChanges(all, new Set([group]));
      expect(mixed).not.toMatch(/\S[ \t]*- They/);
    }
  });

  it('goes through a section’s worth of published incidents against each other in no time', () => {
    const long = CASES.map(({ description }) => description)
      .join('\n\n')
      .slice(0, 20_000);
    const turned = long.split('\n\n').reverse().join('\n\n');
    expect(nothing(long, turned)).toBe(long);
    expect(everything(long, turned)).toBe(turned);
  });

  it.each([
    ['one sentence without an end', 'word '.repeat(4_000)],
    ['backticks', '`'.repeat(19_999)],
    ['half a bold mark in every sentence', 'It is **bold. '.repeat(1_400)],
    ['line breaks', '\n'.repeat(20_000)],
    ['empty items', '- \n'.repeat(6_600)],
  ])('stays quick on %s', (_, hostile) => {
    const other = `${hostile.slice(0, 9_000)}x. ${hostile.slice(9_000)}`;
    expect(nothing(hostile, other)).toBe(hostile);
    expect(everything(hostile, other)).toBe(other);
  });
});
