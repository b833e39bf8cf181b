import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, openAsNew } from './person';
import { test } from './screenTest';
import { seed } from './seed';

/** Noon on the first of this month, so many months ago: the page counts by its own clock. */
function noon(monthsAgo: number, minutes = 0): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth() - monthsAgo, 1, 12, minutes).toISOString();
}

/** Noon on this day of another year; 28 February where that year has no 29th. */
function aYearAgo(): string {
  const now = new Date();
  const isLeapDay = now.getMonth() === 1 && now.getDate() === 29;
  return new Date(now.getFullYear() - 4, now.getMonth(), isLeapDay ? 28 : now.getDate(), 12).toISOString();
}

const rows = (page: Page) => page.getByRole('list').getByRole('heading', { level: 2 });

async function expectAtHome(page: Page, where: string) {
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `${where}, ${theme}`);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page, `${where} on a phone`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

test('a library is filtered by what its lines say, and its address keeps it', async ({ page }) => {
  await openAsNew(page, { email: 'filters@nevermore.local', password: 'Tap-tap-tapping-9' });
  await seed(page, [
    { title: 'Checkout down', service: 'checkout', tags: ['Database', 'deploy'], startedAt: noon(1) },
    { title: 'Search slow', service: 'search', tags: ['database'], startedAt: noon(2) },
    { title: 'Queue full', service: 'search', tags: [], severity: 'SEV1' },
    { title: 'Long ago', startedAt: aYearAgo() },
  ]);
  await page.reload();
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByRole('complementary', { name: 'On this day' })).toContainText(
    '4 years ago:Long ago',
  );

  await page.getByRole('link', { name: 'Only the tag #Database', exact: true }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByLabel('Tag')).toContainText('Database (2)');
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('link', { name: 'Only the service search' }).click();
  await expect(rows(page)).toHaveText(['Search slow']);
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByLabel('Search', { exact: true })).toBeFocused();
  await expect(rows(page)).toHaveCount(4);
  await page.getByLabel('Started from').fill(noon(1).slice(0, 10));
  await expect(rows(page)).toHaveText(['Checkout down']);
  await page.getByLabel('Started from').fill('');
  await page.getByLabel('Time missing').selectOption('Started');
  await expect(rows(page)).toHaveText(['Queue full']);

  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByLabel('Severity')).toBeHidden();
  await page.getByRole('button', { name: 'Filters (1)' }).click();
  await page.getByLabel('Service').selectOption('search (2)');
  await expect(page.getByRole('button', { name: 'Filters (2)' })).toBeVisible();
  await expectAtHome(page, 'a library with its filters');

  await page.goto('/');
  await page.getByRole('button', { name: 'Not today' }).click();
  await page.reload();
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByRole('complementary', { name: 'On this day' })).toBeHidden();
});

test('a document’s tags are there once, and lead to the others that bear them', async ({ page }) => {
  await openAsNew(page, { email: 'tags@nevermore.local', password: 'Tap-tap-tapping-9' });
  await seed(page, [{ title: 'Another one', tags: ['cache'] }, { title: 'Unlike' }]);
  await page.getByRole('button', { name: 'New post-mortem' }).click();
  await page.getByLabel('Title').fill('Tagged');
  await page.getByLabel('Tags').fill('Cache, #cache, CACHE, queue');
  await page.getByLabel('Title').press('Enter');
  await expect(page.getByLabel('Tags')).toHaveValue('Cache, queue');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: '#Cache' }).click();
  await expect(rows(page)).toHaveText(['Tagged', 'Another one']);
});

test('trends tell what many post-mortems tell together, each number leading to what it counts', async ({
  page,
}) => {
  await openAsNew(page, { email: 'trends@nevermore.local', password: 'Tap-tap-tapping-9' });
  const lasting = (minutes: number, monthsAgo: number) => ({
    startedAt: noon(monthsAgo),
    resolvedAt: noon(monthsAgo, minutes),
  });
  await seed(page, [
    { title: 'One', severity: 'SEV1', service: 'search', ...lasting(10, 1) },
    { title: 'Two', severity: 'SEV1', service: 'Search', ...lasting(20, 1) },
    { title: 'Three', severity: 'SEV2', service: 'queue', ...lasting(600, 2) },
    {
      title: 'Four',
      actionItems: [{ text: 'Alert', owner: 'Lenore', dueDate: '2020-02-29', done: false }],
    },
  ]);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('trends');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Trends' })).toBeVisible();
  await expect(page.getByText('4 post-mortems read.')).toBeVisible();
  await expect(page.getByText(/^3 started since .*: 2 SEV1, 1 SEV2\.$/)).toBeVisible();
  await expect(page.getByText('20 min median of 3')).toBeVisible();
  await expect(page.getByText('1 open, 1 of them overdue.')).toBeVisible();

  // The picture is one stop of the Tab key; the arrows go from mark to mark.
  const picture = page.getByRole('group', { name: /^Incidents by severity/ });
  await picture.getByRole('link', { name: /^SEV1, .*: 2$/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(picture.getByRole('link', { name: /^SEV2, .*: 1$/ })).toBeFocused();
  await page.getByText('The numbers of “Incidents by severity”').click();
  await expect(page.getByRole('row', { name: 'All 2 1 0 0 3' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV of “Incidents by severity”' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('"All","","",2,1,0,0,3');

  await page.getByLabel('Period').selectOption('3');
  await page.reload();
  await expect(page.getByLabel('Period')).toHaveValue('3');
  await expectAtHome(page, 'trends');
  await page.setViewportSize({ width: 1280, height: 900 });

  await picture.getByRole('link', { name: /^SEV1, .*: 2$/ }).press('Enter');
  await expect(page).toHaveURL(/severity=SEV1/);
  await expect(rows(page)).toHaveText(['Two', 'One']);
  await page.goBack();
  await page.getByRole('link', { name: /^search 2 /i }).click();
  await expect(rows(page)).toHaveText(['Two', 'One']);
  await page.goBack();
  await page.getByRole('link', { name: /^Up to 7 days/ }).click();
  await expect(page.getByText('1 open, 1 of them overdue.')).toBeVisible();
  await expect(page.getByLabel('Age', { exact: true })).toHaveValue('week');
});
