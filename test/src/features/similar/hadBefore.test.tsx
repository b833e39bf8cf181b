import { MemoryRouter } from 'react-router';
import { OfflineError, SessionExpiredError } from '../../../../src/data/errors';
import type { SimilarIncident } from '../../../../src/data/types';
import { EarlierIncidents } from '../../../../src/features/similar/HadBefore';
import { type Before, lookedUp } from '../../../../src/features/similar/lookedUp';
import { rendered } from '../../rendered';

const INCIDENT: SimilarIncident = {
  ...{ id: 'pm-1', title: 'Checkout answered 502', severity: 'SEV1', service: 'checkout' },
  ...{
    startedAt: '2026-03-04T14:02:00.000Z',
    words: ['checkout'],
    section: 'rootCause',
    quote: 'The pool was full.',
  },
};
const find = jest.fn(async (_: string): Promise<SimilarIncident[]> => [INCIDENT]);
const told = (before: Before) =>
  rendered(
    <MemoryRouter>
      <EarlierIncidents before={before} onDismiss={() => {}} />
    </MemoryRouter>,
  );

beforeEach(() => find.mockClear());

test('a title is looked up without the space around it, and what was found is told', async () => {
  expect(await lookedUp('  Checkout is down ', { find, isOnline: true })).toEqual({
    ...{ kind: 'found', items: [INCIDENT] },
  });
  expect(find).toHaveBeenCalledWith('Checkout is down');
});

test.each([
  ['what is no title yet', 'Checkou', true],
  ['a title that is too long to be saved', 'Checkout '.repeat(100_000), true],
  ['a title without a connection', 'Checkout is down', false],
])('nobody is asked about %s', async (_, title, isOnline) => {
  expect(await lookedUp(title, { find, isOnline })).toEqual({ kind: 'quiet' });
  expect(find).not.toHaveBeenCalled();
});

test('nothing is said where nothing is like it, and where the page tells of the reason elsewhere', async () => {
  const quiet = async (answer: () => Promise<SimilarIncident[]>) =>
    expect(await lookedUp('Checkout is down', { find: answer, isOnline: true })).toEqual({ kind: 'quiet' });
  await quiet(async () => []);
  await quiet(() => Promise.reject(new OfflineError()));
  await quiet(() => Promise.reject(new SessionExpiredError()));
});

test('a look-up that failed says why, in one line', async () => {
  const before = await lookedUp('Checkout is down', {
    find: () => Promise.reject(new Error('The table is too busy.')),
    isOnline: true,
  });
  expect(before.kind).toBe('failed');
  expect((await told(before)).words).toContain('It could not be looked up.');
});

test('an earlier incident leads to the very section, in a tab of its own, with its words and its day', async () => {
  const { html, words } = await told({ kind: 'found', items: [INCIDENT] });
  expect(html).toContain('href="/post-mortems/pm-1#section-rootCause" target="_blank"');
  expect(words).toMatch(
    /One earlier incident may be like it\..*Checkout answered 502 \(opens in a new tab\).*Mar 4, 2026/,
  );
  expect(words).toContain('Root cause: The pool was full.');
});

test('while nothing is said there is nothing to send away', async () => {
  expect((await told({ kind: 'quiet' })).words).toBe('');
});
