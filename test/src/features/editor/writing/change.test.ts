import {
  asInField,
  changeBetween,
  edited,
  placeAfter,
} from '../../../../../src/features/editor/writing/change';
import fc from '../../../../properties';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '\r', '🦇', 'ש') });

it('what changed between two texts, put in place, makes the one of the other', () => {
  fc.assert(
    fc.property(text, text, (old, now) => {
      const { fromA, toA, fromB, toB } = changeBetween(old, now);
      expect(old.slice(0, fromA) + now.slice(fromB, toB) + old.slice(toA)).toBe(now);
    }),
  );
});

it('line breaks of a stored text stay what they were, byte for byte, where nobody edited', () => {
  fc.assert(
    fc.property(text, text, fc.nat(), (before, after, at) => {
      const stored = before + after;
      const held = asInField(stored);
      expect(edited(stored, held)).toBe(stored);
      // Typed between the two, or anywhere.
      const place = at % (held.length + 1);
      const typed = `${held.slice(0, place)}x${held.slice(place)}`;
      const now = edited(stored, typed);
      expect(asInField(now)).toBe(typed);
      expect(now.replace('x', '')).toBe(stored);
    }),
  );
});

it('the cursor stays at its letters when a text changes before it, behind it or around it', () => {
  const old = 'We rolled back. It came back.';
  const at = old.indexOf('came');
  const at2 = (now: string) => now.slice(placeAfter(old, now, at));
  expect(at2('At 14:25 we rolled back. It came back.')).toBe('came back.');
  expect(at2('We rolled back. It came back. All was well.')).toMatch(/^came back/);
  expect(at2('We rolled back. ')).toBe('');
  fc.assert(
    fc.property(text, text, fc.nat(), (a, b, place) => {
      const found = placeAfter(a, b, place % (a.length + 1));
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(b.length);
    }),
  );
});
