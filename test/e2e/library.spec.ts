import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, openAsNew } from './person';
import { test } from './screenTest';
import { isQuestion, seed } from './seed';

const MANY = 300;

/** Fills the library of whoever is signed in, the first title being the oldest. */
const fill = (page: Page, titles: readonly string[]) =>
  seed(
    page,
    titles.map((title, index) => ({ title, severity: index % 100 === 0 ? 'SEV1' : 'SEV3' })),
  );

test('a long library opens with its first rows, and is searched to its end', async ({ page }) => {
  await openAsNew(page, { email: 'prolific@nevermore.local', password: 'Tap-tap-tapping-9' });
  await fill(page, [
    'The oldest Nädel',
    ...Array.from({ length: MANY - 1 }, (_, index) => `Incident ${index}`),
  ]);
  let questions = 0;
  page.on('request', (request) => {
    if (isQuestion(request.url(), request.method())) questions += 1;
  });
  await page.reload();
  const rows = page.getByRole('list').getByRole('heading', { level: 2 });
  const told = page.getByText('The 50 last changed of many');
  await expect(told).toBeVisible();
  await expect(rows).toHaveCount(50);
  expect(questions).toBe(1);
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `a long library, ${theme}`);
  }

  const more = page.getByRole('button', { name: 'Show more' });
  await more.press('Enter');
  await expect(rows).toHaveCount(100);
  await expect(more).toBeFocused();

  await page.getByLabel('Search', { exact: true }).fill('nadel');
  await expect(page.getByText('1 found, best match first')).toBeVisible();
  await expect(page.getByRole('link', { name: 'The oldest Nädel' })).toBeVisible();
  await expect(more).toBeHidden();
  expect(questions).toBeLessThanOrEqual(4);

  await page.getByLabel('Search', { exact: true }).fill('');
  await page.getByLabel('Severity').selectOption('SEV1');
  await expect(page.getByText('3 found')).toBeVisible();
  await expect(rows).toHaveCount(3);
  await page.getByLabel('Severity').selectOption('');
  await page.getByLabel('Sort').selectOption('title');
  await expect(page.getByText('50 of 300')).toBeVisible();
  await expect(rows.first()).toHaveText('Incident 0');
  await expect(rows).toHaveCount(50);
});

test('deleting row after row from the keyboard loses neither the place nor the focus', async ({ page }) => {
  await openAsNew(page, { email: 'tidy@nevermore.local', password: 'Tap-tap-tapping-9' });
  await fill(page, ['First', 'Second', 'Third']);
  await page.reload();
  await page.getByRole('button', { name: 'Delete Second' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Second' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'First' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete First' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Third' })).toBeFocused();
  await expect(page.getByText('1 in all')).toBeVisible();
});
