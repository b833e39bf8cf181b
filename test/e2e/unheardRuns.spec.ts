import { expect, type Page } from '@playwright/test';
import { newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';

/** What the list of runs holds when whoever recorded one died before starting it, or slept through its end. */
async function withUnheardRun(page: Page, id: string, minutesAgo: number, stage: string) {
  const record = {
    ...{ id, postMortemId: page.url().split('/').at(-1), section: 'impact', theme: 'professional' },
    ...{ source: 'db fell over at 14:02', status: 'RUNNING', stage, progress: 0, message: null, costUsd: 0 },
    ...{ finishedAt: null, drafts: [], verdict: null },
  };
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('runsOfPostMortem')) return route.fallback();
    const token = String(route.request().headers().authorization);
    const { sub: owner } = JSON.parse(Buffer.from(String(token.split('.')[1]), 'base64url').toString('utf8'));
    // So long before it is asked for, however long the page takes to ask.
    const startedAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
    await route.fulfill({ json: { data: { runsOfPostMortem: [{ ...record, startedAt, owner }] } } });
  });
}

test('a run that was recorded and never began begins when its page is opened', async ({ page }) => {
  await openAs(page);
  await newPostMortem(page, 'Recorded and not started');
  await page.getByLabel('Impact', { exact: true }).fill('db fell over at 14:02');
  await saved(page);
  await withUnheardRun(page, 'recorded-and-not-started', 2, 'QUEUED');
  const started = page.waitForRequest((request) => request.postData()?.includes('startEnhancement') ?? false);
  await page.reload();
  expect((await started).postDataJSON().variables).toMatchObject({
    id: 'recorded-and-not-started',
    section: 'impact',
    text: 'db fell over at 14:02',
  });
  await page.unroute('**/graphql');
  await expect(page.getByRole('button', { name: 'Keep mine' })).toBeVisible();
});

test('a run that waits says behind how many earlier ones of the same person, wherever those were started', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'In line');
  await page.getByLabel('Impact', { exact: true }).fill('db fell over at 14:02');
  await saved(page);
  await withUnheardRun(page, 'in-line', 0.2, 'QUEUED');
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('enhancementsByStatus')) return route.fallback();
    const items = ['one', 'two', 'in-line'].map((id) => ({ id }));
    await route.fulfill({ json: { data: { enhancementsByStatus: { items, nextToken: null } } } });
  });
  await page.reload();
  await expect(page.getByText('In line behind 2 earlier runs of yours.')).toBeVisible();
});

test('a run that slept through its end says that nothing was lost, and may be tried again', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Slept through');
  await page.getByLabel('Impact', { exact: true }).fill('db fell over at 14:02');
  await saved(page);
  await withUnheardRun(page, 'slept-through', 130, 'JUDGING');
  await page.reload();
  await expect(page.getByText('This run ended without a verdict. Nothing was lost')).toBeVisible();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Keep mine' })).toBeVisible();
});
