import { holdBack, missing, putBack } from '../../../domain/secrets/holdBack';
import { mergeSpans } from '../../../domain/secrets/span';
import { CASES } from '../../cases/cases';
import fc from '../../properties';
import { ORDINARY_LATER, SECRETS_LATER } from './laterSamples';
import { ORDINARY_TEXTS, SECRET_TEXTS } from './samples';

const AWS = 'AKIAIOSFODNN7EXAMPLE';

describe('what is held back before a model sees the text', () => {
  it.each(SECRET_TEXTS)('holds the $kind of: $text', ({ text, value, kind }) => {
    const { safe, held } = holdBack(text);
    expect(held.map((each) => [each.kind, each.value])).toContainEqual([kind, value]);
    expect(safe).not.toContain(value);
    expect(putBack(safe, held)).toBe(text);
  });

  it.each(ORDINARY_TEXTS)('leaves alone: %s', (text) => {
    expect(holdBack(text)).toEqual({ safe: text, held: [] });
  });

  it.each(SECRETS_LATER)('holds %s', (text, value) => {
    expect(holdBack(text).safe).not.toContain(value);
  });

  it.each(ORDINARY_LATER)('leaves alone, too: %s', (text) => {
    expect(holdBack(text).held).toEqual([]);
  });

  it.each(CASES)('finds nothing to hold back in the published incident $id', (incident) => {
    for (const text of [incident.title, incident.description, incident.rootCause, incident.timeline])
      expect(holdBack(text).held).toEqual([]);
  });

  it('says where each value stands', () => {
    const text = `Key ${AWS} was used by joe@example.com.`;
    const { safe, held } = holdBack(text);
    expect(safe).toBe('Key [HELD-SECRET-1] was used by [HELD-EMAIL-2].');
    for (const { start, end, value } of held) expect(text.slice(start, end)).toBe(value);
  });

  it('gives one value one placeholder wherever it stands, also where nothing announces it', () => {
    const { safe, held } = holdBack('password=hunter22x was pasted: "hunter22x", then (hunter22x).');
    expect(safe).toBe('password=[HELD-SECRET-1] was pasted: "[HELD-SECRET-1]", then ([HELD-SECRET-1]).');
    expect(held).toHaveLength(3);
  });

  it('holds only the credentials of an address, so that the host stays part of the story', () => {
    expect(holdBack('Clone https://bot:s3cr3t@git.example.com/app.git').safe).toBe(
      'Clone https://[HELD-SECRET-1]@git.example.com/app.git',
    );
  });

  it('takes placeholders that the author did not write already', () => {
    const text = `We wrote [HELD-SECRET-1] and held-email-12 into the runbook; the key was ${AWS}.`;
    const { safe, held } = holdBack(text);
    expect(held.map((each) => each.placeholder)).toEqual(['[HELD-SECRET-2]']);
    expect(putBack(safe, held)).toBe(text);
  });

  it("takes no number that is left of the author's own once a secret has bitten off its end", () => {
    const text = `HELD-SECRET-1${'2345678901'}:AA${'x'.repeat(33)}`;
    const { safe, held } = holdBack(text);
    expect(safe).toBe('HELD-SECRET-1[HELD-SECRET-2]');
    expect(putBack(safe, held)).toBe(text);
  });

  it('holds the whole of what two patterns see in part', () => {
    const overlapping = [
      { start: 0, end: 6, kind: 'one', label: 'SECRET' },
      { start: 4, end: 9, kind: 'other', label: 'SECRET' },
    ] as const;
    expect(mergeSpans(overlapping)).toEqual([{ start: 0, end: 9, kind: 'one', label: 'SECRET' }]);
  });

  it('holds nothing twice when its own output comes in again', () => {
    const { safe } = holdBack(`password=hunter22x, key ${AWS}, https://u:p4ss@h.example`);
    expect(holdBack(safe).held).toEqual([]);
  });
});

describe('putting back', () => {
  const { held } = holdBack(`Key ${AWS}, owner joe@example.com`);

  it.each([
    ['as it is', '[HELD-SECRET-1]', AWS],
    ['twice', '[HELD-SECRET-1] [HELD-SECRET-1]', `${AWS} ${AWS}`],
    ['in bold', '**[HELD-SECRET-1]**', `**${AWS}**`],
    ['in bold within its brackets', '[**HELD-SECRET-1**]', AWS],
    ['as code', '`[HELD-SECRET-1]`', `\`${AWS}\``],
    ['in other case', '[held-secret-1] [Held-Secret-1]', `${AWS} ${AWS}`],
    ['with spaces', '[HELD SECRET 1] [ HELD - SECRET - 1 ]', `${AWS} ${AWS}`],
    ['with underscores', '[HELD_SECRET_1]', AWS],
    ['with other dashes', '[HELD‑SECRET–1]', AWS],
    ['with escapes', '\\[HELD-SECRET-1\\]', AWS],
    ['without brackets', 'HELD-SECRET-1.', `${AWS}.`],
    ['in other brackets', '(HELD-SECRET-1) <HELD-EMAIL-2>', `(${AWS}) <joe@example.com>`],
    ['run together', '[HELDSECRET1]', AWS],
    ['with a hyphen in e-mail', '[HELD-E-MAIL-2]', 'joe@example.com'],
  ])('recognises a placeholder that a model repeats %s', (_, draft, whole) => {
    expect(putBack(draft, held)).toBe(whole);
  });

  it.each([
    '[HELD-SECRET-2]',
    '[HELD-SECRET-11]',
    'we held email 2 back',
    'UPHELD-SECRET-1',
    '[HELD-PHONE-1]',
  ])('leaves alone what is no placeholder of this text: %s', (draft) =>
    expect(putBack(draft, held)).toBe(draft),
  );

  it('reports what a draft dropped, once', () => {
    expect(missing('Nothing.', held).map((each) => each.value)).toEqual([AWS, 'joe@example.com']);
    expect(missing('**Held_Secret_1** only', held).map((each) => each.value)).toEqual(['joe@example.com']);
    expect(missing('[HELD-SECRET-1] [HELD-EMAIL-2]', held)).toEqual([]);
  });
});

describe('for every text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...SECRET_TEXTS.map(({ text }) => text), ...ORDINARY_TEXTS),
    fc.constantFrom(
      '[HELD-SECRET-1]',
      'HELD-SECRET-',
      '[HELD-EMAIL-',
      'held',
      '-1',
      '[',
      ']',
      '`',
      '**',
      '\\',
      ' ',
      '\n',
      '"',
    ),
    fc.constantFrom(
      AWS,
      'password=',
      'token: ',
      'joe@example.com',
      '+44 20 7946 0958',
      '2',
      '://a:b1c@',
      '@',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  it('what was held back comes back to the letter', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { safe, held } = holdBack(whole);
        expect(putBack(safe, held)).toBe(whole);
        expect(missing(safe, held)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('the places are in order, apart, and hold the values', () => {
    fc.assert(
      fc.property(text, (whole) => {
        let from = 0;
        for (const { start, end, value } of holdBack(whole).held) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(whole.slice(start, end)).toBe(value);
          from = end;
        }
      }),
    );
  });
});
