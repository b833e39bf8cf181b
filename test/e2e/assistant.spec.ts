import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAsNew, saved, untilFound } from './person';
import { test } from './screenTest';

const PASSWORD = 'Tap-tap-tapping-9';

const tell = async (page: Page, words: string) => {
  await page.getByLabel('Ask or tell the assistant').fill(words);
  await page.getByLabel('Ask or tell the assistant').press('Enter');
};

test('the assistant beside a document looks up, reads and proposes to remember, and nothing is remembered without a click', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await openAsNew(page, { email: 'assistant@nevermore.local', password: PASSWORD });
  await newPostMortem(page, 'Raven cache of the belfry ran full');
  await page.getByLabel('Summary', { exact: true }).fill('At 14:02 UTC the belfry cache ran full.');
  await saved(page);

  await page.getByRole('button', { name: 'Assistant' }).click();
  const panel = page.getByRole('complementary', { name: 'Assistant' });
  await expect(panel.getByText('It changes and remembers nothing that you have not clicked.')).toBeVisible();
  await panel.getByRole('button', { name: 'read this post-mortem' }).click();
  await panel.getByRole('button', { name: 'Send' }).click();
  await expect(panel.locator('.answer')).toContainText('At 14:02 UTC the belfry cache ran full.');
  await expect(panel.getByText('Answered by rules on this computer, without a model')).toBeVisible();
  await expect(panel.getByText('1 of 40 messages')).toBeVisible();

  await tell(page, 'Remember that we say customer, not user');
  await expect(panel.getByText('Remember this, for you?')).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `the assistant beside a document in ${theme}`);
  }
  const memories = await await page.context().newPage();
  await memories.goto('/memory');
  await expect(memories.getByText('Nothing is remembered for you yet.')).toBeVisible();
  await panel.getByRole('button', { name: 'Remember it' }).click();
  await expect(panel.getByText('Remembered', { exact: true })).toBeVisible();
  await memories.reload();
  const kept = memories.getByRole('listitem').filter({ hasText: 'we say customer, not user' });
  await expect(kept).toContainText('Said to the assistant by assistant@nevermore.local');
  await expect(kept.getByRole('link', { name: 'the post-mortem that was open' })).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText('Remember this, for you?')).toBeVisible();
  await memories.reload();
  await expect(memories.getByText('Nothing is remembered for you yet.')).toBeVisible();
  await memories.close();

  await page.keyboard.press('Escape');
  await page.goto('/assistant');
  await untilFound(async (patience) => {
    await page.getByRole('button', { name: 'New conversation' }).click();
    await tell(page, 'search for belfry cache');
    await expect(page.locator('.answer')).toContainText('Raven cache of the belfry', {
      timeout: 8 * patience,
    });
  });
  await expect(
    page.getByRole('list', { name: 'What was looked at' }).getByRole('link', { name: /Raven cache/ }),
  ).toBeVisible();
  await tell(page, 'make the summary shorter');
  await expect(page.locator('.answer').last()).toContainText('cannot write or change a text');
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `the assistant on its page in ${theme}`);
  }
  await page.reload();
  await page.getByText('Earlier conversations').click();
  await page
    .getByRole('button', { name: /^Remember that we say|^read this post-mortem/ })
    .first()
    .click();
  await expect(page.locator('.answer').first()).toContainText('At 14:02 UTC the belfry cache ran full.');

  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByLabel('Language').selectOption('Italiano');
  await expect(page.getByRole('heading', { name: 'Assistente' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page, 'the assistant in Italian on a phone');
  await page.context().close();
});
