import { phrases } from '../../../src/language/phrases';
import { say, sayCount } from '../../../src/language/say';
import { saying } from '../../../src/language/saying';

/** Held by the compiler: `tsc` fails on a line that is expected not to compile, and does. */
describe('does not compile', () => {
  it('a phrase that Italian has no words for', () => {
    // @ts-expect-error: nobody has translated it
    expect(say('Nobody has translated this.')).toBe('Nobody has translated this.');
    // @ts-expect-error: nor this one with an element in it
    expect(saying('{name} has not translated this.', { name: 'Nobody' })).toHaveLength(3);
  });

  it('a phrase without what stands in its braces, or with something else', () => {
    expect(say('New issue in {tracker}', { tracker: 'Jira' })).toBe('New issue in Jira');
    // @ts-expect-error: the tracker is missing
    say('New issue in {tracker}');
    // @ts-expect-error: it is called otherwise
    say('New issue in {tracker}', { label: 'Jira' });
    // @ts-expect-error: a date is no text
    say('New issue in {tracker}', { tracker: new Date() });
    // @ts-expect-error: there is nothing to fill in
    say('Close', { label: 'Jira' });
  });

  it('a phrase that counts where nothing is counted, and the other way round', () => {
    expect([1, 2].map((count) => sayCount(count, '{n} finding', '{n} findings'))).toEqual([
      '1 finding',
      '2 findings',
    ]);
    // @ts-expect-error: of how many?
    say('{n} findings');
    // @ts-expect-error: it counts nothing
    sayCount(2, 'Close', 'Close');
  });

  it('a translation with other names in braces than its English', () => {
    // @ts-expect-error: the title is lost
    phrases({ 'Deleted {title}': 'Eliminato' });
    // @ts-expect-error: it is mistyped
    phrases({ 'Deleted {title}': 'Eliminato {titolo}' });
    // @ts-expect-error: and this one says more than it is given
    phrases({ '{n} findings': { one: 'un rilievo', other: '{n} rilievi di {who}' } });
    // Of one thing the number need not be said.
    expect(phrases({ '{n} findings': { one: 'un rilievo', other: '{n} rilievi' } })).toBeDefined();
  });
});
