import { fromWire, toWire } from '../../../domain/history/wire';
import fc from '../../properties';

test.each(['a\u0000b', '\\u0001', '\\\\u001f\u001f"\n\t\r', '\u007f\u0085\u2028', '"},{"'])(
  '%j comes back as it was',
  (text) => {
    expect(fromWire(toWire({ text }))).toEqual({ text });
  },
);

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('\\', 'u', '0', '1', '"', '\u0001')),
      (a, b) => {
        expect(fromWire(toWire({ a, b: b.join('') }))).toEqual({ a, b: b.join('') });
      },
    ),
  );
});
