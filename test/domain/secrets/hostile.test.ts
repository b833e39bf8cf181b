import { setTimeout } from 'node:timers/promises';
import { looksLikeInstruction } from '../../../domain/invisible/looksLikeInstruction';
import { withoutInvisible } from '../../../domain/invisible/withoutInvisible';
import { holdBack, missing, putBack } from '../../../domain/secrets/holdBack';

/** Ten times what a section may hold: work that grows with the square would run into the test's time limit. */
const LENGTH = 200_000;

/** Milliseconds; linear work needs about 200 of them, and the square took 54,000 where there was one. */
const TIME_LIMIT = 10_000;

const FRAGMENTS = [
  'a@a.',
  '.a@a',
  'eyJaaaaa.',
  'password ',
  'password="\\',
  'password: `',
  'password:a;b=',
  '-----BEGIN PRIVATE KEY-----',
  'secret 1234567890abcdefABCDEF ',
  'x://a:b@',
  'curl -u ',
  '+1 23 ',
  'sk-',
  '[HELD-SECRET-1',
  '\\[[*_`',
  '<<',
  'ignore a ',
  '\u{1f3f4}',
];

describe('text made to keep a pattern busy', () => {
  it.each(FRAGMENTS)(
    'is done with in time, and comes back to the letter: %j over and over',
    async (fragment) => {
      const text = fragment.repeat(Math.ceil(LENGTH / fragment.length));
      const { safe, held } = holdBack(text);
      expect(putBack(safe, held)).toBe(text);
      expect(missing(safe, held)).toEqual([]);
      expect(withoutInvisible(text)).toEqual({ text, removed: 0 });
      expect(looksLikeInstruction(text).every(({ start, end }) => start < end)).toBe(true);
      // The runner cannot stop work in progress; here it gets the turn in which it fails a test that took too long.
      await setTimeout(0);
    },
    TIME_LIMIT,
  );
});
