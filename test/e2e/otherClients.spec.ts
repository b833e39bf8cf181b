import { expect, type Page } from '@playwright/test';
import { expectAccessible, openAs, saved } from './person';
import { test } from './screenTest';

const CREATE = `mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }`;

/** What the schema allows and the form never writes. */
const WRITTEN_ELSEWHERE = {
  'nothing but what is required': {},
  'null sections': { summary: null, impact: null, description: null, rootCause: null, resolution: null },
  'null lists': { tags: null, timeline: null, actionItems: null },
  'the largest revision': { revision: 2_147_483_647 },
  'a moment that no browser can read': { startedAt: '2026-01-01T00:00:00+01:00:30' },
};

/** Speaks to the API as this person, from outside the page. */
async function apiOf(page: Page) {
  const asked = page.waitForRequest(
    (request) => request.url().endsWith('/graphql') && request.method() === 'POST',
  );
  await page.reload();
  const request = await asked;
  const authorization = (await request.allHeaders()).authorization as string;
  return async (query: string, variables: object) => {
    const answer = await page.request.post(request.url(), {
      headers: { authorization },
      data: { query, variables },
    });
    const { data, errors } = (await answer.json()) as {
      data: Record<string, { id: string }>;
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    return Object.values(data)[0] as { id: string };
  };
}

test('a post-mortem that a script wrote opens, is listed and can be edited', async ({ page }) => {
  await openAs(page);
  const api = await apiOf(page);
  for (const [what, fields] of Object.entries(WRITTEN_ELSEWHERE)) {
    const title = `By a script: ${what}`;
    const input = { title, severity: 'SEV1', status: 'DRAFT', revision: 1, ...fields };
    const { id } = await api(CREATE, { input });
    await page.goto('/');
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await page.goto(`/post-mortems/${id}`);
    await expect(page.getByLabel('Title')).toHaveValue(title);
    await page.getByLabel('Summary', { exact: true }).fill('Written in the page.');
    await saved(page);
    await page.reload();
    await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Written in the page.');
  }
  await expectAccessible(page, 'a post-mortem that a script wrote');
});

test('a timeline of thousands that a script wrote opens, and its last entry can be reached, changed and kept', async ({
  page,
}) => {
  const MANY = 5_000;
  await openAs(page);
  const api = await apiOf(page);
  const timeline = Array.from({ length: MANY }, (_, index) => ({ at: '14:02', text: `Event ${index + 1}` }));
  const input = { title: 'Thousands', severity: 'SEV1', status: 'DRAFT', revision: 1, timeline };
  const { id } = await api(CREATE, { input });
  await page.goto(`/post-mortems/${id}`);
  await expect(page.getByLabel('What happened, timeline entry 1', { exact: true })).toHaveValue('Event 1');
  await expect(page.getByText('1 to 100 of 5,000')).toBeVisible();
  await expect(page.getByLabel(/^What happened, timeline entry/)).toHaveCount(100);

  // Moving past the end of a part takes the focus along.
  await page.getByRole('button', { name: 'To the last' }).click();
  await expect(page.getByText('4,901 to 5,000 of 5,000')).toBeVisible();
  await page.getByRole('button', { name: 'Move timeline entry 4901 up' }).click();
  await expect(page.getByRole('button', { name: 'Move timeline entry 4900 up' })).toBeFocused();
  await expect(page.getByLabel('What happened, timeline entry 4900', { exact: true })).toHaveValue(
    'Event 4901',
  );

  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByLabel('What happened, timeline entry 5000', { exact: true }).fill('The last one, changed');
  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: 'To the last' }).click();
  await expect(page.getByLabel('What happened, timeline entry 5000', { exact: true })).toHaveValue(
    'The last one, changed',
  );
  await expectAccessible(page, 'a part of a long timeline');
});
