import { actionsToCsv } from '../../../domain/actions/csv';
import {
  newIssueAddress,
  TRACKERS,
  TrackerAddressError,
  type TrackerId,
} from '../../../domain/actions/newIssue';
import { type ActionListing, filterActions, openActionsOf } from '../../../domain/actions/openActions';
import type { ActionItem } from '../../../domain/postMortem';

const action = (text: string, more: Partial<ActionItem> = {}): ActionItem => ({
  text,
  owner: '',
  dueDate: '',
  done: false,
  ...more,
});
const listing = (
  id: string,
  actionItems: ActionItem[],
  more: Partial<ActionListing> = {},
): ActionListing => ({
  id,
  title: `Title of ${id}`,
  severity: 'SEV2',
  status: 'DRAFT',
  owner: 'me',
  editors: [],
  createdAt: '2026-03-01T12:00:00.000Z',
  actionItems,
  ...more,
});
const texts = (actions: { item: ActionItem }[]) => actions.map(({ item }) => item.text);

const TODAY = '2026-03-10';

test('overdue actions come first and by the day they were due, then dated ones, then the more urgent', () => {
  const actions = openActionsOf(
    [
      listing('a', [
        action('some day'),
        action('some day, urgent', { priority: 'high' }),
        action('today', { dueDate: '2026-03-10' }),
        action('yesterday', { dueDate: '2026-03-09' }),
      ]),
      listing('b', [action('last year', { dueDate: '2025-12-31' }), action('', { dueDate: '2025-01-01' })]),
    ],
    'me',
    TODAY,
    'UTC',
  );
  expect(texts(actions)).toEqual(['last year', 'yesterday', 'today', 'some day, urgent', 'some day']);
  expect(actions.map(({ isOverdue }) => isOverdue)).toEqual([true, true, false, false, false]);
});

test('what is done is not listed, and only who may edit the document may tick what is open', () => {
  const items = [action('done', { done: true }), action('open')];
  const others = { owner: 'lenore' };
  const mayEdit = (one: ActionListing) =>
    openActionsOf([one], 'me', TODAY, 'UTC').map((each) => each.mayEdit);
  expect(mayEdit(listing('mine', items))).toEqual([true]);
  expect(mayEdit(listing('shared', items, { ...others, editors: ['me'] }))).toEqual([true]);
  expect(mayEdit(listing('published', items, others))).toEqual([false]);
});

test('filters by a part of the owner’s name in any case, by type and by priority', () => {
  const actions = openActionsOf(
    [
      listing('a', [
        action('one', { owner: 'Lenore Poe', type: 'prevent', priority: 'high' }),
        action('two', { owner: 'Ligeia', type: 'detect', priority: 'high' }),
      ]),
    ],
    'me',
    TODAY,
    'UTC',
  );
  const any = { owner: '', type: '', priority: '', age: '' };
  expect(texts(filterActions(actions, any))).toEqual(['one', 'two']);
  expect(texts(filterActions(actions, { ...any, owner: ' LENORE' }))).toEqual(['one']);
  expect(texts(filterActions(actions, { ...any, type: 'detect' }))).toEqual(['two']);
  expect(texts(filterActions(actions, { ...any, priority: 'low' }))).toEqual([]);
});

test.each([
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '  =cmd|calc',
  '\u200b=1',
  '＝1+1',
])('no spreadsheet computes %j from the CSV', (text) => {
  const csv = actionsToCsv(openActionsOf([listing('a', [action(text)])], 'me', TODAY, 'UTC'));
  const row = csv.slice(csv.indexOf('\r\n') + 2);
  expect(row.startsWith(`"'`)).toBe(true);
});

test('commas, quotation marks and line breaks stay within their cell', () => {
  const csv = actionsToCsv(
    openActionsOf([listing('a', [action('Say "never", twice\nor more')])], 'me', TODAY, 'UTC'),
  );
  expect(csv).toContain('\r\n"Say ""never"", twice\nor more","",');
});

const ISSUE = {
  text: 'Alert on pool size & queue #depth',
  owner: 'Lenore',
  dueDate: '2026-04-01',
  title: 'Checkout down',
  link: 'https://nevermore.example/post-mortems/1',
};
const BODY =
  'Alert on pool size & queue #depth\n\nFrom the post-mortem “Checkout down”: https://nevermore.example/post-mortems/1\nOwner: Lenore\nDue: 2026-04-01';

test.each([
  ['github', 'https://github.com/acme/checkout/issues/new', { title: ISSUE.text, body: BODY }],
  [
    'gitlab',
    'https://gitlab.com/acme/checkout/-/issues/new',
    { 'issue[title]': ISSUE.text, 'issue[description]': BODY },
  ],
  [
    'jira',
    'https://acme.atlassian.net/secure/CreateIssueDetails!init.jspa',
    { pid: '10000', issuetype: '10002', summary: ISSUE.text, description: BODY },
  ],
  ['linear', 'https://linear.app/acme/team/ENG/new', { title: ISSUE.text, description: BODY }],
] as [TrackerId, string, object][])(
  'a new issue in %s is filled in from its example address',
  (id, place, query) => {
    const address = TRACKERS.find((one) => one.id === id)?.example ?? '';
    const made = new URL(newIssueAddress({ id, address }, ISSUE));
    expect(made.origin + made.pathname).toBe(place);
    expect(Object.fromEntries(made.searchParams)).toEqual(query);
  },
);

test.each([
  ['github', 'javascript:alert(1)'],
  ['github', 'https://me:secret@github.com/acme/checkout'],
  ['github', 'https://github.com/acme'],
  ['gitlab', 'checkout'],
  ['jira', 'https://acme.atlassian.net'],
  ['linear', 'https://linear.app/'],
] as [TrackerId, string][])('%s at %s is refused with what it should look like', (id, address) => {
  expect(() => newIssueAddress({ id, address }, ISSUE)).toThrow(TrackerAddressError);
});

test('an action of any length makes an address that servers take, and splits no character', () => {
  const made = newIssueAddress(
    { id: 'github', address: 'https://github.com/acme/checkout' },
    { ...ISSUE, text: '🐦‍⬛'.repeat(2_000) },
  );
  expect(made.length).toBeLessThanOrEqual(7_500);
  expect(() => decodeURIComponent(made)).not.toThrow();
  expect(made).not.toContain('%EF%BF%BD');
});
