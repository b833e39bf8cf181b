import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, saved, signUp } from './person';
import { test } from './screenTest';

const search = (page: Page) => page.getByLabel('Search', { exact: true });

async function write(page: Page, title: string, fields: Record<string, string>): Promise<string> {
  const address = await newPostMortem(page, title);
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
  await saved(page);
  return address;
}

test('what stands deep in a document is found by its words, and leads to its place and to what is similar', async ({
  page,
}) => {
  await signUp(page, { email: 'finder@nevermore.local', password: 'Tap-tap-tapping-9' });
  const text = 'The HikariPool of payments-7f9c was exhausted: ERR_CONN_RESET, again and again.';
  await write(page, 'Checkout down', { 'Root cause': text, Service: 'payments' });
  await write(page, 'Orders slow', { Description: text, Service: 'payments' });
  await write(page, 'A certificate ran out', { Description: 'Nobody had renewed it.' });

  await page.goto('/');
  await search(page).fill('hikaripool conn_reset');
  const found = page.getByText('2 found, best match first');
  // The index follows a save within moments.
  await expect(async () => {
    await page.reload();
    await expect(found).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page).toHaveURL(/search=hikaripool\+conn_reset/);
  await expect(search(page)).toHaveValue('hikaripool conn_reset');
  const rows = page.getByRole('list').getByRole('heading', { level: 2 });
  await expect(rows).toHaveCount(2);
  await expect(page.locator('mark').first()).toHaveText('HikariPool');
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `what was found in ${theme}`);
  }
  await page.getByLabel('Severity').selectOption('SEV1');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await page.getByLabel('Severity').selectOption('');
  await page.getByLabel('Sort').selectOption('Latest incident first');
  await expect(page.getByText('2 found, latest incident first')).toBeVisible();

  await page.getByRole('link', { name: 'Root cause' }).click();
  await expect(page.getByRole('heading', { name: 'Root cause' })).toBeFocused();
  const similar = page.locator('details', { hasText: 'Similar incidents' });
  await similar.getByText('Similar incidents (1)').click();
  await expect(similar).toContainText('Same service.');
  await expect(similar).toContainText('payments-7f9c');
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `what is similar in ${theme}`);
  }
  await similar.getByRole('link', { name: 'Orders slow' }).click();
  await expect(page).toHaveTitle(/Orders slow/);
});

test('a search that cannot be answered says so, and is answered when it is asked again', async ({
  page,
  mayPrint,
}) => {
  await signUp(page, { email: 'seeker@nevermore.local', password: 'Tap-tap-tapping-9' });
  await write(page, 'The raven tapped', { Description: 'Nevermore.' });
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'The raven tapped' })).toBeVisible();
  mayPrint(/Failed to load resource/);
  await page.route('**/graphql', (route) => route.abort());
  await search(page).fill('raven');
  // What is here already is found by its title all the same.
  await expect(page.getByRole('link', { name: 'The raven tapped' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached.');
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('1 found, best match first')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});
