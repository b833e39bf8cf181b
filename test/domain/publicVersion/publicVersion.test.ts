import { emptyPostMortem } from '../../../domain/postMortem';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { asItsOwn, keyOf, publicVersion } from '../../../domain/publicVersion';

const written: AuthoredContent = {
  ...emptyPostMortem('Checkout down, OPS-1234'),
  summary:
    'Ines Roy paged Kofi at 14:02. db-prod-3 and web01.internal.acme.com (10.0.3.7) were down; see https://acme.atlassian.net/browse/OPS-1234. We lost $12,500 and 3 % of daily revenue. Mail ines@acme.com.',
  rootCause:
    'Roy merged PR #812 with password=Hunter2secretX9 in it. UTF-8 and SHA-256 were not to blame, in us-east-1.',
  timeline: [{ at: '14:02', text: 'asked @kofi.a in ACME channel' }],
  actionItems: [{ text: 'Fix it', owner: 'Maria Rossi', dueDate: '', done: false, ticket: 'OPS-99' }],
  people: [{ name: 'Ines Roy', role: 'commander' }],
};

const valuesOf = (rule: string, document = written, words: string[] = []) =>
  publicVersion(document, { words })
    .taken.filter((each) => each.rule === rule)
    .map(({ value }) => value);

it('takes out names, tickets, hosts, secrets, addresses and revenue, and says what each rule took', () => {
  const { document, taken } = publicVersion(written);
  const text = JSON.stringify(document);
  for (const value of [
    'Ines',
    'Roy',
    'Kofi',
    'kofi',
    'Maria',
    'Rossi',
    'OPS-1234',
    'OPS-99',
    '#812',
    'db-prod-3',
    'acme.com',
    '10.0.3.7',
    'atlassian',
    '12,500',
    '3 %',
    'Hunter2secretX9',
  ])
    expect(text).not.toContain(value);
  expect(valuesOf('people')).toEqual(
    expect.arrayContaining(['Ines Roy', 'Kofi', 'Roy', '@kofi.a', 'Maria Rossi']),
  );
  expect(valuesOf('tickets')).toEqual(expect.arrayContaining(['OPS-1234', 'OPS-99', '#812']));
  expect(valuesOf('hosts')).toEqual(
    expect.arrayContaining(['db-prod-3', 'web01.internal.acme.com', '10.0.3.7']),
  );
  expect(valuesOf('revenue')).toEqual(['$12,500', '3 %']);
  expect(valuesOf('personal')).toEqual(['ines@acme.com']);
  expect(
    taken.every(({ places, label, instead }) => places > 0 && label !== '' && text.includes(instead)),
  ).toBe(true);
});

it('leaves what is no secret of anybody: times, regions, encodings, and the story', () => {
  const text = publicVersion(written).document.rootCause;
  expect(text).toContain('UTF-8 and SHA-256 were not to blame, in us-east-1.');
  expect(publicVersion(written).document.summary).toContain('at 14:02');
});

it('a value has one name wherever it stands, and no name makes a link', () => {
  const document = {
    ...emptyPostMortem('x'),
    summary: 'Kim(on call) and Kim[1].',
    people: [{ name: 'Kim' }],
  };
  const { document: told, taken } = publicVersion(document);
  expect(told.summary).toBe('[person 1] (on call) and [person 1] [1].');
  expect(taken).toEqual([
    { rule: 'people', label: 'Names of people', value: 'Kim', instead: '[person 1]', places: 3 },
  ]);
});

it('an author adds words and keeps what a rule took by mistake', () => {
  const [host] = publicVersion(written).taken.filter(({ value }) => value === 'db-prod-3');
  const { document } = publicVersion(written, { words: ['acme'], kept: new Set([keyOf(host as never)]) });
  expect(document.summary).toContain('db-prod-3');
  expect(document.timeline[0]?.text).toBe(
    'asked [person 1] in [removed 1] channel'.replace(
      'person 1',
      document.timeline[0]?.text.match(/person \d+/)?.[0] ?? '',
    ),
  );
});

it('a word of an author’s is a word and no pattern', () => {
  const document = { ...emptyPostMortem('x'), summary: 'a.b axb (c*) ab' };
  expect(publicVersion(document, { words: ['a.b', '(c*)', ' '] }).document.summary).toBe(
    '[removed 1] axb [removed 2] ab',
  );
});

it('does not change the document, and takes the same out twice', () => {
  const before = structuredClone(written);
  expect(publicVersion(written)).toEqual(publicVersion(before));
  expect(written).toEqual(before);
});

it('takes a long document in a moment, whatever stands in it', () => {
  const document = {
    ...emptyPostMortem('x'),
    summary: 'a-1.'.repeat(5_000),
    impact: 'A '.repeat(10_000),
    response: '1,'.repeat(10_000),
  };
  expect(publicVersion(document).document.title).toBe('x');
});

it('a name goes wherever it stands, also where an address or a handle writes it in small letters', () => {
  const told = publicVersion({
    ...emptyPostMortem('Checkout down'),
    summary: 'Lenore Usher (lenore.usher@acme.example) rolled back. See support.desk@acme.example.',
    description:
      'At 14:02 @ligeia deployed. Morella Poe called Lenore, and Ligeia’s change went out. Support was told, the Desk too; ask support.',
  }).document;
  for (const name of ['Lenore', 'Usher', 'igeia', 'Morella', 'Poe'])
    expect(told.summary + told.description).not.toContain(name);
  expect(told.description).toContain('Support was told, the Desk too; ask support.');
});

it('a pod is a host: its name ends in what its controller made up', () => {
  const told = publicVersion({
    ...emptyPostMortem('Checkout down'),
    summary:
      'Pods checkout-7d9f8b6c5-x2lqp and payments-worker-5c689d88bb-4kzqx restarted; a well-known-cause-again.',
  }).document;
  expect(told.summary).toBe('Pods [host 1] and [host 2] restarted; a well-known-cause-again.');
});

it('a public version becomes a draft of its own, which says what it is, however long the title was', () => {
  const { document } = publicVersion({
    ...written,
    title: `🦉${'Checkout '.repeat(24)}`,
    status: 'PUBLISHED',
  });
  const own = asItsOwn(document);
  expect(own.status).toBe('DRAFT');
  expect(own.title).toMatch(/^Public version: 🦉Checkout /u);
  expect(own.title.length).toBeLessThanOrEqual(200);
  expect({ ...own, title: '', status: '' }).toEqual({ ...document, title: '', status: '' });
});
