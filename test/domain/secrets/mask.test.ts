import { holdBack } from '../../../domain/secrets/holdBack';
import { mask } from '../../../domain/secrets/mask';
import { CASES } from '../../cases/cases';
import fc from '../../properties';

const KEY = `AKIA${'IOSFODNN7EXAMPLQ'}`;

describe('a copy for people outside', () => {
  it('names what was there and does not tell it', () => {
    const { text, found, secret } = mask(
      `The key ${KEY} was used. Ask ann@example.com or bob@example.com, then ann@example.com again.`,
    );
    expect(text).toBe(
      'The key [secret removed] was used. Ask [e-mail address 1 removed] or [e-mail address 2 removed], then [e-mail address 1 removed] again.',
    );
    expect({ found, secret }).toEqual({ found: ['1 secret', '2 e-mail addresses'], secret: true });
  });

  it('is the text itself where there is nothing to hide', () => {
    const text = 'At 10:04 UTC the disk of db-7 (10.0.0.7) was full for 30 minutes.';
    expect(mask(text)).toEqual({ text, found: [], secret: false });
  });

  it('tells of no key where there are only addresses', () => {
    expect(mask('Mail ann@example.com.').secret).toBe(false);
  });

  it('holds no value that models do not see either, in any text', () => {
    const words = fc.constantFrom(
      KEY,
      'ann@example.com',
      'password=hunter2hunter',
      '+49 30 901820',
      'and',
      'at 10:04',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.constantFrom(...CASES), (some, { description }) => {
        const text = `${some.join(' ')}\n${description}`;
        const { held } = holdBack(text);
        const { text: masked } = mask(text);
        return held.every(({ value }) => !masked.includes(value));
      }),
    );
  });
});
