import { dayNumber, faultIn, passes, serviceKey } from '../../../domain/archive/filters';
import { enterablesOf, readKey } from '../../../domain/archive/keys';
import { isEnterable, mayBeShown } from '../../../domain/archive/standing';
import { emptyPostMortem } from '../../../domain/postMortem';
import fc from '../../properties';

const published = (more: object = {}) => ({
  ...emptyPostMortem('A big database'),
  id: 'd1',
  owner: 'ann',
  status: 'PUBLISHED',
  audience: ['pool'],
  rootCause: 'A lock.',
  startedAt: '2026-03-04T10:00:00.000Z',
  ...more,
});

it.each([
  ['a draft', { status: 'DRAFT' }],
  ['one in review, which colleagues may read', { status: 'IN_REVIEW' }],
  ['a withdrawn one', { status: 'WITHDRAWN' }],
  ['one that was final before there was publishing', { status: 'FINAL' }],
  ['a private one, published or not', { isPrivate: true }],
  ['one in the bin', { owner: 'bin:ann' }],
  ['one that no user pool reads', { audience: [] }],
  ['one with a list that is none', { audience: 'pool' }],
  ['one whose id no key could hold', { id: 'é'.repeat(300) }],
])('never enters %s, and never shows it', (_name, more) => {
  expect(enterablesOf(published(more)).size).toBe(0);
  expect(isEnterable(published(more))).toBe(false);
  expect(mayBeShown(published(more), { sub: 'ann', issuer: 'pool' })).toBe(false);
});

it('shows what is published to people of its user pool, and to nobody else', () => {
  expect(mayBeShown(published(), { sub: 'x', issuer: 'pool' })).toBe(true);
  expect(mayBeShown(published(), { sub: 'ann', issuer: 'another' })).toBe(false);
});

it('makes another key of what would make another vector or be filtered otherwise, and of nothing else', () => {
  const keyOf = (more: object) => [...enterablesOf(published(more)).keys()][0];
  const key = keyOf({});
  expect(keyOf({ revision: 9, savedBy: { id: 'x', name: 'y' }, archived: true })).toBe(key);
  for (const more of [
    { rootCause: 'Another.' },
    { title: 'Another' },
    { service: 'checkout' },
    { severity: 'SEV1' },
    { startedAt: '2026-03-05T10:00:00.000Z' },
    { audience: ['other'] },
    { id: 'd2' },
  ])
    expect(keyOf(more)).not.toBe(key);
  expect(readKey(String(key))).toEqual({ documentId: 'd1', place: 'rootCause/0' });
});

it('reads no key that it has not made', () => {
  for (const key of ['', 'x', '0|d1|a/0|p', '1|d1|a', '1||a|p', '1|%E0%A4|a|p', '1|a|b|c|d'])
    expect(readKey(key)).toBeNull();
});

it('keeps keys and what is filtered by within what S3 Vectors takes, whatever is stored', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 400 });
  fc.assert(
    fc.property(hostile, hostile, fc.array(hostile), hostile, (id, service, audience, title) => {
      for (const { key, facts } of enterablesOf(published({ id, service, audience, title })).values()) {
        expect(new TextEncoder().encode(key).length).toBeLessThanOrEqual(1_024);
        const embedder = 'e'.repeat(200);
        const bytes = new TextEncoder().encode(JSON.stringify({ ...facts, embedder })).length;
        expect(bytes).toBeLessThanOrEqual(2_048);
        expect(readKey(key)).toEqual({ documentId: id, place: 'rootCause/0' });
      }
    }),
  );
  const longest = published({
    id: 'i'.repeat(300),
    service: '漢'.repeat(2_000),
    audience: [1, 2, 3].map((pool) => `${pool}${'p'.repeat(299)}`),
  });
  const [one] = [...enterablesOf(longest).values()];
  expect(new TextEncoder().encode(JSON.stringify(one?.facts)).length).toBeLessThan(1_900);
});

it('tells services with one long beginning apart, and none by case, accents or space', () => {
  const long = 'the-service-that-has-the-longest-name-of-all-the-services-that-we-run-in-';
  expect(serviceKey(`${long}europe`)).not.toBe(serviceKey(`${long}america`));
  expect(serviceKey('  Café  API ')).toBe(serviceKey('cafe api'));
});

it('lets through what was asked for by service, severity and days, both days included', () => {
  const one = published({ service: 'Checkout', severity: 'SEV1' });
  expect(passes(one, {})).toBe(true);
  expect(
    passes(one, { service: 'checkout', severities: ['SEV1'], from: '2026-03-04', to: '2026-03-04' }),
  ).toBe(true);
  expect(passes(one, { service: 'search' })).toBe(false);
  expect(passes(one, { severities: ['SEV2'] })).toBe(false);
  expect(passes(one, { from: '2026-03-05' })).toBe(false);
  expect(passes(one, { to: '2026-03-03' })).toBe(false);
  expect(dayNumber('1970-01-02')).toBe(1);
});

it('says what is wrong with a filter, and how to write it', () => {
  expect(faultIn({ from: '2026-03-01', to: '2026-03-04', severities: ['SEV1'], service: 'x' })).toBeNull();
  expect(faultIn({ from: 'yesterday' })).toContain('2026-03-04');
  expect(faultIn({ from: '2026-03-05', to: '2026-03-04' })).toContain('ends before it begins');
  expect(faultIn({ severities: ['SEV9' as 'SEV1'] })).toContain('SEV1');
});
