import { MARKDOWN } from '../../../domain/export';
import { emptyPostMortem } from '../../../domain/postMortem';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { publicVersion } from '../../../domain/publicVersion';
import { maskDocument } from '../../../domain/publicVersion/masked';
import { reservationsAbout } from '../../../domain/readiness';
import { reviewOf } from '../../../domain/review';
import fc from '../../properties';
import { SECRET_TEXTS } from '../secrets/samples';

const row = (text: string) => ({ at: '14:02', text });
const written: AuthoredContent = {
  ...emptyPostMortem('Checkout down'),
  description: 'The admin password: Winter2026!x',
  timeline: [row('Somebody pasted Winter2026!x'), row('Nothing was known')],
};

it('what one cell calls a password is in no other of the public version, under one name', () => {
  const { document, taken } = publicVersion(written);
  expect(document.timeline[0]?.text).toBe('Somebody pasted [secret 1]');
  expect(taken).toMatchObject([{ value: 'Winter2026!x', places: 2 }]);
});

it('a masked document names each secret the same in all of its cells, and is one that can be exported', () => {
  const { document, found } = maskDocument({
    ...written,
    response: 'Mail ann@example.com. token: ab12cd34ef',
  });
  expect(document.timeline[0]?.text).toBe('Somebody pasted [secret 1 removed]');
  expect(found).toEqual(['2 secrets', '1 e-mail address']);
  expect(MARKDOWN.now(document)).not.toContain('Winter2026');
});

it('a password that looks like a year or a severity leaves moments and choices as they are', () => {
  const document = {
    ...written,
    startedAt: '2026-03-04T14:02:00.000Z',
    response: 'Password: 2026\nPassword: SEV3',
  };
  const { document: masked } = maskDocument(document);
  expect(masked.startedAt).toBe(document.startedAt);
  expect(masked.severity).toBe(document.severity);
});

it('readiness and review name the row in which a secret of a section stands bare', () => {
  const rows = [...reservationsAbout(written), ...reviewOf(written, 'professional')].filter(
    ({ kind, where }) => kind === 'secret' && where === 'timeline',
  );
  expect(rows.map(({ entry }) => entry)).toEqual([0, 0]);
});

it('a name told by what its bearer did is gone from every cell, and a word that is no name is not', () => {
  const document = {
    ...emptyPostMortem('x'),
    summary: 'Zoltan Kis said it was slow. Deploy merged late.',
    timeline: [row("Zoltan's change"), row('Kis called'), row('Deploy ended; the deploy was slow')],
  };
  const { timeline } = publicVersion(document).document;
  expect(timeline[0]?.text).toMatch(/^\[person \d+\]'s change$/);
  expect(timeline[1]?.text).toMatch(/^\[person \d+\] called$/);
  expect(timeline[2]?.text).toBe('Deploy ended; the deploy was slow');
});

it.each([
  ['Zsofia Kovacs (SRE)', ['Zsofia', 'Kovacs']],
  ['Gyorgy Nagy, Platform team', ['Gyorgy', 'Nagy']],
  ['Zsofia Kovacs – on-call', ['Zsofia', 'Kovacs']],
  ['Kovacs, Zsofia', ['Zsofia', 'Kovacs']],
  ['SRE team / Gyorgy Nagy', ['Gyorgy', 'Nagy']],
])('an owner with a team beside the name is a person: %s', (owner, names) => {
  const document = {
    ...emptyPostMortem('x'),
    summary: `${names.join(' and ')} looked at it.`,
    actionItems: [{ text: 'Fix it', owner, dueDate: '', done: false }],
  };
  const told = JSON.stringify(publicVersion(document).document);
  for (const name of names) expect(told).not.toContain(name);
});

it.each(['Platform team', 'SRE', 'on-call (primary)'])('a team is nobody: %s', (owner) => {
  const document = {
    ...emptyPostMortem('x'),
    actionItems: [{ text: 'Fix it', owner, dueDate: '', done: false }],
  };
  expect(publicVersion(document).document.actionItems[0]?.owner).toBe(owner);
});

it('cuts the figure that was meant, and not the same figure within another', () => {
  const document = {
    ...emptyPostMortem('x'),
    summary: 'Revenue, up 15% in May, fell by 5%. Sales, 115 of them, by 15%.',
  };
  expect(publicVersion(document).document.summary).toBe(
    'Revenue, up 15% in May, fell by [amount 1]. Sales, 115 of them, by [amount 2].',
  );
});

describe('of any document', () => {
  const secret = fc.constantFrom(...SECRET_TEXTS.filter(({ value }) => value.length >= 6));
  const document_ = fc
    .uniqueArray(secret, { minLength: 1, maxLength: 3, selector: ({ value }) => value })
    .chain((secrets) => {
      const cell = fc.oneof(
        ...secrets.flatMap(({ text, value }) => [
          fc.constant(text),
          fc.constant(`Somebody pasted ${value} here`),
        ]),
        fc.constant('[HELD-SECRET-1] was shown'),
      );
      return fc.record({
        secrets: fc.constant(secrets),
        summary: cell,
        description: cell,
        rows: fc.array(cell, { maxLength: 5 }),
        actions: fc.array(cell, { maxLength: 3 }),
      });
    });

  it('no secret that a cell names stands in any cell of its public version or its masked copy', () => {
    fc.assert(
      fc.property(document_, ({ secrets, summary, description, rows, actions }) => {
        const document: AuthoredContent = {
          ...emptyPostMortem('Title'),
          ...{ summary, description, timeline: rows.map(row) },
          actionItems: actions.map((text) => ({ text, owner: '', dueDate: '', done: false })),
        };
        const cells = [summary, description, ...rows, ...actions];
        const named = secrets
          .filter(({ text }) => cells.includes(text))
          .map(({ value }) => JSON.stringify(value).slice(1, -1));
        for (const told of [publicVersion(document).document, maskDocument(document).document])
          expect(named.filter((value) => JSON.stringify(told).includes(value))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
