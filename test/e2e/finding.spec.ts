import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAsNew, saved, untilFound } from './person';
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
  await openAsNew(page, { email: 'finder@nevermore.local', password: 'Tap-tap-tapping-9' });
  const text = 'The HikariPool of payments-7f9c was exhausted: ERR_CONN_RESET, again and again.';
  await write(page, 'Checkout down', { 'Root cause': text, Service: 'payments' });
  await write(page, 'Orders slow', { Description: text, Service: 'payments' });
  await write(page, 'A certificate ran out', { Description: 'Nobody had renewed it.' });

  await page.goto('/');
  await search(page).fill('hikaripool conn_reset');
  const found = page.getByText('2 found, best match first');
  // The index follows a save within moments.
  await untilFound(async (timeout) => {
    await page.reload();
    await expect(found).toBeVisible({ timeout });
  });
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
  await similar.getByText(/^Similar incidents \(\d\)$/).click();
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
  await openAsNew(page, { email: 'seeker@nevermore.local', password: 'Tap-tap-tapping-9' });
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

test('while a title is typed the page says, quietly, whether there was an incident like it, and stops when it is told to', async ({
  page,
  context,
}) => {
  await openAsNew(page, { email: 'rememberer@nevermore.local', password: 'Tap-tap-tapping-9' });
  const text = 'The gondola conveyor of amontillado-4c lost its brake: ERR_BRAKE_7.';
  await write(page, 'Gondola conveyor stood still', { 'Root cause': text });
  const publication = page.getByRole('region', { name: 'Publication' });
  await publication.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish as it is' }).click();
  await expect(publication).toContainText('Every signed-in colleague reads it.');

  await newPostMortem(page, 'Another matter');
  const title = page.getByLabel('Title', { exact: true });
  const before = page.getByRole('region', { name: 'Have we had this before?' });
  await untilFound(async (patience) => {
    await title.fill('');
    await title.pressSequentially('Gondola conveyor lost its brake');
    await expect(before).toBeVisible({ timeout: 8 * patience });
  });
  await expect(page.getByRole('status').filter({ hasText: 'may be like it.' })).toBeAttached();
  await expect(before).toContainText('Root cause:');
  await expect(before).toContainText(text);
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `what a title reminds of in ${theme}`);
  }
  const opened = context.waitForEvent('page');
  await before.getByRole('link', { name: 'Gondola conveyor stood still (opens in a new tab)' }).click();
  await expect(await opened).toHaveURL(/#section-rootCause$/);

  await before.getByRole('button', { name: 'Not now' }).click();
  await expect(before).toBeHidden();
  await title.fill('Gondola conveyor lost its brake once more');
  await saved(page);
  await page.waitForTimeout(2_000);
  await expect(before).toBeHidden();
});
