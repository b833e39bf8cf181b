import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';

async function addAction(page: Page, number: number, text: string, owner: string, due: string) {
  await page.getByRole('button', { name: 'Add action item' }).click();
  await page.getByLabel(`Action, action item ${number}`).fill(text);
  await page.getByLabel(`Owner, action item ${number}`).fill(owner);
  await page.getByLabel(`Due, action item ${number}`).fill(due);
}

test('open actions of all post-mortems stand on one page: overdue first, filtered in the address, ticked, taken along', async ({
  page,
}) => {
  await openAs(page);
  const address = await newPostMortem(page, 'Checkout was down');
  await addAction(page, 1, '=HYPERLINK("https://evil.example")', 'Ligeia', '2999-01-01');
  await addAction(page, 2, 'Alert on the pool size', 'Lenore', '2020-02-29');
  await saved(page);
  await newPostMortem(page, 'Search was slow');
  await addAction(page, 1, 'Write the runbook', 'Lenore', '');
  await page.getByLabel('Priority, action item 1').selectOption('High');
  await saved(page);

  await page.getByRole('link', { name: 'Actions', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Open actions' })).toBeVisible();
  const rows = page.locator('.open-actions > li');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('Alert on the pool size');
  await expect(rows.nth(0)).toContainText('Overdue since');
  await expect(rows.nth(2)).toContainText('Write the runbook');
  await expect(page.getByText('3 open, 1 of them overdue.')).toBeVisible();

  await page.getByText('Make issues of actions').click();
  await page.getByLabel('Its address').fill('https://github.com/acme/checkout');
  const issue = rows.nth(0).getByRole('link', { name: 'New issue in GitHub' });
  await expect(issue).toHaveAttribute(
    'href',
    /^https:\/\/github\.com\/acme\/checkout\/issues\/new\?title=Alert\+on/,
  );

  await page.getByLabel('Owner').fill('lenore');
  await expect(rows).toHaveCount(2);
  await page.getByLabel('Priority').selectOption('High');
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(page).toHaveURL(/owner=lenore&priority=high/);
  await expect(rows).toHaveCount(1);
  // What was typed of the tracker is on this device.
  await expect(page.getByRole('link', { name: 'New issue in GitHub' })).toBeVisible();
  await page.goto('/actions');
  await expect(rows).toHaveCount(3);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`);

  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `open actions in ${theme}`);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page, 'open actions on a phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 900 });

  await rows.nth(0).getByRole('checkbox').click();
  await expect(rows.nth(0).getByRole('checkbox')).toBeChecked();
  await page.reload();
  await expect(rows).toHaveCount(2);
  await rows.nth(0).getByRole('link', { name: 'Checkout was down' }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByLabel('Done: action item 2')).toBeChecked();
});
