import { StaticRouter } from 'react-router';
import type { PostMortemListing } from '../../../../src/data/types';
import { TrendsView } from '../../../../src/features/trends/TrendsView';
import type { Reading } from '../../../../src/features/trends/trendsReader';
import { rendered } from '../../rendered';

const listing = (id: string, more: Partial<PostMortemListing> = {}): PostMortemListing => ({
  ...{
    id,
    title: id,
    severity: 'SEV1',
    status: 'DRAFT',
    service: 'search',
    tags: [],
    owner: 'me',
    savedBy: null,
  },
  ...{ startedAt: '2026-03-01T10:00:00Z', detectedAt: null, mitigatedAt: null, resolvedAt: null },
  ...{ createdAt: '2026-03-01T10:00:00Z', updatedAt: '2026-03-01T10:00:00Z' },
  ...more,
});

const pageOf = (reading: Partial<Reading>) =>
  rendered(
    <StaticRouter location="/trends">
      <TrendsView
        scope="published"
        period="3"
        userId="me"
        now={{ today: '2026-03-15', zone: 'UTC' }}
        reading={{
          listings: [],
          unreadable: 0,
          actions: null,
          state: 'read',
          isWhole: true,
          error: null,
          ...reading,
        }}
        onStop={() => {}}
        onReadOn={() => {}}
      />
    </StaticRouter>,
  );

const SOME = [
  listing('a', { detectedAt: '2026-03-01T10:20:00Z' }),
  listing('b', { detectedAt: '2026-03-01T10:40:00Z', startedAt: '2026-03-01T10:00:00Z' }),
  listing('c', { detectedAt: '2026-02-01T09:00:00Z', startedAt: '2026-02-01T10:00:00Z', severity: 'SEV3' }),
  listing('d', { startedAt: null }),
];

it('says how many there were, and what is not counted, and leads to both', async () => {
  const { words, html } = await pageOf({ listings: SOME });
  expect(words).toMatch(/3 started since .*: 2 SEV1, 1 SEV3\./);
  expect(words).toContain('Not counted: 1 without a start, in no month.');
  expect(html).toContain('aria-label="SEV1, March 2026: 2"');
  expect(html).toContain('href="/?list=published&amp;from=2026-03-01&amp;to=2026-03-15&amp;severity=SEV1"');
  expect(html).toContain('href="/?list=published&amp;without=startedAt"');
});

it('tells medians with how many were measured, and what has no times or contradicts itself', async () => {
  const { words } = await pageOf({ listings: SOME });
  expect(words).toContain('30 min median of 2, half between 25 min and 35 min');
  expect(words).toContain('1 tells an end before the start, and is left out.');
  expect(words).toContain('Nothing to measure: none tells both times. 3 do not say when');
});

it('tells of the services that come back, and of open actions by age', async () => {
  const actionItems = [{ text: 'Alert', owner: '', dueDate: '2026-03-01', done: false }];
  const { words, html } = await pageOf({
    listings: SOME,
    actions: { listings: [{ ...listing('a'), editors: [], actionItems }], isWhole: false },
  });
  expect(words).toMatch(/search3 last /);
  expect(words).toContain('1 open, 1 of them overdue.');
  expect(words).toContain('only the latest changed ones are counted');
  expect(html).toContain('href="/actions?age=month"');
});

it('is honest about what has not been read', async () => {
  expect((await pageOf({ listings: SOME, isWhole: false })).words).toContain(
    'There are more than 10,000: these are the figures of the 4 that were changed last, and of no others.',
  );
  expect((await pageOf({ listings: SOME, state: 'stopped' })).words).toContain(
    'Stopped: these are the figures of the 4',
  );
  expect((await pageOf({ listings: SOME, state: 'reading' })).words).toContain(
    '4 post-mortems read so far… Stop reading',
  );
  expect((await pageOf({ unreadable: 2 })).words).toContain('2 more cannot be shown, and are not counted.');
  expect((await pageOf({})).words).toContain('Nothing to count yet');
});
