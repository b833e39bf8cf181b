import { expect } from '@playwright/test';
import {
  chooseTheme,
  expectAccessible,
  idOf,
  newPostMortem,
  openAs,
  openAsNew,
  saved,
  shareWith,
} from './person';
import { test } from './screenTest';

test('two people write a section: its history says who wrote what, shows the words, and brings a text back', async ({
  page,
  browser,
}) => {
  await openAs(page);
  const address = await newPostMortem(page, 'A history of two');
  await page.getByLabel('Description', { exact: true }).fill('The database fell over. We waited.');
  await saved(page);

  const theirs = await browser.newContext();
  const lenore = await theirs.newPage();
  await openAsNew(lenore, { email: 'lenore@history.test', password: 'Ligeia-1838-tomb' });
  await shareWith(page, await idOf(lenore));
  await lenore.goto(address);
  await lenore
    .getByLabel('Description', { exact: true })
    .fill('The database fell over. We failed over at 14:02.');
  await saved(lenore);

  // Whoever wrote first comes back to the page, and sees what stands there now.
  await page.reload();
  await expect(page.getByLabel('Description', { exact: true })).toHaveValue(/failed over/);
  await page.getByRole('button', { name: 'History of description' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'History of description' });
  await expect(dialog.locator('summary').first()).toContainText('lenore@history.test: typed');
  await dialog.locator('summary').first().click();
  await expect(dialog.locator('del')).toHaveText(['waited']);
  await expect(dialog.getByText('It stands so now.')).toBeVisible();

  await dialog.getByText('Who wrote which sentence').click();
  const sentences = dialog.locator('.history-sentences li');
  await expect(sentences.nth(0)).toContainText('demo@nevermore.local');
  await expect(sentences.nth(1)).toContainText('lenore@history.test');
  for (const theme of ['Addams', 'Professional'] as const) {
    await page.keyboard.press('Escape');
    await chooseTheme(page, theme);
    await page.getByRole('button', { name: 'History of description' }).click();
    await dialog.locator('summary').first().click();
    await expectAccessible(page, `the history in ${theme}`);
  }

  await dialog.locator('summary').nth(1).click();
  await dialog.getByRole('button', { name: 'Restore this text' }).click();
  await expect(page.getByLabel('Description', { exact: true })).toHaveValue(
    'The database fell over. We waited.',
  );
  await saved(page);
  // A restored text is a save like any other: what it replaced is in the history as well.
  await page.getByRole('button', { name: 'History of description' }).click();
  await expect(dialog.locator('summary').first()).toContainText('demo@nevermore.local: restored');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'History', exact: true }).click();
  const whole = page.getByRole('dialog', { name: 'History', exact: true });
  await expect(whole.locator('summary').first()).toContainText('(description)');
  await expect(whole.locator('summary').last()).toContainText('title');
  await page.keyboard.press('Escape');
  await theirs.close();
});
