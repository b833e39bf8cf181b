import { putBack } from '../../../domain/secrets/holdBack';
import { hide, prepareForSending, secretsIn, standingIn } from '../../../domain/sending';
import { hideRequest } from '../../../domain/sending/request';
import fc from '../../properties';
import { SECRET_TEXTS } from '../secrets/samples';

const NAMED = 'The admin password: Winter2026!x';
const PASTED = 'Somebody pasted Winter2026!x into the channel.';

it('a secret that only the material names does not leave in the source, nor the other way round', () => {
  for (const [source, material] of [
    [PASTED, NAMED],
    [NAMED, PASTED],
  ] as const) {
    const sending = prepareForSending(source, material);
    expect(`${sending.sent}${sending.material}`).not.toContain('Winter2026');
    expect(putBack(sending.sent, sending.held)).toBe(source);
    expect(putBack(sending.material ?? '', sending.held)).toBe(material);
  }
});

it('a placeholder that the author typed stays what it is, whatever stands in the material', () => {
  const source = 'The form showed [HELD-SECRET-1] and HELD-SECRET-2.';
  const { sent, held } = prepareForSending(source, `${NAMED}\nMail ann@example.com.`);
  expect(sent).toBe(source);
  expect(putBack(sent, held)).toBe(source);
});

it('what a house rule, a question or a draft names as a password stands in nothing that is sent with it', () => {
  const rule = hideRequest({ source: PASTED, questions: [], houseRules: [NAMED] });
  const question = hideRequest({ source: PASTED, questions: [`“${NAMED}” is not settled yet`] });
  const draft = hideRequest({ source: PASTED, questions: [] }, [NAMED], ['Winter2026!x into']);
  for (const each of [rule, question, draft])
    expect(JSON.stringify({ ...each, held: [] })).not.toContain('Winter2026');
});

it('a placeholder typed in the source never becomes what a draft made up', () => {
  const source = 'It said [HELD-SECRET-1].';
  const { held } = hideRequest({ source, questions: [] }, [NAMED]);
  expect(putBack(source, held)).toBe(source);
});

it('what the rest of the document names is held back of a section alone', () => {
  const named = standingIn(secretsIn([NAMED, 'Mail ann@example.com']), [PASTED]);
  expect(named).toEqual(['Winter2026!x']);
  expect(prepareForSending(PASTED, null, named).sent).toBe(
    'Somebody pasted [HELD-SECRET-1] into the channel.',
  );
});

it('texts beside are looked through and do not count as held', () => {
  const { texts, held } = hide([PASTED], [], { beside: [`${NAMED}, key for bob@example.com`] });
  expect(texts[0]).not.toContain('Winter2026');
  expect(held.map(({ value }) => value)).toEqual(['Winter2026!x']);
});

describe('of any texts that go together', () => {
  /** Values that no other words hold by chance. */
  const secret = fc.constantFrom(...SECRET_TEXTS.filter(({ value }) => value.length >= 6));
  const literal = fc.constantFrom(
    '[HELD-SECRET-1]',
    '[held email 2]',
    'HELD-SECRET-',
    '[HELD-IP-3',
    'Nothing.',
  );
  const case_ = fc
    .uniqueArray(secret, { minLength: 1, maxLength: 4, selector: ({ value }) => value })
    .chain((secrets) => {
      const piece = fc.oneof(
        ...secrets.flatMap(({ text, value }) => [
          fc.constant(text),
          fc.constant(`Somebody pasted ${value} into the channel.`),
        ]),
        literal,
      );
      const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('\n\n'));
      return fc.record({
        secrets: fc.constant(secrets),
        texts: fc.array(text, { minLength: 2, maxLength: 6 }),
      });
    });

  it('no value that one of them names leaves in another, and each comes back to the letter', () => {
    fc.assert(
      fc.property(case_, ({ secrets, texts }) => {
        const { texts: hidden, held } = hide(texts, []);
        const named = secrets.filter(({ text }) => texts.some((one) => one.includes(text)));
        const leaves = hidden.join('\n');
        expect(named.filter(({ value }) => leaves.includes(value))).toEqual([]);
        expect(hidden.map((one) => putBack(one, held))).toEqual(texts);
        const [source = '', material = ''] = texts;
        const pair = prepareForSending(source, material);
        expect([pair.sent, pair.material ?? ''].map((one) => putBack(one, pair.held))).toEqual([
          source,
          material,
        ]);
        const both = [source, material].join('\n');
        const inPair = secrets.filter(({ text }) => both.includes(text));
        expect(inPair.filter(({ value }) => `${pair.sent}\n${pair.material}`.includes(value))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it('ten thousand texts with a secret in each are gone through once, not once for each secret', () => {
  const secretOf = (row: number) => `k${row}Zq${(row * 7919) % 10_007}x`;
  const texts = Array.from({ length: 10_000 }, (_, row) => `password: ${secretOf(row)}`);
  const { texts: hidden, held } = hide(
    [...texts, ...texts.map((_, row) => `used ${secretOf(9_999 - row)} again`)],
    [],
  );
  expect(held).toHaveLength(10_000);
  expect(hidden.at(-1)).toBe('used [HELD-SECRET-1] again');
});
