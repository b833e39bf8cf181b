import { emptyPostMortem } from '../../../domain/postMortem';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { reviewOf, takenBack, withChange } from '../../../domain/review';
import fc from '../../properties';

const document = (part: Partial<AuthoredContent>) => ({ ...emptyPostMortem('Checkout down'), ...part });
const said = (part: Partial<AuthoredContent>) =>
  reviewOf(document(part), 'professional').map(
    ({ kind, where, quote }) => `${kind} ${where}: ${quote ?? ''}`,
  );

describe('the review of a finished document', () => {
  it('names a figure of the summary that nothing else in the document says', () => {
    const description =
      'At 14:02 UTC the error rate of checkout rose to 37 %. At 14:31 UTC we rolled back to 4.1.';
    expect(said({ summary: 'Checkout failed for 3,000 orders at 14:02 UTC.', description })).toContain(
      'fact summary: 3,000',
    );
    expect(said({ summary: 'The error rate rose to 37 %.', description }).join()).not.toContain('fact');
  });

  it('offers to take out each secret and address, where it stands and nowhere else', () => {
    const text = 'Ask jo@example.com. The key was AKIAIOSFODNN7EXAMPLE, ask jo@example.com.';
    const remarks = reviewOf(document({ description: text }), 'professional').filter(({ change }) => change);
    expect(remarks.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['personal-data', 'jo@example.com'],
      ['secret', 'AKIAIOSFODNN7EXAMPLE'],
      ['personal-data', 'jo@example.com'],
    ]);
    const changed = remarks.map((one) => withChange(document({ description: text }), one)?.description);
    expect(changed[1]).toBe('Ask jo@example.com. The key was [secret removed], ask jo@example.com.');
    expect(changed[2]).toBe(
      'Ask jo@example.com. The key was AKIAIOSFODNN7EXAMPLE, ask [e-mail address removed].',
    );
    const [first] = remarks;
    if (!first) throw new Error('There is no remark.');
    const taken = {
      ...document({ description: text }),
      ...withChange(document({ description: text }), first),
    };
    expect(withChange(taken, takenBack(first))?.description).toBe(text);
    expect(withChange(document({ description: 'Anew.' }), takenBack(first))).toBeNull();
    // Somebody has written on meanwhile.
    expect(withChange(document({ description: `So: ${text}` }), remarks[0] as never)).toBeNull();
  });

  it('names a key and blame in an entry of the timeline too, where a click cannot take it out', () => {
    const timeline = [
      { at: '2026-03-04 14:02 UTC', text: 'Paged' },
      { at: '2026-03-04 14:20 UTC', text: 'Bob carelessly pasted AKIAIOSFODNN7EXAMPLE' },
    ];
    const remarks = reviewOf(document({ timeline }), 'professional').filter(({ entry }) => entry === 1);
    expect(remarks.map(({ kind, quote, change }) => [kind, quote, change])).toEqual([
      ['secret', 'AKIAIOSFODNN7EXAMPLE', undefined],
      ['tone', 'Bob carelessly pasted', undefined],
    ]);
  });

  it('names each secret of a timeline in its place, however many there are, also the same one twice', () => {
    const timeline = Array.from({ length: 12 }, (_, entry) => ({
      at: `2026-03-04 14:${10 + entry} UTC`,
      text: `Pasted AKIAIOSFODNN7EXAMP${entry % 2 ? 'LE' : 'LF'}`,
    }));
    const secrets = reviewOf(document({ timeline }), 'professional').filter(({ kind }) => kind === 'secret');
    expect(secrets.map(({ entry }) => entry)).toEqual([...timeline.keys()]);
    expect(new Set(secrets.map(({ quote }) => quote)).size).toBe(2);
  });

  it('names blame, an action that nobody could tick off, and what is missing, in the order of the page', () => {
    const remarks = said({
      description: 'It was human error.',
      actionItems: [
        { text: 'Be more careful with deploys', owner: 'Kim', dueDate: '2026-03-01', done: false },
      ],
    });
    expect(remarks).toEqual(
      expect.arrayContaining(['tone description: human error', 'action actionItems: Be more careful']),
    );
    expect(remarks.findIndex((one) => one.startsWith('empty summary'))).toBeLessThan(
      remarks.indexOf('tone description: human error'),
    );
    expect(remarks.indexOf('tone description: human error')).toBeLessThan(
      remarks.indexOf('action actionItems: Be more careful'),
    );
  });

  it('leads to the entry of the timeline that it speaks of', () => {
    const timeline = [
      { at: '2026-03-04 14:20 UTC', text: 'rolled back' },
      { at: '2026-03-04 14:02 UTC', text: 'deploy of 4.1' },
      { at: '2026-02-30 15:00 UTC', text: 'all clear' },
    ];
    const entries = reviewOf(document({ timeline }), 'professional').filter(
      ({ where }) => where === 'timeline',
    );
    const entryOf = (words: string) => entries.find(({ message }) => message.includes(words))?.entry;
    expect(entryOf('14:02')).toBe(1);
    expect(entryOf('2026-02-30')).toBe(2);
    expect(entries.filter(({ entry }) => entry === undefined)).toEqual([]);
  });

  it('tells many of one kind as a number', () => {
    const blaming = Array.from({ length: 30 }, () => 'This was human error.').join(' ');
    const remarks = reviewOf(document({ description: blaming, lessons: blaming }), 'professional');
    expect(
      remarks.filter(({ kind, where }) => kind === 'tone' && where === 'lessons').length,
    ).toBeLessThanOrEqual(8);
  });

  it('says the same of the same document, and never throws', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, text, (summary, description, action) => {
        const made = document({
          summary,
          description,
          actionItems: [{ text: action, owner: '', dueDate: '', done: false }],
        });
        expect(reviewOf(made, 'addams')).toEqual(reviewOf(structuredClone(made), 'addams'));
      }),
    );
  });
});
